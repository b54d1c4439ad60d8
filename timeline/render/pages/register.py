"""The register: events as entries, month after month."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.periods import Period, period_of
from timeline.records import Event
from timeline.render.entries import Entries, Entry


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one month, or those of a year that name no month."""

    period: Period
    entries: tuple[Entry, ...]

    @property
    def anchor(self) -> str:
        """The id of its section; the underscore keeps it apart from the ids of events."""
        return f"in_{self.period.edtf}"


def register(events: Iterable[Event], entries: Entries) -> list[Group]:
    """Events by period, in time; within a period they keep their order."""
    found: dict[Period, list[Entry]] = {}
    for event in events:
        found.setdefault(period_of(event.date), []).append(entries.of(event))
    ordered = sorted(found.items(), key=lambda item: item[0].order)
    return [Group(period, tuple(own)) for period, own in ordered]
