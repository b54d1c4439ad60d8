"""Which words there are for an axis: levels of them, from years to quarters of an hour.

Each level joins the coarser ones before it: quarters, months, weeks, days; days, hours; centuries,
decades, years. What has room of them is for `ticks` to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor

from timeline import dates
from timeline.dates import Day
from timeline.render.chart.hours import clock_words
from timeline.render.chart.lanes import STEPS
from timeline.render.chart.scale import Scale

#: Ems that a word takes up for each of its letters, and around it.
_LETTER, _AROUND = 0.4, 0.5
#: An axis has at most so many words.
MOST = 260
#: With so many years or fewer, not counting folds, months are told apart.
_FEW_YEARS = 24
#: Years from word to word; each divides the one before.
_YEARS = tuple(digit * 10**power for power in range(9, -1, -1) for digit in (5, 1))
#: The days on which a month is divided; on more of them where that is not fine enough.
_WEEKS = (8, 15, 22)
_DAY = 24 * 60
#: Minutes from word to word; each divides the one before.
_MINUTES = (_DAY, 720, 360, 180, 60, 15)
_DAYS_IN_YEAR = 365.2425
_WHOLE_YEAR, _CENTURY = 360, 36_525


def levels(scale: Scale) -> Iterator[dict[float, str]]:
    """Day → word, level after level; each joins the ones before."""
    spread = stretches_of(scale)
    if scale.hours:
        yield from _levels_of_hours(scale)
        return
    if not has_months(scale):
        yield from _levels_of_years(spread)
        return
    days = days_of(scale)
    months = [day for day in days if dates.ymd(day)[2] == 1]
    yield {day: _month_words(day) for day in months if dates.ymd(day)[1] % 3 == 1}
    yield {day: _month_words(day) for day in months}
    # A month that had begun before, in a fold or outside the axis.
    yield {start: _month_words(start) for start, _ in spread}
    if len(days) <= MOST * 7:
        yield {day: _short_day_words(day) for day in days if dates.ymd(day)[2] in _WEEKS}
    if len(days) <= MOST:
        yield {day: _short_day_words(day) for day in days}


def _levels_of_hours(scale: Scale) -> Iterator[dict[float, str]]:
    is_named_above = has_wide_days(scale)
    for step in _MINUTES:
        yield {
            day + minutes / _DAY: (
                clock_words(minutes) if minutes or is_named_above else _short_day_words(day)
            )
            for day in days_of(scale)
            for minutes in range(0, _DAY, step)
            if any(start <= day + minutes / _DAY < end for start, end in scale.segments)
        }


def _levels_of_years(segments: list[tuple[Day, Day]]) -> Iterator[dict[float, str]]:
    for step in _YEARS:
        if sum(end - start for start, end in segments) / _DAYS_IN_YEAR / step > MOST:
            return
        yield {
            new_year(year): year_words(year)
            for start, end in segments
            for year in _round_years(year_of(start - 1) + 1, year_of(end - 1), step)
        }


def _round_years(first: int, last: int, step: int) -> Iterator[int]:
    """The years that people count as multiples of a step: 100 BCE is the astronomical year -99."""
    for counted in range(-((1 - first) // step) * step, last + 1, step):
        year = counted + 1 if -9999 < counted < 0 else counted
        if first <= year <= last and year != 0:
            yield year


def lone_words(start: Day, end: Day, scale: Scale) -> str:
    """The word for a stretch that is one date: its day, its month, or the year it begins in.

    The year is left out where others of that year have it above them. Where centuries lie between
    dates, the year is enough.
    """
    year = year_words(year_of(start))
    if end - start >= _WHOLE_YEAR or (scale.folds and scale.last - scale.first > _CENTURY):
        return year
    words = dates.parse(dates.iso(start) if end - start == 1 else dates.iso(start)[:-3]).words
    years = {year_of(day) for day, _ in stretches_of(scale)}
    is_told = has_months(scale) and year_of(start) in years
    return words.removesuffix(year).strip() if is_told else words


def year_words(year: int) -> str:
    """An astronomical year as people say it: "2022", "44 BCE", "13.8 billion BCE"."""
    if abs(year) > 9999:
        return dates.parse(f"Y{year}").words
    return dates.parse(f"{'-' if year < 0 else ''}{abs(year):04d}").words


def has_months(scale: Scale) -> bool:
    """Whether there is room to tell months apart; years of more digits have none."""
    spread = stretches_of(scale)
    days = sum(end - start for start, end in spread)
    return 0 < days <= _FEW_YEARS * _DAYS_IN_YEAR and all(
        abs(year_of(day)) < 9999 for segment in spread for day in segment
    )


def has_wide_days(scale: Scale) -> bool:
    """Whether hours are told apart, and a whole day has room for its name above them."""
    return scale.hours is not None and all(
        (scale.at(day + 1) - scale.at(day)) * STEPS[0]
        > length_of(dates.parse(dates.iso(day)).words)
        for start, end in scale.segments
        if (start, end) not in scale.lone
        for day in range(ceil(start), floor(end))
    )


def days_of(scale: Scale) -> list[Day]:
    """The days that are not folded away, and do not stand alone."""
    return [day for start, end in stretches_of(scale) for day in range(start, end)]


def stretches_of(scale: Scale) -> list[tuple[Day, Day]]:
    """The segments that hold more than one date, in whole days."""
    spread = [segment for segment in scale.segments if segment not in scale.lone]
    return [(floor(start), ceil(end)) for start, end in spread]


def day_words(day: Day) -> str:
    """A day with its month and year."""
    return dates.parse(dates.iso(day)).words


def _month_words(day: Day) -> str:
    """The name of the day's month, without its year."""
    return dates.parse(dates.iso(day)[:-3]).words.removesuffix(year_words(year_of(day))).strip()


def _short_day_words(day: Day) -> str:
    """The day and its month, in short, without the year."""
    return dates.parse(dates.iso(day)).short_words.removesuffix(year_words(year_of(day))).strip()


def year_of(day: Day) -> int:
    """The astronomical year of a day."""
    return dates.ymd(day)[0]


def new_year(year: int) -> Day:
    """The first day of an astronomical year."""
    return dates.day_number(year, 1, 1)


def length_of(words: str) -> float:
    """The ems that words take up, with the room around them."""
    return len(words) * _LETTER + _AROUND
