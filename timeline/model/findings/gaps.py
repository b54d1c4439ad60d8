"""Gaps: how long after one date another came, as exactly as both say.

first    ├─────┤                       ├──────────┤
second             ├────┤                      ├────┤
          fewest ├─┤                   fewest below zero: which came first is not certain
         ├──────────────┤ most
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates import Date

#: Days of a year, over the 400 years after which the calendar repeats itself.
_YEAR = 365.2425
#: Nobody pictures more days than those of two years.
_MOST_DAYS = 730
#: Bounds this near to their middle, as a part of it, say no more than "about" does.
_NEAR = 0.1
#: From here on a single year is more than people would say, and more than is known.
_MANY_YEARS = 10_000
_LARGE = ((1_000_000_000, "billion_years"), (1_000_000, "million_years"))


@dataclass(frozen=True, slots=True)
class Length:
    """From `fewest` to `most` of a unit: days, years, million_years or billion_years.

    `is_about`: both are the same number, and that is rounded.
    """

    unit: str
    fewest: float
    most: float
    is_about: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """At least `fewest` and at most `most` days.

    `fewest` is below zero where the second date may have come first. `is_rough` says that a date
    is marked as approximate or uncertain, which makes neither bound a firm one.
    """

    fewest: int
    most: int
    is_rough: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether both dates name their day."""
        return self.fewest == self.most and not self.is_rough

    @property
    def is_order_certain(self) -> bool:
        """Whether the second date cannot have come first; on one day both count as in order."""
        return self.fewest > 0 if self.is_rough else self.fewest >= 0

    @property
    def length(self) -> Length:
        """The days as people would count them: long times in years unless they are exact."""
        if self.is_exact:
            return Length("days", self.most, self.most)
        middle = (self.fewest + self.most) // 2
        if middle >= _MOST_DAYS:
            is_narrow = self.most - middle <= middle * _NEAR
            return _about_years(middle) if self.is_rough or is_narrow else self._range_of_years()
        if self.is_rough:
            days = _rounded(middle, _step(middle, 2))
            return Length("days", days, days, is_about=True)
        return Length("days", self.fewest, self.most)

    def _range_of_years(self) -> Length:
        """Both bounds in one unit, rounded away from each other: that keeps them true."""
        most = -int(-self.most // _YEAR)
        step = _step(most, 3) if most >= _MANY_YEARS else 1
        most = -(-most // step) * step
        fewest = int(self.fewest // _YEAR) // step * step
        size, unit = _size(most)
        return Length(unit, _of(fewest, size), _of(most, size))


def between(first: Date, second: Date, *, in_order: bool = False) -> Gap | None:
    """The days from the first date to the second; None where either has an open end, and where
    the second surely came first.

    `in_order`: it is known from elsewhere that the second did not come first. A vague date that
    could also lie before only makes the fewest days none then; None where it is rough, too, as
    nothing is left to count from.
    """
    if (
        first.earliest is None
        or first.latest is None
        or second.earliest is None
        or second.latest is None
    ):
        return None
    is_rough = any(date.approximate or date.uncertain for date in (first, second))
    gap = Gap(second.earliest - first.latest, second.latest - first.earliest, is_rough)
    if gap.most < 0:
        return None
    if gap.is_order_certain or not in_order:
        return gap
    return None if is_rough else Gap(0, gap.most)


def _about_years(days: int) -> Length:
    years = round(days / _YEAR)
    years = _rounded(years, _step(years, 3) if years >= _MANY_YEARS else 1)
    size, unit = _size(years)
    return Length(unit, _of(years, size), _of(years, size), is_about=True)


def _step(number: int, digits: int) -> int:
    """What the last of so many digits of a number counts."""
    return int(10 ** max(0, len(str(number)) - digits))


def _rounded(number: int, step: int) -> int:
    return (number + step // 2) // step * step


def _size(years: int) -> tuple[int, str]:
    """The unit in which so many years are said, and how many years that is."""
    return next((large for large in _LARGE if years >= large[0]), (1, "years"))


def _of(years: int, size: int) -> float:
    """Years in a larger unit, whole where they can be: 66, 13.8."""
    return years / size if years % size else years // size
