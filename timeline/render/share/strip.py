"""Strip: events on a small axis of time, as the chart draws them, in pixels.

─────●────────○───────────────◐────────●─        a lane

                              ┌●──────○──        a course: warmer states are higher
──●──┐                        │
     └○───────●───────────────┘
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.dates import Date
from timeline.model.model import Timeline
from timeline.records import Event, Track
from timeline.render.chart import marks
from timeline.render.chart import scale as scales
from timeline.render.chart.hours import hours_of
from timeline.render.chart.scale import Scale
from timeline.render.share.sheet import LEFT, RIGHT

#: How far a stretch reaches beyond the axis where nobody knows its end.
_FADE = 40
#: Marks of a lane that are nearer than this are one.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Band:
    """How long something lasted, or (`is_vague`) within which time it happened once."""

    x: float
    width: float
    is_vague: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """An event on the axis."""

    x: float
    certainty: str
    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """Marks of one colour at one height; `size` is the radius of a mark."""

    y: float
    size: float
    hue: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """The states of a track as a line through `points`, and its events on that line."""

    hue: str
    points: tuple[tuple[float, float], ...]
    marks: tuple[tuple[float, Mark], ...]


def axis(events: Sequence[Event], as_of: Date | None) -> Scale:
    """The axis on which events stand, up to the day that is told of."""
    hours = hours_of(events)
    taken = [stretch for event in events for stretch in marks.occupied(event, hours)]
    if as_of is not None and as_of.latest is not None:
        taken.append((as_of.latest, as_of.latest + 1))
    return scales.folded(taken or [(0, 1)], hours)


def mark(event: Event, scale: Scale) -> Mark:
    """An event on an axis."""
    shape = marks.shape(event, scale)
    return Mark(_x(shape.at), event.certainty, tuple(map(_band, shape.bands)))


def lane(events: Sequence[Event], scale: Scale, y: float, size: float, hue: str) -> Lane:
    """The lane of some events."""
    return Lane(round(y, 1), round(size, 1), hue, tuple(marks_apart(events, scale)))


def marks_apart(events: Iterable[Event], scale: Scale) -> Iterable[Mark]:
    """The marks of events, as far as they can be told apart."""
    apart: dict[int, Mark] = {}
    for event in events:
        drawn = mark(event, scale)
        apart.setdefault(round(drawn.x / _NEAR), drawn)
    return apart.values()


def course(
    track: Track, timeline: Timeline, scale: Scale, hue: str, top: float, bottom: float
) -> Course:
    """The events of a track, each as high as the state that the line shows there.

    A step stands at the mark of the event that made it, so that line and marks agree even where
    dates are vague.
    """
    moves = timeline.moves(track)
    held = {move.state.id for move in moves}
    rungs = [id for id in timeline.states if id in held]
    rise = (bottom - top) / max(1, len(rungs) - 1)
    height = {id: bottom - place * rise for place, id in enumerate(rungs)}
    levels: list[tuple[float, float]] = []
    for move in moves:
        x = mark(move.event, scale).x
        levels.append((max([x, *(before for before, _ in levels[-1:])]), height[move.state.id]))
    drawn = []
    for event in timeline.of_track(track):
        at = replace(mark(event, scale), bands=())
        past = [y for x, y in levels if x <= at.x] or [y for _, y in levels[:1]]
        drawn.append((round(past[-1] if past else (top + bottom) / 2, 1), at))
    return Course(hue, tuple(_stepped(levels)), tuple(drawn))


def _stepped(levels: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """The corners of a line through levels, each of which holds until the next."""
    ends = [x for x, _ in levels[1:]] + [float(RIGHT)]
    for (x, y), end in zip(levels, ends, strict=False):
        yield x, round(y, 1)
        yield end, round(y, 1)


def _band(band: marks.Band) -> Band:
    start, end = _x(band.start), _x(band.end)
    if band.opens == "unknown":
        start = max(LEFT, start - _FADE)
    if band.closes == "unknown":
        end = min(RIGHT, end + _FADE)
    return Band(start, round(end - start, 1), band.texture == "hatched")


def _x(fraction: float) -> float:
    return round(LEFT + fraction * (RIGHT - LEFT), 1)
