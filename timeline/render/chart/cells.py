"""Cells: how many events there are in every month, where a page holds only some of them.

    at 60 ems   │ 2021          │ 2022          │      years, until months have room
    at 240 ems  │Oct│Nov│Dec│Jan│Feb│Mar│Apr│…         months

Where even so many months or years would be too many to look at, several years make one cell.
Events of which only the year is known count in that year, and in none of its months.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from timeline.model.periods import Period, period_of
from timeline.records import Event
from timeline.render.chart.lanes import STEPS, step_of
from timeline.render.chart.scale import Scale, Stretch

#: The most cells of one kind on an axis.
_MOST = 240
#: The least width of a cell in ems: what a number takes up, and a finger can meet.
_LEAST = 1.75
#: How many years make a cell; 0: a month does.
_YEARS = (0, *(10**power for power in range(11)))


@dataclass(frozen=True, slots=True)
class Cell:
    """A month, or the years from `first` to `last`: `total` events, `shown` of them on the page.

    It stands between two fractions, at the widths from `step` to below `until` (None: on), and is
    `full` beside the fullest of its kind (0 to 1).
    """

    first: Period
    last: Period
    start: float
    end: float
    total: int
    shown: int
    full: float
    step: int
    until: int | None


@dataclass(frozen=True, slots=True)
class _Group:
    """The periods whose events a cell counts, and the days for which it stands (not the last)."""

    first: Period
    last: Period
    members: tuple[Period, ...]
    days: Stretch


def cells(scale: Scale, events: Sequence[Event], late: Sequence[Event]) -> tuple[Cell, ...]:
    """The cells of an axis: the finest of which there are not too many, and coarser ones for the
    widths at which those have no room.

    `events` are on the page, `late` ones are not.
    """
    shown = Counter(period_of(event.date) for event in events)
    total = shown + Counter(period_of(event.date) for event in late)
    found: list[Cell] = []
    until: int | None = None
    for years in _YEARS:
        groups = list(_groups(total, years))
        if not groups or len(groups) > _MOST:
            continue
        extents = [_extent(group, scale) for group in groups]
        step = step_of(_LEAST / median(end - start for start, end in extents)) or STEPS[-1]
        if until is not None and step >= until:
            continue
        counts = [sum(total[period] for period in group.members) for group in groups]
        for group, (start, end), count in zip(groups, extents, counts, strict=True):
            here = sum(shown[period] for period in group.members)
            full = round(count / max(counts), 3)
            found.append(Cell(group.first, group.last, start, end, count, here, full, step, until))
        until = step
        if step == STEPS[0]:
            break
    return tuple(found)


def _groups(periods: Counter[Period], years: int) -> Iterator[_Group]:
    """The periods with events, in order, by what makes a cell."""
    ordered = sorted(periods, key=lambda period: period.order)
    if not years:
        for period in (period for period in ordered if period.month):
            yield _Group(period, period, (period,), (period.first_day, period.last_day + 1))
        return
    for number, group in groupby(ordered, key=lambda period: period.year // years):
        members = tuple(group)
        days = (Period(number * years).first_day, Period((number + 1) * years).first_day)
        yield _Group(members[0].whole_year, members[-1].whole_year, members, days)


def _extent(group: _Group, scale: Scale) -> tuple[float, float]:
    """From which fraction to which a cell reaches, but not into a fold beside it."""
    first, end = group.days
    parts = [
        (max(first, opens), min(end, closes))
        for opens, closes in scale.segments
        if first < closes and opens < end
    ]
    return scale.at(parts[0][0]), scale.at(parts[-1][1])
