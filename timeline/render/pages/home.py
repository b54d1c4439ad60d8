"""The home page: what this is, where it stands, the timeline, and the events as prose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.model.overview import beyond, overview
from timeline.model.periods import Period, period_of
from timeline.records import Event, Source
from timeline.render.pages.page import Page, summary
from timeline.render.pages.register import register
from timeline.render.pages.site import HOME, Site
from timeline.render.pages.states import lines_with_history


@dataclass(frozen=True, slots=True)
class Listed:
    """A period and how many events it has; `missing` of those told in it are not on this page."""

    period: Period
    count: int
    missing: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year with events, and those of its months that have some."""

    whole: Listed
    months: tuple[Listed, ...]


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
            "drawing": site.whole,
            "groups": register(events, site.entries),
            "total": len(site.timeline.events),
            "shown": len(events),
            "sources": numbered_sources(events, site),
            "years": years(site),
        },
    )


def years(site: Site) -> list[Year]:
    """Every year with its months, for links to the pages of periods."""
    missing = Counter(period_of(event.date) for event in beyond(site.timeline.events))
    found = [
        Listed(period, len(events), missing[period])
        for period, events in site.timeline.by_period.items()
    ]
    return [
        Year(
            year,
            tuple(m for m in found if m.period.month and m.period.whole_year == year.period),
        )
        for year in found
        if year.period.month is None
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
