"""Day numbers: the proleptic Gregorian calendar, for years of any size.

Years are astronomical, as in ISO 8601: 0 is 1 BCE and -43 is 44 BCE. Day 1 is 0001-01-01, so that
within 0001 to 9999 a day number is what `datetime.date.toordinal` gives; earlier days are zero and
negative numbers.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

#: A day number.
Day: TypeAlias = int


class Moment(NamedTuple):
    """A second of a day, counted from its beginning in UTC. Moments sort by time."""

    day: Day
    second: int = 0


_MONTH_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_BEFORE_MONTH = tuple(sum(_MONTH_LENGTHS[:month]) for month in range(13))
_DAYS_IN_400_YEARS = 146_097
_DAYS_IN_100_YEARS = 36_524
_DAYS_IN_4_YEARS = 1_461


def is_leap(year: int) -> bool:
    """Whether 29 February is a day of this year."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """The number of the month's last day; `month` is 1 to 12."""
    return 29 if month == 2 and is_leap(year) else _MONTH_LENGTHS[month]


def day_number(year: int, month: int, day: int) -> Day:
    """The number of a calendar day; ValueError when the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise ValueError(f"no day {year}-{month}-{day} in the calendar")
    before = year - 1
    leap_days = before // 4 - before // 100 + before // 400 + (month > 2 and is_leap(year))
    return before * 365 + leap_days + _DAYS_BEFORE_MONTH[month] + day


def ymd(day: Day) -> tuple[int, int, int]:
    """Year, month and day of the month of a day number."""
    cycles, rest = divmod(day - 1, _DAYS_IN_400_YEARS)
    # The last century of a cycle and the last year of four are one day longer than the others,
    # and on that day the quotient is one too many.
    centuries = min(rest // _DAYS_IN_100_YEARS, 3)
    rest -= centuries * _DAYS_IN_100_YEARS
    fours, rest = divmod(rest, _DAYS_IN_4_YEARS)
    years = min(rest // 365, 3)
    rest -= years * 365
    year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    month = 1
    while rest >= (length := days_in_month(year, month)):
        rest -= length
        month += 1
    return year, month, rest + 1


def iso(day: Day) -> str:
    """A day as ISO 8601 writes it: "2022-11-17".

    Years 0000 to 9999 take four digits and no sign. Outside them the expanded representation
    (ISO 8601-1, 5.2.2.3) is used: always a sign, at least four digits, and as many as it needs:
    "-0043-03-15", "+17000-01-01", "-13800000000-01-01".
    """
    year, month, day_of_month = ymd(day)
    written = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+05d}"
    return f"{written}-{month:02d}-{day_of_month:02d}"
