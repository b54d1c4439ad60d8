"""What an event looks like on the axis: where its mark stands, and how vague its date is drawn.

    single   17 November           ●            known to the day
             November              ▒▒●▒▒        once, somewhere in there
    interval 3 to 20 November      ●━━━━━━━     all the time; ▒ where an end is a month or a year
             since 3 November      ●━━━━━━━▶    unfinished
    one-of   by 4 December      ░▒▒▒●           once, and nobody said since when

What is only about right, or doubted, fades out; so does an end that nobody wrote down.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from timeline.dates import Date, Day
from timeline.records import Event
from timeline.render.chart.hours import Hours
from timeline.render.chart.lanes import STEPS
from timeline.render.chart.scale import MARK, WIDTH, Scale, Stretch

#: How far a stretch without a known end is drawn (ems).
FADE = 2.5
#: A band that is shorter than this, as a fraction, hides behind its mark on every chart.
_SHORTEST = MARK / 2 / STEPS[-1]
#: One that is longer than a mark shows its soft ends on every chart.
_WIDE = MARK / WIDTH

Texture = Literal["solid", "hatched"]
Edge = Literal["sharp", "soft", "open", "unknown"]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time as it is drawn, between two fractions.

    Edges: `sharp` at a day; `soft`: only about then; `open`: with an arrow; `unknown`: fading out
    over `FADE` ems beyond the fraction.
    """

    texture: Texture
    start: float
    end: float
    opens: Edge = "sharp"
    closes: Edge = "sharp"

    @property
    def is_visible(self) -> bool:
        """Whether it is longer than a mark's width on some chart, or has an end of its own."""
        endless = {"open", "unknown"} & {self.opens, self.closes}
        return bool(endless) or self.end - self.start > _SHORTEST


@dataclass(frozen=True, slots=True)
class Shape:
    """A date on the axis: a mark `at` a fraction, and bands beside it.

    The mark is soft where the day itself is only about right; `known` is where it became public,
    None also where that is beyond the axis: then it `is_known_late`.
    """

    at: float
    is_soft: bool
    bands: tuple[Band, ...]
    known: float | None = None
    is_known_late: bool = False

    @property
    def band(self) -> tuple[float, float]:
        """From where to where it is drawn, up to the day on which it became known."""
        ends = [self.at, *(band.end for band in self.bands)]
        return (
            min([self.at, *(band.start for band in self.bands)]),
            max(ends if self.known is None else [*ends, self.known]),
        )

    @property
    def vague(self) -> tuple[float, float]:
        """The hatched band around the mark, or nothing but the mark."""
        around = (
            (band.start, band.end)
            for band in self.bands
            if band.texture == "hatched" and band.start <= self.at <= band.end
        )
        return next(around, (self.at, self.at))

    @property
    def before(self) -> float:
        """Ems before the mark that the shape takes up at any width."""
        fades = any(band.opens == "unknown" for band in self.bands)
        return MARK / 2 + (FADE if fades else 0.0)

    @property
    def after(self) -> float:
        """Ems after the mark that the shape takes up at any width."""
        fades = self.is_known_late or any(band.closes == "unknown" for band in self.bands)
        return MARK / 2 + (FADE if fades else 0.0)


def occupied(event: Event, hours: Hours | None = None) -> Iterator[Stretch]:
    """The days that an event needs on the axis; none where it is one of the moments of `hours`.

    Those in the middle of an interval are not among them: nothing begins or ends there.
    """
    date = event.date
    if hours and date.clock:
        return
    for part in (date.start, date.end) if date.kind == "interval" else (date,):
        if part:
            yield _days(part)


def made_public(event: Event) -> tuple[Day, Day] | None:
    """The days on which an event became public, if later than it happened."""
    return _days(event.known) if event.known else None


