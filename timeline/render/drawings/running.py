"""Running totals: steps over time, each number holding until the next is told.

more than 800 ┐
              │        ┌──●→
12            ●────────┘
              2021      2024
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from timeline.dates import Date, Day
from timeline.model.findings.series import Point, Reading, Told
from timeline.records import Event, Series

#: Em of the height between nothing and the largest number, and above that.
HEIGHT = 8.0
MARGIN = 1.8
#: Per cent of the width between which time runs.
LEFT = 3.0
RIGHT = 97.0


@dataclass(frozen=True, slots=True)
class Total:
    """A number told; from `low` to `high` in height, `is_open` when it may be more.

    `is_late`: its words stand to the left of it, since it is near the right edge.
    """

    event: Event
    reading: Reading
    x: float
    y: float
    low: float
    high: float
    is_open: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class Run:
    """From one total, along its height, to where the next stands."""

    start: float
    end: float
    y: float
    next_y: float


@dataclass(frozen=True, slots=True)
class Running:
    """The whole line; `floor` is the height of nothing, where the dates stand below."""

    series: Series
    height: float
    floor: float
    totals: tuple[Total, ...]
    runs: tuple[Run, ...]
    first: Date
    last: Date


def draw(told: Told) -> Running | None:
    """The steps of a running total; None where fewer than two days have one."""
    points = sorted(told.points, key=lambda point: day_of(point.event))
    days = [day_of(point.event) for point in points]
    if len(set(days)) < 2:
        return None
    totals = [
        _total(point, reading, _x(day, days), told.largest)
        for point, day in zip(points, days, strict=True)
        for reading in point.readings
    ]
    firsts = [next(t for t in totals if t.event is point.event) for point in points]
    return Running(
        told.series,
        HEIGHT + MARGIN + 1.6,
        HEIGHT + MARGIN,
        tuple(totals),
        tuple(Run(a.x, b.x, a.y, b.y) for a, b in pairwise(firsts)),
        points[0].event.date,
        points[-1].event.date,
    )


def day_of(event: Event) -> Day:
    """The day for which a total holds: the last of the event, or the first where it has none."""
    return event.date.anchor if event.date.latest is None else event.date.latest


def _total(point: Point, reading: Reading, x: float, largest: Decimal) -> Total:
    named = reading.value if reading.value is not None else reading.largest
    low = Decimal(0) if reading.low is None else reading.low
    high = named if reading.high is None else reading.high
    return Total(
        point.event,
        reading,
        x,
        _y(named, largest),
        _y(low, largest),
        _y(high, largest),
        reading.high is None,
        x > (LEFT + RIGHT) / 2,
    )


def _x(day: Day, days: Sequence[Day]) -> float:
    share = (day - days[0]) / (days[-1] - days[0])
    return round(LEFT + share * (RIGHT - LEFT), 2)


def _y(number: Decimal, largest: Decimal) -> float:
    return round(MARGIN + HEIGHT * (1 - float(number / largest if largest else number)), 2)
