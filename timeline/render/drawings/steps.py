"""Steps: the states of a track over time. Warmer is higher; a step stands where a move was.

Talking      ·····················┌─③
Hardening    ·······┌─②───┐·······│·
Fighting    ①───────┘·····└───────┘·
            Feb 2022          15 Dec 2022
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.dates import Date, Day, ymd
from timeline.model.findings.history import Stretch
from timeline.model.periods import Period
from timeline.records import Event, State

#: Em from one rung to the next, or more; and above the highest and below the lowest one.
RUNG = 2.9
MARGIN = 1.6
#: Per cent of the width at which time begins and ends; the names of states stand before it.
LEFT = 31.0
RIGHT = 96.5
#: Letters on a line of a state's name, and em from line to line.
LETTERS = 13
LEADING = 1.15
#: Em between the names of two rungs.
AIR = 0.6
#: Marks on one rung that are nearer than this have one number, the first one's.
CLOSE = 5.0


@dataclass(frozen=True, slots=True)
class Rung:
    """A state of the ladder and its height; `lines` are its name, broken to fit."""

    state: State
    y: float
    lines: tuple[str, ...]

    @property
    def top(self) -> float:
        """The middle of the first line of its name."""
        return round(self.y - (len(self.lines) - 1) * LEADING / 2, 2)

    @property
    def half(self) -> float:
        """How far its name reaches above and below it."""
        return len(self.lines) * LEADING / 2


@dataclass(frozen=True, slots=True)
class Level:
    """A stretch of time in one state."""

    start: float
    end: float
    y: float
    tone: str


@dataclass(frozen=True, slots=True)
class Rise:
    """A change of state."""

    x: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A move; `number` is its place in the list of moves, "" where there is no room for it."""

    event: Event
    state: State
    x: float
    y: float
    number: str


@dataclass(frozen=True, slots=True)
class Steps:
    """The whole line, from `first`, a month or year, to `last`, the end of the telling."""

    height: float
    rungs: tuple[Rung, ...]
    levels: tuple[Level, ...]
    rises: tuple[Rise, ...]
    marks: tuple[Mark, ...]
    first: Period
    last: Date | None

    @property
    def left(self) -> float:
        """Where time begins."""
        return LEFT

    @property
    def right(self) -> float:
        """Where it ends."""
        return RIGHT

    @property
    def floor(self) -> float:
        """The height at which the dates stand."""
        return round(self.height - 0.5, 2)


def draw(stretches: Sequence[Stretch], ladder: Iterable[State], as_of: Date | None) -> Steps | None:
    """The line of steps, the coldest state of the ladder below; None for fewer than two moves."""
    if len(stretches) < 2:
        return None
    occurring = {each.move.state.id for each in stretches}
    rungs = _rungs([state for state in ladder if state.id in occurring])
    y = {rung.state.id: rung.y for rung in rungs}
    ends = [each.day if each.until is None else each.until for each in stretches]
    scale = _Scale(stretches[0].day, ends[-1])
    heights = [y[each.move.state.id] for each in stretches]
    starts = [scale.x(each.day) for each in stretches]
    levels = (
        Level(start, scale.x(end), height, each.move.state.tone)
        for each, start, end, height in zip(stretches, starts, ends, heights, strict=True)
    )
    rises = zip(starts[1:], heights, heights[1:], strict=False)
    return Steps(
        height=round(rungs[-1].y + max(MARGIN, rungs[-1].half) + 1.2, 2),
        rungs=rungs,
        levels=tuple(level for level in levels if level.end > level.start),
        rises=tuple(Rise(*rise) for rise in rises if rise[1] != rise[2]),
        marks=tuple(_marks(stretches, starts, heights)),
        first=_period(stretches[0].day, ends[-1]),
        last=as_of,
    )


def _period(first: Day, last: Day) -> Period:
    """The month of a line's first day; of a line of more than three years only the year."""
    year, month, _ = ymd(first)
    return Period(year, month if last - first < 3 * 366 else None)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: Day
    last: Day

    def x(self, day: Day) -> float:
        """Where a day stands; all in one place where there is only one day."""
        share = (day - self.first) / max(1, self.last - self.first)
        return round(LEFT + share * (RIGHT - LEFT), 2)


def _rungs(states: Sequence[State]) -> tuple[Rung, ...]:
    """The states, coldest first, as rungs from the top."""
    rungs: list[Rung] = []
    for state in reversed(states):
        rung = Rung(state, 0.0, tuple(textwrap.wrap(state.label, LETTERS)))
        y = max(MARGIN, rung.half)
        if rungs:
            y = rungs[-1].y + max(RUNG, rungs[-1].half + AIR + rung.half)
        rungs.append(replace(rung, y=round(y, 2)))
    return tuple(rungs)


def _marks(
    stretches: Sequence[Stretch], starts: Sequence[float], heights: Sequence[float]
) -> Iterable[Mark]:
    numbered: dict[float, float] = {}
    for place, (each, x, y) in enumerate(zip(stretches, starts, heights, strict=True), start=1):
        has_room = x - numbered.get(y, x - CLOSE) >= CLOSE
        if has_room:
            numbered[y] = x
        yield Mark(each.move.event, each.move.state, x, y, str(place) if has_room else "")
