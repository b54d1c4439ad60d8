"""The chart as values: lanes with marks, axes with ticks and gaps, and how full each part of it is.

Everything is a fraction of the chart's width or a row; a template writes it into the page, and
styles do the rest. A drawing has one axis, or two when something is folded on the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from timeline.dates import Day, iso, ymd
from timeline.model.model import Timeline
from timeline.records import Event, Track
from timeline.render import colours
from timeline.render.chart import scale as scales
from timeline.render.chart.cells import Cell, cells
from timeline.render.chart.choices import Choices, choices
from timeline.render.chart.durations import Duration, duration
from timeline.render.chart.hours import hours_of
from timeline.render.chart.lanes import Heap, Place, pack
from timeline.render.chart.marks import Band, Shape, made_public, occupied, shape
from timeline.render.chart.rows import Item
from timeline.render.chart.scale import Fold, Scale
from timeline.render.chart.ticks import Heading, Tick, headings, ticks

#: Ems that a letter of a label takes up, and the most that a label does.
_LETTER, _LONGEST_LABEL = 0.43, 36.0
#: Number of lanes → rows that one may have for marks without extent.
_ROWS = ((1, 10), (2, 7), (5, 5), (8, 4))
_FEWEST_ROWS = 3
#: How far the axis reaches beyond its last event to the day up to which is told, at most.
_NEAR = 0.15
#: Ems of time that the narrowest screen shows.
_SCREEN = 18.0
#: So many events are taken in without filters, zoom and overview.
_AT_A_GLANCE = 5
#: Into how many parts the overview divides the width.
_BINS = 120


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark on one axis."""

    shape: Shape
    place: Place


