"""The words of the axis: hours, days, months, years, centuries, billions of years.

    2014   ╱╲ 2022                                         the years, when months are told apart
           ╱╲ February  │ March     │ April     │ May      the ticks

    24 June 2022            │ 25 June 2022                 the days, when hours are
    00:00       │ 12:00     │ 00:00      │ 12:00

Coarse ticks come first; finer ones join them from the width on at which they have room. A date
that stands alone between folds has its own word and no other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor, inf
from statistics import median

from timeline.render.chart.lanes import STEPS, step_of
from timeline.render.chart.levels import (
    MOST,
    day_words,
    days_of,
    has_months,
    has_wide_days,
    length_of,
    levels,
    lone_words,
    new_year,
    stretches_of,
    year_of,
    year_words,
)
from timeline.render.chart.scale import Scale


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
class Heading:
    """A calendar year above its months, or a day above its hours, from a fraction to another.

    No words where there is never room for them.
    """

    start: float
    end: float
    words: str


def ticks(scale: Scale, widest: float = inf) -> tuple[Tick, ...]:
    """The ticks of an axis, in order; without those that need more than `widest` ems."""
    found: dict[float, Tick] = {
        start: Tick(
            scale.at(start), lone_words(floor(start), ceil(end), scale), STEPS[0], scale.at(end)
        )
        for start, end in scale.lone
    }
    for level in levels(scale):
        fresh = {day: words for day, words in level.items() if day not in found}
        if len(found) + len(fresh) > MOST:
            break
        found |= _fitted(fresh, found, scale, widest)
    return tuple(tick for _, tick in sorted(found.items()))


def headings(scale: Scale) -> tuple[Heading, ...]:
    """The years above the ticks, or the days; none where the ticks are years themselves."""
    if has_wide_days(scale):
        return tuple(
            Heading(scale.at(day), scale.at(day + 1), day_words(day)) for day in days_of(scale)
        )
    if not has_months(scale):
        return ()
    return tuple(
        _year(year, scale.at(max(start, new_year(year))), scale.at(min(end, new_year(year + 1))))
        for start, end in stretches_of(scale)
        for year in range(year_of(start), year_of(end - 1) + 1)
    )


def _year(year: int, start: float, end: float) -> Heading:
    words = year_words(year)
    return Heading(
        start, end, words if (end - start) and step_of(length_of(words) / (end - start)) else ""
    )


def _fitted(
    fresh: Mapping[float, str], found: Mapping[float, Tick], scale: Scale, widest: float
) -> dict[float, Tick]:
    """A level of ticks with the steps from which they are shown.

    They come together, but for those that have less room than most.
    """
    if not fresh:
        return {}
    order = sorted([*fresh, *found])
    bounds = [scale.at(day) for day in order] + [1.0]
    # The words of a fold begin where the days before it end.
    ends = [scale.at(fold.first) for fold in scale.folds] + [1.0]
    longest = max(map(length_of, fresh.values()))

    def needed(place: int) -> float:
        """The width from which a tick's word, and the one before it, end before the next begins."""
        at = bounds[place]
        width = _over(
            longest, min(bounds[place + 1], next((end for end in ends if end > at), 1.0)) - at
        )
        if not place:
            return width
        before = found.get(order[place - 1])
        length = length_of(before.words) if before else longest
        return max(width, _over(length, at - bounds[place - 1]))

    widths = {day: needed(place) for place, day in enumerate(order) if day in fresh}
    usual = median(widths.values()) * 1.1
    steps = {day: step_of(max(width, usual)) for day, width in widths.items() if width <= widest}
    return {
        day: Tick(scale.at(day), fresh[day], step)
        for day, step in steps.items()
        if step is not None
    }


def _over(length: float, fraction: float) -> float:
    return length / fraction if fraction > 0 else float("inf")
