"""How long an empty stretch is, roughly, in the unit in which people would say it."""

from __future__ import annotations

from dataclasses import dataclass

#: Days in a unit, and from how many days on it is used.
_UNITS = (
    ("billion-years", 365.2425e9, 365.2425e9),
    ("million-years", 365.2425e6, 365.2425e6),
    ("years", 365.2425, 700),
    ("months", 30.436875, 60),
    ("weeks", 7, 21),
)


@dataclass(frozen=True, slots=True)
class Duration:
    """A number and its unit: days, weeks, months, years, million-years or billion-years.

    `number` is whole up to years and has at most one decimal from millions on.
    """

    number: float
    unit: str


def duration(days: int) -> Duration:
    """A number of days in the largest unit that fits."""
    for unit, length, least in _UNITS:
        if days >= least:
            return Duration(_rounded(days / length, unit), unit)
    return Duration(days, "days")


def _rounded(number: float, unit: str) -> float:
    """As exact as people would say it: "53 years", "1,500 years", "4.4 billion years"."""
    if "illion" in unit and number < 10:
        return round(number, 1)
    if number < 1000:
        return round(number)
    scale = 10.0 ** (len(str(int(number))) - 2)
    return round(number / scale) * scale
