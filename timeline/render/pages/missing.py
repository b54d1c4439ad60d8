"""What the home page does not hold of a period, as its script takes it from the period's page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from timeline.model.overview import beyond
from timeline.model.periods import Period, period_of
from timeline.render.chart.drawing import Mark
from timeline.render.pages.register import Group, register
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Missing:
    """The events of a period that the home page does not hold: entries, and track id → marks.

    A month's page has whole entries already, so that `group` has none. `order` has the ids of all
    the period's events, in time.
    """

    group: Group
    lanes: Mapping[str, list[Mark]]
    order: tuple[str, ...]


def missing(site: Site) -> dict[Period, Missing]:
    """Period → what the home page does not hold of it; nothing where it has all, or no chart."""
    late = beyond(site.timeline.events)
    if not late or site.whole is None:
        return {}
    order: dict[Period, list[str]] = defaultdict(list)
    for event in site.timeline.events:
        order[period_of(event.date)].append(event.id)
    marks: dict[Period, dict[str, list[Mark]]] = defaultdict(lambda: defaultdict(list))
    for lane in site.whole.lanes:
        for mark in lane.late:
            marks[period_of(mark.event.date)][lane.track.id].append(mark)
    return {
        group.period: Missing(
            replace(group, entries=()) if group.period.month else group,
            marks[group.period],
            tuple(order[group.period]),
        )
        for group in register(late, site.entries)
    }
