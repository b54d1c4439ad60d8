"""The home page: what this is, where it stands, the timeline, and the events as prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model.overview import overview
from timeline.model.periods import Period
from timeline.records import Event, Source
from timeline.render.pages.page import Page, summary
from timeline.render.pages.register import register
from timeline.render.pages.site import HOME, Site
from timeline.render.pages.states import lines_with_history


@dataclass(frozen=True, slots=True)
class Year:
    """A year with events, how many, and those of its months that have some."""

    period: Period
    count: int
    months: tuple[tuple[Period, int], ...]


def pages(site: Site) -> Iterator[Page]:
    """The one page."""
    about = site.about
    events = overview(site.timeline.events)
    introduction = site.prose.html(about.body.text, "introduction")
    yield Page(
        HOME,
        "home.html",
        title=about.title,
        description=about.tagline or summary(introduction),
        section=HOME,
        values={
            "introduction": opening(introduction),
            "is_cut": opening(introduction) != introduction,
            "lines": lines_with_history(site),
            "drawing": site.drawing(events),
            "groups": register(events, site.entries),
            "shown": len(events),
            "sources": numbered_sources(events, site),
            "years": years(site),
        },
    )


def years(site: Site) -> list[Year]:
    """Every year with its months, for links to the pages of periods."""
    counts = {period: len(events) for period, events in site.timeline.by_period.items()}
    return [
        Year(
            year,
            counts[year],
            tuple((p, n) for p, n in counts.items() if p.month and p.whole_year == year),
        )
        for year in counts
        if year.month is None
    ]


def numbered_sources(events: tuple[Event, ...], site: Site) -> list[tuple[int, Source]]:
    """The sources that the events rest on, with the numbers by which paper refers to them."""
    named = {name for event in events for name in site.entries.of(event).source_names}
    return [(n, source) for source, n in site.entries.numbered.values() if source.id in named]


def opening(html: str) -> Markup:
    """The first paragraph of the introduction; all of it where that has notes below it."""
    first, end, rest = html.partition("</p>")
    is_plain = first.startswith("<p>") and "#fn" not in first and rest.strip()
    return Markup(first + end if is_plain else html)
