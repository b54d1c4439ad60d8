"""Revisions: when what stands in the timeline was first told and last changed.

Taken from the content and its history alone, never from the clock: the same commit gives the same
moments. What has no history has days, those that the content itself names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from timeline import dates
from timeline.dates import Date, Day, Moment
from timeline.model.model import Timeline, settles
from timeline.records import About, Actor, Event, Source, Track

#: RFC 3339 has room for the years 1 to 9999; days outside count as the nearest one inside.
FIRST = dates.day_number(1, 1, 1)
LAST = dates.day_number(9999, 12, 31)

#: The day of a timeline in which nothing has been told, and that does not say how far it reaches.
NEVER = dates.day_number(1970, 1, 1)


def horizon(about: About) -> Day | None:
    """The last day that the timeline reaches, or None where it does not say."""
    return None if about.as_of is None else _by(about.as_of)


def published(event: Event, timeline: Timeline) -> Day:
    """The day by which it was known that something happened, never after it stood in the timeline:
    neither after the timeline's last day nor after the event's file was last changed.

    What has no end counts from its beginning: else it would be news whenever `as_of` moves.
    """
    day = _by(event.known) if event.known else _over(event)
    reach = horizon(timeline.about)
    later = [moment.day for moment in _changes(event, timeline)]
    return min([day, *later, *([] if reach is None else [reach])])


def updated(event: Event, timeline: Timeline) -> Moment:
    """When the event was last changed: its newest correction, its withdrawal, the last commit of
    its file. Without any of them, `published`.
    """
    return max(_changes(event, timeline), default=Moment(published(event, timeline)))


def newest(events: Iterable[Event], timeline: Timeline, *files: str) -> Moment:
    """When the latest of these events was updated, or one of the files was changed."""
    told = [updated(event, timeline) for event in events]
    told += [timeline.changed[file] for file in files if file in timeline.changed]
    reach = horizon(timeline.about)
    return max(told, default=Moment(NEVER if reach is None else reach))


def last_change(timeline: Timeline) -> Moment:
    """When anything of the timeline was last changed."""
    files = [thing.file for thing in things(timeline)]
    return newest(timeline.by_id.values(), timeline, timeline.about.file, *files)


def things(timeline: Timeline) -> Iterator[Track | Actor | Source]:
    """All that events speak of, each with a file of its own."""
    yield from timeline.tracks.values()
    yield from timeline.actors.values()
    yield from timeline.sources.values()


def timestamp(moment: Moment) -> str:
    """A moment as RFC 3339 writes it, in UTC."""
    minutes, seconds = divmod(moment.second, 60)
    hours, minutes = divmod(minutes, 60)
    day = dates.iso(min(max(moment.day, FIRST), LAST))
    return f"{day}T{hours:02d}:{minutes:02d}:{seconds:02d}Z"


def revisions(event: Event) -> list[Moment]:
    """When an event was corrected or withdrawn, by its own account.

    Each date counts from the first day that it allows: the last one may be yet to come.
    """
    withdrawn = [event.withdrawn.date] if event.withdrawn else []
    return [Moment(date.anchor) for date in (*(c.date for c in event.corrections), *withdrawn)]


def _changes(event: Event, timeline: Timeline) -> list[Moment]:
    committed = timeline.changed.get(event.file)
    return [*revisions(event), *([committed] if committed else [])]


def _over(event: Event) -> Day:
    return settles(event) if event.date.latest is None else event.date.latest


def _by(date: Date) -> Day:
    return date.anchor if date.latest is None else date.latest
