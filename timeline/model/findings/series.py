"""Series: the numbers told for a series, event by event, ready to be drawn or set in a table."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from timeline.model.model import Timeline
from timeline.records import Event, Figure, Series, Track


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as told: `low` to `high`, which are the same for a plain number.

    `>800` has no `high`, `<50` no `low`. `value` is the number named, if one is; it stands for a
    bound that is not given.
    """

    figure: Figure
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None

    @property
    def largest(self) -> Decimal:
        """The largest number named."""
        return max(n for n in (self.value, self.low, self.high) if n is not None)


@dataclass(frozen=True, slots=True)
class Point:
    """What an event says of a series: several readings where it is told differently."""

    event: Event
    readings: tuple[Reading, ...]

    @property
    def differs(self) -> bool:
        """Whether the readings contradict one another."""
        return len({(r.value, r.low, r.high, r.figure.approximate) for r in self.readings}) > 1


@dataclass(frozen=True, slots=True)
class Told:
    """A series of a track and everything told of it, in time."""

    series: Series
    points: tuple[Point, ...]

    @property
    def largest(self) -> Decimal:
        """The largest number named anywhere."""
        return max(reading.largest for point in self.points for reading in point.readings)


def told(track: Track, timeline: Timeline) -> list[Told]:
    """The series of a track for which there are numbers, in the order declared."""
    events = timeline.of_track(track)
    found = [Told(series, tuple(_points(series, events))) for series in track.series]
    return [each for each in found if each.points]


def read(figure: Figure) -> Reading:
    """A figure as numbers."""
    value, low, high = (
        Decimal(text) if text else None for text in (figure.value, figure.low, figure.high)
    )
    return Reading(figure, value, value if low is None else low, value if high is None else high)


def _points(series: Series, events: list[Event]) -> list[Point]:
    found = [
        Point(event, tuple(read(f) for f in event.figures if f.series == series.id))
        for event in events
    ]
    return [point for point in found if point.readings]
