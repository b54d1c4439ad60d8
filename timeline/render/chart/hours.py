"""Times of day: where days are few, events of one day stand apart, all in one time zone.

00:00        12:00        00:00
│     ● ● ●   │  ●        │          05:30, 10:00, 11:10, 14:00
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from timeline import dates
from timeline.dates import Date
from timeline.records import Event

#: On more days than these an hour is never as wide as a mark.
_DAYS = 45
#: Where most events have no time, they would all look vague on more days for the sake of a few.
_FEW_DAYS = 14
_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Hours:
    """The `moments` at which anything happened, in order.

    A moment is a day number and the part of that day that has passed, in the zone `offset` (minutes
    east of UTC). `zone` is its name, "" where no time is written with one. On an axis of more than
    `most_days` a day is one place.
    """

    moments: tuple[float, ...]
    offset: int
    zone: str
    most_days: int

    @property
    def days(self) -> Iterator[tuple[float, float]]:
        """The days that moments need on an axis; of the first and the last, only the hours."""
        first, last = self.moments[0], self.moments[-1]
        opens, closes = floor(first * 24) / 24, (floor(last * 24) + 1) / 24
        for day in {floor(moment) for moment in self.moments}:
            yield max(day, opens), min(day + 1, closes)

    def moment(self, date: Date) -> float | None:
        """When a date was, where it has a time; one without a zone is taken as it is written."""
        return _moment(date, self.offset)


def hours_of(events: Sequence[Event]) -> Hours | None:
    """The times of some events, in the zone that most are written in; None where no two differ."""
    timed = [event.date for event in events if event.date.clock]
    zones = Counter(d.clock.offset for d in timed if d.clock and d.clock.offset is not None)
    offset = max(zones, key=lambda zone: (zones[zone], zone == 0), default=None)
    moments = {moment for d in timed if (moment := _moment(d, offset or 0)) is not None}
    if len(moments) < 2:
        return None
    return Hours(
        tuple(sorted(moments)),
        offset or 0,
        "" if offset is None else dates.zone(offset),
        _DAYS if 2 * len(timed) > len(events) else _FEW_DAYS,
    )


def _moment(date: Date, offset: int) -> float | None:
    clock = date.clock
    if clock is None:
        return None
    shift = 0 if clock.offset is None else offset
    return date.anchor + (clock.seconds / 60 + shift) / _MINUTES


def clock_words(minutes: int) -> str:
    """A time by its minutes since midnight: "06:00"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