def shape(event: Event, scale: Scale) -> Shape:
    """How an event is drawn on an axis."""
    date = event.date
    if date.kind == "interval":
        at = _place(date.start or date.end or date, scale)
        bands = _lasting(date, scale)
    else:
        at = _place(date, scale)
        bands = _once(date, scale)
    drawn = tuple(band for band in bands if band.is_visible)
    has_soft_mark = is_soft(date) and not any(band.end - band.start > _WIDE for band in drawn)
    public = made_public(event)
    is_late = public is not None and public[0] >= scale.last
    # Where both are one day, nobody says which came first.
    is_told = event.known and (event.known.clock or (event.known.latest or inf) > date.anchor)
    known = _place(event.known, scale) if event.known and is_told and not is_late else None
    return Shape(at, has_soft_mark, drawn, known if known and known > at else None, is_late)


def is_soft(date: Date | None) -> bool:
    """Whether a date is only about right, or doubted."""
    return date is not None and (date.approximate or date.uncertain)


def _once(date: Date, scale: Scale) -> Iterator[Band]:
    """The extent within which something happened once; none where that is as fine as the axis."""
    start, end = _days(date)
    known: Edge = "soft" if is_soft(date) else "sharp"
    opens: Edge = "unknown" if date.earliest is None else known
    closes: Edge = "unknown" if date.latest is None else known
    if _is_vague(date, scale) or "unknown" in (opens, closes):
        yield Band("hatched", scale.at(start), scale.at(end), opens, closes)


def _lasting(date: Date, scale: Scale) -> Iterator[Band]:
    """A solid band, and a hatched one at each end that is not as fine as the axis."""
    first = _days(date.start) if date.start else None
    last = _days(date.end) if date.end else None
    opens: Edge = "soft" if is_soft(date.start) else "sharp"
    closes: Edge = "soft" if is_soft(date.end) else "sharp"
    if first and last and first[1] > last[0]:
        yield Band("hatched", scale.at(first[0]), scale.at(last[1]), opens, closes)
        return
    start, end = 0.0, 1.0
    if first:
        start = scale.at(first[0])
        if _is_vague(date.start, scale) and not _is_lost(first, opens, scale):
            yield Band("hatched", start, scale.at(first[1]), opens)
            start, opens = scale.at(first[1]), "sharp"
    if last:
        end = scale.at(last[1])
        if _is_vague(date.end, scale) and not _is_lost(last, closes, scale):
            yield Band("hatched", scale.at(last[0]), end, closes=closes)
            end, closes = scale.at(last[0]), "sharp"
    if not first:
        start, opens = (0.0, "open") if date.is_open_start else (end, "unknown")
    if not last:
        end, closes = (1.0, "open") if date.is_open_end else (start, "unknown")
    yield Band("solid", start, end, opens, closes)


def _is_vague(date: Date | None, scale: Scale) -> bool:
    """Whether a date leaves more than a day open; where hours are told apart, more than a time."""
    if date is None:
        return False
    start, end = _days(date)
    return end - start > 1 or (scale.hours is not None and date.clock is None)


def _is_lost(days: tuple[Day, Day], edge: Edge, scale: Scale) -> bool:
    """Whether a soft end would be too narrow to be seen by itself: then what lasted fades there."""
    return edge == "soft" and scale.at(days[1]) - scale.at(days[0]) <= _WIDE


def _days(date: Date) -> tuple[Day, Day]:
    """From a date's first day to the end of its last; where one is open, the other stands alone."""
    first = date.anchor if date.earliest is None else date.earliest
    last = date.anchor if date.latest is None else date.latest
    return first, last + 1


def _place(date: Date, scale: Scale) -> float:
    """Where a time is, or the middle of the longest part of a date's days that no fold hides."""
    moment = scale.hours.moment(date) if scale.hours else None
    if moment is not None:
        return scale.at(moment)
    days = _days(date)
    parts = [(max(days[0], start), min(days[1], end)) for start, end in scale.segments]
    shown = max(parts, key=lambda part: part[1] - part[0])
    return round((scale.at(shown[0]) + scale.at(shown[1])) / 2, 5)
