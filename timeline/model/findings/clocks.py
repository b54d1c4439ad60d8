"""Two clocks: when something happened, and when that became known."""

from __future__ import annotations

from timeline.dates import day_number
from timeline.model.findings.gaps import Gap, between
from timeline.model.findings.history import began
from timeline.model.model import Timeline
from timeline.model.periods import Period, period_of
from timeline.records import Event


def delay(event: Event) -> Gap | None:
    """The days from when an event happened or began until that was public, if both are known."""
    if event.known is None:
        return None
    # What is planned may be public before it happens, all else only after.
    return between(began(event), event.known, in_order=event.certainty != "planned")


def known_in(period: Period, timeline: Timeline) -> list[Event]:
    """The events told under an earlier period that became known in this one, in time."""
    first = day_number(period.year, period.month or 1, 1)
    return [
        event
        for event in timeline.events
        if event.known
        and event.known.latest is not None
        and first <= event.known.latest <= period.last_day
        and period_of(event.date).last_day < first
    ]
