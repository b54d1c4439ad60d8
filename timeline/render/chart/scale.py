"""The time axis: day numbers to fractions of the chart's width, with long empty stretches folded.

    days        ├───────┤                               ├──────────┤
    fractions   0   ├───────┤  ╱╲╱ 5 months ╱╲╱  ├──────────┤      1

Between folds a day is equally wide everywhere. A fold is as wide as any other, however long it is;
a day inside it still has its place, so that lines and bars can cross it. A date that stands alone
between folds has a fixed width, too: nothing beside it could be told apart.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, floor
from typing import TypeAlias

from timeline.dates import Day
from timeline.render.chart.hours import Hours

#: The least width of the chart, in ems of its own. All lengths here that are not fractions are ems.
WIDTH = 60.0
#: A mark with the room around it.
MARK = 1.75

_EDGE = 1.2 / WIDTH
_FOLD = 3.0 / WIDTH
_PAD = 1.2 / WIDTH
_LONE = 4.5 / WIDTH
#: Folds and lone dates together take up at most this part of the width.
_FIXED = 0.55
#: A gap is long when it takes up this part of what is not folded yet.
_LONG = 0.22
#: Within a century more folds than these would leave no room for words.
_FEW, _CENTURY = 2, 36_525

#: From a day to another, which is not included; from or to a moment, where hours are told apart.
Stretch: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Fold:
    """An empty stretch, its first and last day, drawn from `start` to `end` (fractions)."""

    first: Day
    last: Day
    start: float
    end: float

    @property
    def days(self) -> int:
        """How many days are folded away."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Scale:
    """`knots` are (day, fraction) pairs in order; between two of them days are equally wide.

    Every two of them bound a segment; folds lie between segments. `lone` are the segments that
    hold nothing but one date. `hours` are the times that stand apart; None where days are not
    divided.
    """

    knots: tuple[tuple[float, float], ...]
    folds: tuple[Fold, ...]
    lone: tuple[Stretch, ...]
    hours: Hours | None = None

    @property
    def segments(self) -> list[Stretch]:
        """The stretches between folds, in order."""
        days = [day for day, _ in self.knots]
        return list(zip(days[::2], days[1::2], strict=True))

    @property
    def first(self) -> Day:
        """The first day."""
        return floor(self.knots[0][0])

    @property
    def last(self) -> Day:
        """The day after the last one."""
        return ceil(self.knots[-1][0])

    def at(self, day: float) -> float:
        """Where a day begins; for days outside the axis, the chart's edges 0 and 1."""
        if day < self.knots[0][0]:
            return 0.0
        if day > self.knots[-1][0]:
            return 1.0
        right = min(bisect_right(self.knots, day, key=lambda knot: knot[0]), len(self.knots) - 1)
        (day_0, at_0), (day_1, at_1) = self.knots[right - 1], self.knots[right]
        return round(at_0 + (at_1 - at_0) * (day - day_0) / (day_1 - day_0), 5)


@dataclass(frozen=True, slots=True)
class _Segment:
    """What lies between two folds; `is_lone` when no date in it is finer than the whole."""

    start: float
    end: float
    is_lone: bool


def plain(occupied: Collection[Stretch], hours: Hours | None = None) -> Scale:
    """The axis on which every day is equally wide. `occupied` is not empty."""
    return _divided(_plain, occupied, hours)


def folded(occupied: Collection[Stretch], hours: Hours | None = None) -> Scale:
    """The axis with its long gaps folded, longest first, as far as that helps what is crowded.

    `occupied` is not empty; its stretches may overlap.
    """
    return _divided(_readable, occupied, hours)


def _divided(
    axis: Callable[[Collection[Stretch], Sequence[float]], Scale],
    occupied: Collection[Stretch],
    hours: Hours | None,
) -> Scale:
    """An axis with the hours of its days told apart, where these are few."""
    if hours is None:
        return axis(occupied, ())
    days = {(floor(moment), floor(moment) + 1) for moment in hours.moments}
    scale = axis([*occupied, *days], ())
    if sum(end - start for start, end in scale.segments) > hours.most_days:
        return scale
    return replace(axis([*occupied, *hours.days], hours.moments), hours=hours)


