"""Reads one date without slash or brackets: text in, `Point` or `DateError` out.

`at` is the number of characters before the text in what was given; columns follow from it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from timeline.dates.point import SEASONS, Clock, Point, longest_month
from timeline.dates.refusal import DateError, malformed

#: The most digits of a year; 13.8 billion years need 11.
MOST_DIGITS = 11

_DATE = r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
_UNTIMED = re.compile(rf"{_DATE}(?P<mark>[?~%]?)")
_TIMED = re.compile(
    rf"{_DATE}T(?P<hour>[0-9]{{2}}):(?P<minute>[0-9]{{2}})(?::(?P<second>[0-9]{{2}}))?"
    r"(?P<zone>Z|(?P<sign>[+-])(?P<ahead>[0-9]{2})(?::(?P<past>[0-9]{2}))?)?(?P<mark>[?~%]?)"
)
_LONG_YEAR = re.compile(r"Y(?P<year>-?[0-9]+)(?:E(?P<power>[1-9][0-9]*))?(?P<mark>[?~%]?)")

_MONTHS_HINT = (
    "Months go from 01 to 12, seasons from 21 to 24, quarters from 33 to 36; "
    "leave the month out if it is not known"
)


def read_point(text: str, at: int) -> Point:
    """The date that stands in the text, which has no blanks around it."""
    if found := _UNTIMED.fullmatch(text):
        years, months, days = _date(found, at)
        return Point(text, years, months, days, None, found["mark"])
    if (found := _TIMED.fullmatch(text)) and found["day"]:
        return _timed(found, at)
    if found := _LONG_YEAR.fullmatch(text):
        year = _long_year(found, at)
        return Point(text, range(year, year + 1), (), (), None, found["mark"])
    raise malformed(text, at)


def _date(found: re.Match[str], at: int) -> tuple[range, tuple[int, ...], tuple[int, ...]]:
    year, month, day = found["year"], found["month"], found["day"]
    years = _years(year, at)
    if not month:
        return years, (), ()
    month_at = at + len(year) + 1
    months = _months(month, month_at)
    if not day:
        return years, months, ()
    if months[0] in SEASONS:
        message = f"a season or part of a year ({month}) has no days of its own"
        raise DateError(message, f"Write {year}-{month}", month_at + 4, len(day))
    longest = longest_month(years, months)
    days = tuple(number for number in _fitting(day, 31) if number <= longest)
    if not days:
        is_day = _fitting(day, 31)
        message = f"{year}-{month} has {longest} days, not {day}" if is_day else f"no day is {day}"
        hint = f"Write a day from 01 to {longest}, or {year}-{month} if the day is not known"
        raise DateError(message, hint, month_at + 4, len(day))
    return years, months, days


def _years(text: str, at: int) -> range:
    digits = text.removeprefix("-")
    known = digits.rstrip("X")
    if not known:
        raise DateError(
            "a wholly unknown year has no place in time",
            "Write what is known of the year, as in 19XX, or a range such as [1900..1999]",
            at + 1, len(text),
        )  # fmt: skip
    if "X" in known:
        raise DateError(
            "in a year X stands for the last digits only",
            "Write the possible years as a set such as [1914,1924] or [1914..1924]",
            at + text.index("X") + 1,
        )
    if text == "-0000":
        raise DateError("no year is -0000", "Write 0000 for 1 BCE, -0001 for 2 BCE", at + 1, 5)
    size = 10 ** (4 - len(known))
    first = int(known) * size
    last = first + size - 1
    # -000X and its like begin at -0001: there is no negative zero.
    return range(-last, -max(first, 1) + 1) if text[0] == "-" else range(first, last + 1)


def _months(text: str, at: int) -> tuple[int, ...]:
    months = _fitting(text, 12)
    if not months and text.isdigit() and int(text) in SEASONS:
        return (int(text),)
    if not months:
        raise DateError(f"no month is {text}", _MONTHS_HINT, at + 1, len(text))
    return months


@lru_cache(maxsize=256)
def _fitting(digits: str, most: int) -> tuple[int, ...]:
    """The numbers from 1 to `most` that two digits, unspecified ones among them, can be."""
    pattern = re.compile(digits.replace("X", "."))
    return tuple(number for number in range(1, most + 1) if pattern.fullmatch(f"{number:02d}"))


def _long_year(found: re.Match[str], at: int) -> int:
    digits, power = found["year"].removeprefix("-"), found["power"] or "0"
    # The power is looked at as text first: a long one must not become a number with 10^n digits.
    count = len(digits) + (int(power) if len(power) < 4 else 1000)
    if count > MOST_DIGITS:
        message = f"a year has at most {MOST_DIGITS} digits"
        raise DateError(message, "Write a year such as Y-13800000000", at + 1, len(found[0]))
    year = int(found["year"] + "0" * int(power))
    if abs(year) <= 9999 or digits[0] == "0":
        written = f"{year:05d}" if year < 0 else f"{year:04d}"
        message = "Y stands only before years of more than four digits, with no zero in front"
        hint = f"Write {'Y' * (abs(year) > 9999)}{written}{found['mark']}"
        raise DateError(message, hint, at + 1, len(found[0]))
    return year


def _timed(found: re.Match[str], at: int) -> Point:
    years, months, days = _date(found, at)
    if "X" in found[0]:
        message = "a time needs a day whose digits are all known"
        date = found[0].partition("T")[0]
        hint = f"Write {date} without the time"
        raise DateError(message, hint, at + found[0].index("X") + 1)
    if found["mark"]:
        raise DateError(
            f'a date with a time takes no "{found["mark"]}"',
            f"Write {found[0].partition('T')[0]}{found['mark']}, without the time",
            at + found.start("mark") + 1,
        )
    clock = Clock(
        _within(found, "hour", 23, at),
        _within(found, "minute", 59, at),
        _within(found, "second", 59, at) if found["second"] else None,
        _offset(found, at),
    )
    return Point(found[0], years, months, days, clock)


def _within(found: re.Match[str], group: str, most: int, at: int) -> int:
    number = int(found[group])
    if number > most:
        raise DateError(
            f"no {_CLOCK_WORDS[group]} is {found[group]}", f"Write a number from 00 to {most}",
            at + found.start(group) + 1, 2,
        )  # fmt: skip
    return number


_CLOCK_WORDS = {
    "hour": "hour", "minute": "minute", "second": "second",
    "ahead": "hour of a time zone", "past": "minute of a time zone",
}  # fmt: skip


def _offset(found: re.Match[str], at: int) -> int | None:
    """Minutes east of UTC; ISO 8601-1, 4.3.13 leaves no negative zero."""
    if found["zone"] in (None, "Z"):
        return 0 if found["zone"] else None
    minutes = _within(found, "past", 59, at) if found["past"] else 0
    minutes += 60 * _within(found, "ahead", 23, at)
    if minutes == 0 and found["sign"] == "-":
        message = "a time zone without a difference from UTC is written Z"
        raise DateError(message, "Write Z", at + found.start("zone") + 1, len(found["zone"]))
    return -minutes if found["sign"] == "-" else minutes
