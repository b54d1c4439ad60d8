"""The numbers of a track, for its page: a picture for each series, and rows to read."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from timeline.model.findings.series import Point, Reading, Told, told
from timeline.records import Event, Series, Track
from timeline.render.amounts import amount
from timeline.render.drawings import bars, running
from timeline.render.drawings.bars import Bar
from timeline.render.drawings.running import Running
from timeline.render.entries import Reference
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Row:
    """A number as told by an event; `differs` when the event is told with another one too."""

    event: Event
    amount: Markup
    note: str
    sources: tuple[Reference, ...]
    differs: bool
    bar: Bar


@dataclass(frozen=True, slots=True)
class Picture:
    """A series: its numbers in time, and the line of a running total where there is one."""

    series: Series
    rows: tuple[Row, ...]
    running: Running | None
    amounts: tuple[Markup, ...]


def pictures(track: Track, site: Site) -> list[Picture]:
    """A picture for each series of a track for which there are numbers.

    Bars of one unit share a scale, so that they can be compared across series.
    """
    every = told(track, site.timeline)
    ends = bars.scales(every)
    return [_picture(each, ends[each.series.unit], site) for each in every]


def _picture(series: Told, end: Decimal, site: Site) -> Picture:
    drawing = running.draw(series) if series.series.kind == "cumulative" else None
    totals = drawing.totals if drawing else ()
    return Picture(
        series.series,
        tuple(_row(p, r, series.series, end, site) for p in series.points for r in p.readings),
        drawing,
        tuple(amount(total.reading.figure, series.series.unit, site.words) for total in totals),
    )


def _row(point: Point, reading: Reading, series: Series, end: Decimal, site: Site) -> Row:
    figure = reading.figure
    return Row(
        point.event,
        amount(figure, series.unit, site.words),
        figure.note,
        site.entries.references(figure.sources or point.event.sources),
        point.differs,
        bars.draw(reading, end),
    )
