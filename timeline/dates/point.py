"""A point: one date as written, without slash or brackets, perhaps with unspecified digits.

    2022-12-17     years {2022}        months {12}  days {17}
    156X-12-25     years {1560…1569}   months {12}  days {25}
    2022-12-XX~    years {2022}        months {12}  days {1…31}   qualifier ~

An interval joins two points, a one-of set several; each stretch of them is a `Span`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.dates.calendar import Day, day_number, days_in_month, is_leap

Precision = Literal[
    "millennium", "century", "decade", "year", "season", "month", "day", "time"
]  # fmt: skip

#: Sub-year groupings (EDTF level 2): code → first month, length in months. The codes 21 to 24 name
#: a season "independent of location" and give no months; they are taken as in the northern
#: hemisphere, like 25 to 28, by the meteorological convention of whole months. A season that
#: runs over the new year belongs to the year in which it begins.
SEASONS = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `offset` in minutes east of UTC, None for local time without a zone."""

    hour: int
    minute: int
    second: int | None
    offset: int | None

    def __str__(self) -> str:
        """As HTML and RFC 3339 write it, always with minutes in the zone: "10:00Z"."""
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"{self.hour:02d}:{self.minute:02d}{seconds}{self._zone}"

    @property
    def _zone(self) -> str:
        if not self.offset:
            return "" if self.offset is None else "Z"
        hours, minutes = divmod(abs(self.offset), 60)
        return f"{'-' if self.offset < 0 else '+'}{hours:02d}:{minutes:02d}"

    @property
    def seconds(self) -> int:
        """Seconds from the start of the written day, moved to UTC where the zone is known."""
        return (self.hour * 60 + self.minute - (self.offset or 0)) * 60 + (self.second or 0)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written: every year, month and day it can be, in ascending order.

    `months` is empty in a year, `days` in a year or month; a season stands in `months` as its
    code, alone. At least one combination is a day of the calendar. `qualifier` is ?, ~, % or "".
    """

    edtf: str
    years: range
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    clock: Clock | None = None
    qualifier: str = ""

    @property
    def is_known(self) -> bool:
        """Whether no digit is left open (one year, at most one month and one day)."""
        return len(self.years) == 1 and len(self.months) < 2 and len(self.days) < 2

    @property
    def is_approximate(self) -> bool:
        """Whether `~` or `%` marks it."""
        return self.qualifier in ("~", "%")

    @property
    def is_uncertain(self) -> bool:
        """Whether `?` or `%` marks it."""
        return self.qualifier in ("?", "%")

    @property
    def is_month_known(self) -> bool:
        """Whether it lies in one month of one year."""
        return len(self.years) == 1 and len(self.months) == 1 and self.months[0] <= 12

    @property
    def precision(self) -> Precision:
        """The unit of its finest part; unspecified digits count only in a year alone."""
        if self.clock:
            return "time"
        if self.days:
            return "day"
        if self.months:
            return "month" if self.months[0] <= 12 else "season"
        count = len(self.years)
        if count == 1:
            return "year"
        return "decade" if count <= 10 else "century" if count <= 100 else "millennium"

    @property
    def earliest(self) -> Day:
        """The first day of the written period; a qualifier does not widen it."""
        if self.days:
            return next(
                day_number(year, month, day)
                for year in self.years
                for month in self.months
                for day in self.days
                if day <= days_in_month(year, month)
            )
        first, _ = SEASONS.get(self.months[0], (self.months[0], 1)) if self.months else (1, 12)
        return day_number(self.years[0], first, 1)

    @property
    def latest(self) -> Day:
        """The last day of the written period; a qualifier does not widen it."""
        if self.days:
            return next(
                day_number(year, month, day)
                for year in reversed(self.years)
                for month in reversed(self.months)
                for day in reversed(self.days)
                if day <= days_in_month(year, month)
            )
        first, length = (
            SEASONS.get(self.months[-1], (self.months[-1], 1)) if self.months else (1, 12)
        )
        years_on, month_before = divmod(first - 1 + length, 12)
        return day_number(self.years[-1] + years_on, month_before + 1, 1) - 1


@dataclass(frozen=True, slots=True)
class Span:
    """From one point to another, both included; the same point twice when only one is written.

    None is an end that is open ("..") or unknown (nothing written); never both.
    """

    first: Point | None
    last: Point | None


def longest_month(years: range, months: tuple[int, ...]) -> int:
    """The highest day that any of the months has in any of the years."""
    if months == (2,):
        return 29 if any(map(is_leap, years)) else 28
    return max(days_in_month(years[0], month) for month in months)