def _plain(occupied: Collection[Stretch], moments: Sequence[float]) -> Scale:
    return _scale(_segments(_blocks(occupied, moments), folded_gaps=()))


def _readable(occupied: Collection[Stretch], moments: Sequence[float]) -> Scale:
    scale = _folded(occupied, moments)
    unfolded = sum(end - start for start, end in scale.segments if (start, end) not in scale.lone)
    # What is vague over so long a time says nothing of most of its days.
    least = max(1, _LONG * unfolded)
    long = {days for days in occupied if days[1] - days[0] > least} - set(scale.lone)
    if not long:
        return scale
    ends = {end for first, last in long for end in ((first, first + 1), (last - 1, last))}
    return _folded({*occupied} - long | ends, moments)


def _folded(occupied: Collection[Stretch], moments: Sequence[float]) -> Scale:
    blocks = _blocks(occupied, moments)
    lengths = [after.start - before.end for before, after in pairwise(blocks)]
    middles = sorted({*((start + end) / 2 for start, end in occupied), *moments})
    chosen: list[int] = []
    segments = _segments(blocks, chosen)
    for gap in sorted(range(len(lengths)), key=lambda gap: (-lengths[gap], gap)):
        unfolded = sum(s.end - s.start for s in segments if not s.is_lone)
        if len(chosen) == _FEW and blocks[-1].end - blocks[0].start < _CENTURY:
            break
        if lengths[gap] < _LONG * unfolded or not _is_crowded(_scale(segments), middles):
            break
        chosen.append(gap)
        segments = _segments(blocks, chosen)
    return _scale(segments)


def _blocks(occupied: Iterable[Stretch], moments: Sequence[float]) -> list[_Segment]:
    """Stretches joined where they touch, in order; `moments` are in order, too."""
    blocks: list[_Segment] = []
    for start, end in sorted(set(occupied)):
        if blocks and start <= blocks[-1].end:
            blocks[-1] = _Segment(blocks[-1].start, max(end, blocks[-1].end), is_lone=False)
        else:
            has_moments = bisect_left(moments, start) < bisect_left(moments, end)
            blocks.append(_Segment(start, end, is_lone=not has_moments))
    return blocks


def _segments(blocks: Sequence[_Segment], folded_gaps: Collection[int]) -> list[_Segment]:
    """Blocks joined across every gap that is not folded; gap i comes after block i."""
    joined = [blocks[0]]
    for i, block in enumerate(blocks[1:]):
        if i in folded_gaps:
            joined.append(block)
        else:
            joined[-1] = _Segment(joined[-1].start, block.end, is_lone=False)
    return joined


def _scale(segments: Sequence[_Segment]) -> Scale:
    """Where everything comes to lie."""
    lone = sum(segment.is_lone for segment in segments)
    days = sum(segment.end - segment.start for segment in segments if not segment.is_lone)
    fixed = (len(segments) - 1) * (_FOLD + 2 * _PAD) + lone * _LONE
    shrunk = min(1.0, _FIXED / fixed) if fixed else 1.0
    fold, pad, alone = _FOLD * shrunk, _PAD * shrunk, _LONE * shrunk
    room = 1 - 2 * _EDGE - fixed * shrunk
    if not days:
        alone += room / lone

    knots: list[tuple[float, float]] = []
    folds: list[Fold] = []
    x = _EDGE
    for segment in segments:
        if knots:
            opens, closes = round(x + pad, 5), round(x + pad + fold, 5)
            folds.append(Fold(ceil(knots[-1][0]), floor(segment.start) - 1, opens, closes))
            x += fold + 2 * pad
        knots.append((segment.start, round(x, 5)))
        x += alone if segment.is_lone else room * (segment.end - segment.start) / days
        knots.append((segment.end, round(x, 5)))
    alone_days = tuple((s.start, s.end) for s in segments if s.is_lone)
    return Scale(tuple(knots), tuple(folds), alone_days)


def _is_crowded(scale: Scale, days: Iterable[float]) -> bool:
    """Whether marks on different days would touch."""
    return any((scale.at(b) - scale.at(a)) * WIDTH < MARK for a, b in pairwise(days))