@dataclass(frozen=True, slots=True)
class Mark:
    """An event in its lane; `placed` has one entry for every axis."""

    event: Event
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A track with its marks in order of time; `rows` and `heaps` for every axis.

    The members of a heap are indices of marks. `late` are the marks of the events that are not on
    the page, with the places that are kept for them.
    """

    track: Track
    attributes: str
    marks: tuple[Mark, ...]
    late: tuple[Mark, ...]
    rows: tuple[int, ...]
    heaps: tuple[tuple[Heap, ...], ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A fold as it is drawn: how long it is, and whether something lasted all through it."""

    start: float
    end: float
    length: Duration
    is_crossed: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """A time axis and what stands on it.

    `as_of` is where the day ends up to which is told, if it is on the axis; `density` the number
    of events in each of equally wide parts, `cells` that in months or years, both with those that
    are not on the page.
    """

    scale: Scale
    ticks: tuple[Tick, ...]
    headings: tuple[Heading, ...]
    gaps: tuple[Gap, ...]
    as_of: float | None
    density: tuple[int, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart. `axes` has the folded one first, or only the plain one when nothing is folded.

    `last` is the last day on which anything happened or became public. When all marks stand at one
    place, no width tells more than that of the screen. `shown` events of `total` are on the page.
    """

    lanes: tuple[Lane, ...]
    axes: tuple[Axis, ...]
    choices: Choices
    last: Day
    has_one_place: bool
    as_of: Day | None
    has_known: bool
    shown: int
    total: int

    @property
    def is_large(self) -> bool:
        """Whether there is so much in it that one would look for something."""
        return self.shown > _AT_A_GLANCE

    @property
    def days(self) -> tuple[str, str] | None:
        """The first and the last day of its time (ISO 8601).

        None where they are beyond the years that a date field knows, 1 to 9999 (HTML, 2.3.5.2).
        """
        first, last = self.axes[0].scale.first, self.last
        is_known = ymd(first)[0] >= 1 and ymd(last)[0] <= 9999
        return (iso(first), iso(last)) if is_known else None

    @property
    def has_hours(self) -> bool:
        """Whether the times of a day stand apart."""
        return self.axes[0].scale.hours is not None

    @property
    def zone(self) -> str:
        """The time zone of its hours; "" where there are none, or none has a zone."""
        hours = self.axes[0].scale.hours
        return hours.zone if hours else ""

    @property
    def has_lasting(self) -> bool:
        """Whether anything in it lasts."""
        return any(band.texture == "solid" for band in self._bands())

    @property
    def has_vague(self) -> bool:
        """Whether anything happened once within a stretch."""
        return any(band.texture == "hatched" for band in self._bands())

    @property
    def has_soft(self) -> bool:
        """Whether any date is only about right."""
        shapes = (mark.placed[0].shape for lane in self.lanes for mark in lane.marks)
        return any(shape.is_soft for shape in shapes) or any(
            "soft" in (band.opens, band.closes) for band in self._bands()
        )

    def _bands(self) -> Iterator[Band]:
        for lane in self.lanes:
            for mark in lane.marks:
                yield from mark.placed[0].shape.bands


def draw(timeline: Timeline, events: Sequence[Event], late: Sequence[Event] = ()) -> Drawing:
    """The chart of some events of a timeline; at least one.

    `late` are further events that script may bring: they have places, on the same axes.
    """
    everything = [*events, *late]
    as_of = timeline.about.as_of
    today = None if as_of is None else as_of.anchor if as_of.latest is None else as_of.latest
    hours = hours_of(everything)
    taken = [stretch for event in everything for stretch in occupied(event, hours)]
    public = list(filter(None, map(made_public, everything)))
    reach = scales.folded(taken, hours)
    # What became public only long after is told beside its mark: it would be most of the axis.
    taken += [days for days in public if days[0] < reach.last or _is_near(days[1], reach)]
    if today is not None and _is_near(today, scales.folded(taken, hours)):
        taken.append((today, today + 1))
    first, other = scales.folded(taken, hours), scales.plain(taken, hours)
    axes = (first, other) if first.folds else (first,)
    hues = colours.of(timeline.tracks)
    lanes = {
        track.id: [[e for e in some if e.tracks[0] == track.id] for some in (events, late)]
        for track in timeline.tracks.values()
    }
    used = sum(map(any, lanes.values()))
    has_one_place = len({shape(event, first).at for event in everything}) == 1
    rows = next((rows for most, rows in _ROWS if used <= most), _FEWEST_ROWS)
    return Drawing(
        tuple(
            _lane(timeline.tracks[id], hues[id], own, others, axes, rows)
            for id, (own, others) in lanes.items()
            if own or others
        ),
        tuple(
            _axis(scale, events, late, today, _SCREEN if has_one_place else inf) for scale in axes
        ),
        choices(timeline, events),
        max([first.last - 1, *(last - 1 for _, last in public)]),
        has_one_place,
        today,
        any(event.known for event in events),
        len(events),
        len(everything),
    )


def _is_near(today: Day, scale: Scale) -> bool:
    """Whether a day is so soon after the last event that the axis can reach to it."""
    first, last = scale.segments[-1]
    is_spread = (first, last) not in scale.lone
    return is_spread and last <= today <= last + _NEAR * (last - first)


def _lane(
    track: Track,
    attributes: str,
    events: Sequence[Event],
    late: Sequence[Event],
    axes: Sequence[Scale],
    rows: int,
) -> Lane:
    everything = [*events, *late]
    shapes = [[shape(event, scale) for event in everything] for scale in axes]
    packed = [
        pack(tuple(_item(e, s) for e, s in zip(everything, on, strict=True)), rows, len(late))
        for on in shapes
    ]
    marks = tuple(
        Mark(
            event,
            tuple(Placed(s[i], p.places[i]) for s, p in zip(shapes, packed, strict=True)),
        )
        for i, event in enumerate(everything)
    )
    return Lane(
        track,
        attributes,
        marks[: len(events)],
        marks[len(events) :],
        tuple(p.rows for p in packed),
        tuple(p.heaps for p in packed),
    )


def _item(event: Event, drawn: Shape) -> Item:
    return Item(
        drawn.at, drawn.band, drawn.vague, drawn.before, drawn.after, _label(event), event.key
    )


def _label(event: Event) -> float:
    """The ems that an event's label takes up beside its mark."""
    return round(min(len(event.title) * _LETTER + 0.5, _LONGEST_LABEL), 2)


def _axis(
    scale: Scale, events: Sequence[Event], late: Sequence[Event], today: Day | None, widest: float
) -> Axis:
    everything = [*events, *late]
    density = [0] * _BINS
    for event in everything:
        density[min(int(shape(event, scale).at * _BINS), _BINS - 1)] += 1
    # An axis of hours may end before its last day does.
    until = None if today is None else today + 1
    is_shown = until is not None and scale.first < until <= scale.knots[-1][0]
    return Axis(
        scale,
        ticks(scale, widest),
        headings(scale),
        tuple(_gap(fold, everything) for fold in scale.folds),
        scale.at(until) if is_shown and until is not None else None,
        tuple(density),
        cells(scale, events, late) if late else (),
    )


def _gap(fold: Fold, events: Sequence[Event]) -> Gap:
    is_crossed = any(
        (event.date.earliest is None or event.date.earliest < fold.first)
        and (event.date.latest is None or event.date.latest > fold.last)
        for event in events
    )
    return Gap(fold.start, fold.end, duration(fold.days), is_crossed)
