"""Revisions: when what stands in the timeline was first told and last changed.

Taken from the content alone, never from the clock: the same content gives the same days.
"""

from __future__ import annotations

from collections.abc import Iterable

from timeline import dates
from timeline.dates import Date, Day
from timeline.model.model import Timeline, settles
from timeline.records import About, Event

#: RFC 3339 has room for the years 1 to 9999; days outside count as the nearest one inside.
FIRST = dates.day_number(1, 1, 1)
LAST = dates.day_number(9999, 12, 31)

#: The day of a timeline in which nothing has been told, and that does not say how far it reaches.
NEVER = dates.day_number(1970, 1, 1)


def horizon(about: About) -> Day | None:
    """The last day that the timeline reaches, or None where it does not say."""
    return None if about.as_of is None else _by(about.as_of)


def published(event: Event, about: About) -> Day:
    """The day by which it was known that something happened, but never after the timeline's last.

    What has no end counts from its beginning: else it would be news whenever `as_of` moves.
    """
    day = _by(event.known) if event.known else _over(event)
    reach = horizon(about)
    return min([day, *_revisions(event), *([] if reach is None else [reach])])


def updated(event: Event, about: About) -> Day:
    """The day of the newest correction or of the withdrawal; without them, `published`."""
    return max(_revisions(event), default=published(event, about))


def newest(events: Iterable[Event], timeline: Timeline) -> Day:
    """The day on which the latest of these events was updated."""
    about = timeline.about
    reach = horizon(about)
    days = [updated(event, about) for event in events]
    return max(days, default=NEVER if reach is None else reach)


def timestamp(day: Day) -> str:
    """A day as RFC 3339 writes the moment at which it begins, in UTC."""
    return f"{dates.iso(min(max(day, FIRST), LAST))}T00:00:00Z"


def _revisions(event: Event) -> list[Day]:
    """The first day that each date allows: the last one may be yet to come."""
    withdrawn = [event.withdrawn.date] if event.withdrawn else []
    return [date.anchor for date in (*(c.date for c in event.corrections), *withdrawn)]


def _over(event: Event) -> Day:
    return settles(event) if event.date.latest is None else event.date.latest


def _by(date: Date) -> Day:
    return date.anchor if date.latest is None else date.latest
