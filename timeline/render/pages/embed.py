"""embed.html: the events as a list, to stand in a frame on other sites.

Without script it is the whole list. With script it holds what its address asks for, by the names
that the home page has in its own address (assets/js/view.js).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import TypeAlias

from timeline.dates import Date, Day
from timeline.exports.oembed import FRAME
from timeline.model.overview import overview
from timeline.records import Event
from timeline.render.chart import scale as scales
from timeline.render.chart.choices import choices
from timeline.render.chart.durations import duration
from timeline.render.chart.marks import occupied
from timeline.render.chart.ticks import headings, ticks
from timeline.render.pages.page import Page
from timeline.render.pages.register import register
from timeline.render.pages.site import Site
from timeline.render.stylesheets import FRAMED
from timeline.render.words import Words

#: What script the frame runs: the first brings the others.
MODULES = tuple(
    f"assets/js/{name}.js"
    for name in (
        "embed", "embed/asked", "embed/host", "embed/lanes", "embed/period", "embed/searching",
        "embed/telling", "embed/theme", "days", "matching", "scale", "view",
    )
)  # fmt: skip


#: For script, as JSON: assets/js/embed/lanes.js says what is in it.
Axis: TypeAlias = dict[str, list[list[float | str]]]


@dataclass(frozen=True, slots=True)
class Reach:
    """The days between which something may have happened, for those who ask for some days.

    None where it went on before, or goes on after, anything that is known.
    """

    first: Day | None
    last: Day | None


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    events = overview(site.timeline.events)
    yield Page(
        FRAME,
        "embed.html",
        title=site.words.embed.title,
        description=site.words.say("embed.description", title=site.about.title).unescape(),
        values={
            "stylesheets": (FRAMED,) if site.stylesheets else (),
            "modules": MODULES if site.modules else (),
            "groups": register(events, site.entries),
            "reaches": {event.id: reach(event.date) for event in events},
            "names": names(events, site),
            "axis": axis(events, site.words) if events else None,
            "shown": len(events),
            "total": len(site.timeline.events),
        },
    )


def reach(date: Date) -> Reach:
    """From when to when a date reaches.

    What has an open end goes on; of an end that nobody wrote down only the other one is known.
    """
    first = date.latest if date.earliest is None else date.earliest
    last = date.earliest if date.latest is None else date.latest
    lasts = date.kind == "interval"
    return Reach(
        None if lasts and date.is_open_start else first,
        None if lasts and date.is_open_end else last,
    )


def axis(events: Sequence[Event], words: Words) -> Axis:
    """The axis of the lanes that script draws of what is asked for."""
    scale = scales.folded([stretch for event in events for stretch in occupied(event)])
    return {
        "knots": [list(knot) for knot in scale.knots],
        "folds": [[fold.start, fold.end, _length(fold.days, words)] for fold in scale.folds],
        "years": [[year.start, year.end, year.words] for year in headings(scale)],
        "ticks": [
            [tick.at, tick.words, tick.step]
            for tick in sorted(ticks(scale), key=attrgetter("step", "at"))
        ],
    }


def _length(days: int, words: Words) -> str:
    length = duration(days)
    if "illion" in length.unit:
        said = words.say(f"duration.{length.unit.replace('-', '_')}", n=length.number)
    else:
        said = words.count(f"duration.{length.unit}", int(length.number))
    return said.unescape()


def names(events: Sequence[Event], site: Site) -> dict[str, list[tuple[str, str]]]:
    """What can be asked for → ids and their names, in order, of all that the events are about.

    Pairs, since JSON keeps no order of keys: `tojson` sorts them, and script puts numbers first.
    """
    found = choices(site.timeline, events)
    return {
        "track": [(track.id, track.name) for track in found.tracks],
        "actor": [(actor.id, actor.name) for actor in found.actors],
        "role": [(role.id.replace(" ", "_"), role.name) for role in found.roles],
        "source": [(source.id, source.name) for source in found.sources],
        "certainty": [
            (certainty.id, site.words.name("certainty", certainty.id))
            for certainty in found.certainties
        ],
    }
