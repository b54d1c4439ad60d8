"""The words of the axis: days, months, years, centuries, billions of years.

    2014   ╱╲ 2022                                         the years, when months are told apart
           ╱╲ February  │ March     │ April     │ May      the ticks

Coarse ticks come first; finer ones join them from the width on at which they have room. A date
that stands alone between folds has its own word and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf
from statistics import median

from timeline import dates
from timeline.dates import Day
from timeline.render.chart.lanes import STEPS, step_of
from timeline.render.chart.scale import Scale, Stretch

#: Ems that a word takes up for each of its letters, and around it.
_LETTER, _AROUND = 0.4, 0.5
#: An axis has at most so many ticks.
_MOST = 260
#: With so many years or fewer, not counting folds, months are told apart.
_FEW_YEARS = 24
#: Years from tick to tick; each divides the one before.
_YEARS = tuple(digit * 10**power for power in range(9, -1, -1) for digit in (5, 1))
#: The days on which a month is divided; on more of them where that is not fine enough.
_WEEKS = (8, 15, 22)
_DAYS_IN_YEAR = 365.2425
_WHOLE_YEAR, _CENTURY = 360, 36_525


@dataclass(frozen=True, slots=True)
class Tick:
    """A word at a fraction, shown from the width `step` on.

    `end` is given for a date that stands alone: its word has the width up to there, and lines.
    """

    at: float
    words: str
    step: int
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Year:
    """A calendar year from a fraction to another; no words where there is never room for them."""

    start: float
    end: float
    words: str


def ticks(scale: Scale, widest: float = inf) -> tuple[Tick, ...]:
    """The ticks of an axis, in order; without those that need more than `widest` ems."""
    found = {
        start: Tick(scale.at(start), _lone_words(start, end, scale), STEPS[0], scale.at(end))
        for start, end in scale.lone
    }
    for level in _levels(scale):
        fresh = {day: words for day, words in level.items() if day not in found}
        if len(found) + len(fresh) > _MOST:
            break
        found |= _fitted(fresh, found, scale, widest)
    return tuple(tick for _, tick in sorted(found.items()))


def years(scale: Scale) -> tuple[Year, ...]:
    """The years above the ticks; none where the ticks are years themselves."""
    if not _has_months(scale):
        return ()
    return tuple(
        _year(year, scale.at(max(start, _new_year(year))), scale.at(min(end, _new_year(year + 1))))
        for start, end in _spread(scale)
        for year in range(_year_of(start), _year_of(end - 1) + 1)
    )


def year_words(year: int) -> str:
    """An astronomical year as people say it: "2022", "44 BCE", "13.8 billion BCE"."""
    if abs(year) > 9999:
        return dates.parse(f"Y{year}").words
    return dates.parse(f"{'-' if year < 0 else ''}{abs(year):04d}").words


def _year(year: int, start: float, end: float) -> Year:
    words = year_words(year)
    return Year(
        start, end, words if (end - start) and step_of(_length(words) / (end - start)) else ""
    )


def _levels(scale: Scale) -> Iterator[dict[Day, str]]:
    """Day → word, level after level; each joins the ones before."""
    spread = _spread(scale)
    if not _has_months(scale):
        yield from _levels_of_years(spread)
        return
    days = [day for start, end in spread for day in range(start, end)]
    months = [day for day in days if dates.ymd(day)[2] == 1]
    yield {day: _month_words(day) for day in months if dates.ymd(day)[1] % 3 == 1}
    yield {day: _month_words(day) for day in months}
    # A month that had begun before, in a fold or outside the axis.
    yield {start: _month_words(start) for start, _ in spread}
    if len(days) <= _MOST * 7:
        yield {day: _day_words(day) for day in days if dates.ymd(day)[2] in _WEEKS}
    if len(days) <= _MOST:
        yield {day: _day_words(day) for day in days}


def _levels_of_years(segments: list[Stretch]) -> Iterator[dict[Day, str]]:
    for step in _YEARS:
        if sum(end - start for start, end in segments) / _DAYS_IN_YEAR / step > _MOST:
            return
        yield {
            _new_year(year): year_words(year)
            for start, end in segments
            for year in _round_years(_year_of(start - 1) + 1, _year_of(end - 1), step)
        }


def _round_years(first: int, last: int, step: int) -> Iterator[int]:
    """The years that people count as multiples of a step: 100 BCE is the astronomical year -99."""
    for counted in range(-((1 - first) // step) * step, last + 1, step):
        year = counted + 1 if -9999 < counted < 0 else counted
        if first <= year <= last and year != 0:
            yield year


def _fitted(
    fresh: Mapping[Day, str], found: Mapping[Day, Tick], scale: Scale, widest: float
) -> dict[Day, Tick]:
    """A level of ticks with the steps from which they are shown.

    They come together, but for those that have less room than most.
    """
    if not fresh:
        return {}
    order = sorted([*fresh, *found])
    bounds = [scale.at(day) for day in order] + [1.0]
    # The words of a fold begin where the days before it end.
    ends = [scale.at(fold.first) for fold in scale.folds] + [1.0]
    longest = max(map(_length, fresh.values()))

    def needed(place: int) -> float:
        """The width from which a tick's word, and the one before it, end before the next begins."""
        at = bounds[place]
        width = _over(
            longest, min(bounds[place + 1], next((end for end in ends if end > at), 1.0)) - at
        )
        if not place:
            return width
        before = found.get(order[place - 1])
        length = _length(before.words) if before else longest
        return max(width, _over(length, at - bounds[place - 1]))

    widths = {day: needed(place) for place, day in enumerate(order) if day in fresh}
    usual = median(widths.values()) * 1.1
    steps = {day: step_of(max(width, usual)) for day, width in widths.items() if width <= widest}
    return {
        day: Tick(scale.at(day), fresh[day], step)
        for day, step in steps.items()
        if step is not None
    }


def _has_months(scale: Scale) -> bool:
    """Whether there is room to tell months apart; years of more digits have none."""
    spread = _spread(scale)
    days = sum(end - start for start, end in spread)
    return 0 < days <= _FEW_YEARS * _DAYS_IN_YEAR and all(
        abs(_year_of(day)) < 9999 for segment in spread for day in segment
    )


def _spread(scale: Scale) -> list[Stretch]:
    """The segments that hold more than one date."""
    return [segment for segment in scale.segments if segment not in scale.lone]


def _lone_words(start: Day, end: Day, scale: Scale) -> str:
    """The word for a stretch that is one date: its day, its month, or the year it begins in.

    The year is left out where others of that year have it above them. Where centuries lie between
    dates, the year is enough.
    """
    year = year_words(_year_of(start))
    if end - start >= _WHOLE_YEAR or (scale.folds and scale.last - scale.first > _CENTURY):
        return year
    words = dates.parse(dates.iso(start) if end - start == 1 else dates.iso(start)[:-3]).words
    is_told = _has_months(scale) and _year_of(start) in {_year_of(day) for day, _ in _spread(scale)}
    return words.removesuffix(year).strip() if is_told else words


def _month_words(day: Day) -> str:
    """The name of the day's month, without its year."""
    return dates.parse(dates.iso(day)[:-3]).words.removesuffix(year_words(_year_of(day))).strip()


def _day_words(day: Day) -> str:
    """The day and its month, in short, without the year."""
    return dates.parse(dates.iso(day)).short_words.removesuffix(year_words(_year_of(day))).strip()


def _year_of(day: Day) -> int:
    return dates.ymd(day)[0]


def _new_year(year: int) -> Day:
    return dates.day_number(year, 1, 1)


def _length(words: str) -> float:
    return len(words) * _LETTER + _AROUND


def _over(length: float, fraction: float) -> float:
    return length / fraction if fraction > 0 else float("inf")
