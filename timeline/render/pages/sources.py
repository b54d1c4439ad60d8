"""The list of sources, and a page for each: all that is known of it, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.model.findings.sourcing import backing, resting
from timeline.model.model import cited
from timeline.records import Event, Source
from timeline.render.pages.page import Crumb, Page, summary
from timeline.render.pages.positions import Held, held_by_track
from timeline.render.pages.site import SOURCES, Site


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list, the one it republishes if any, and how many events rest on it."""

    source: Source
    original: Source | None
    count: int

    @property
    def order(self) -> tuple[int, bool, str]:
        """Those with most events first, an original before its copies, then by title."""
        return (-self.count, self.original is not None, self.source.title.casefold())


@dataclass(frozen=True, slots=True)
class Host:
    """A host on whose pages events rest directly: (address, events) for each page."""

    name: str
    pages: tuple[tuple[str, tuple[Event, ...]], ...]


def pages(site: Site) -> Iterator[Page]:
    """The index, then a source's page after the other; nothing where nothing is cited."""
    if not site.has_sources:
        return
    timeline = site.timeline
    listed = [
        Listed(
            source,
            timeline.sources.get(source.same_as),
            len(resting(source, timeline).events),
        )
        for source in timeline.sources.values()
    ]
    yield Page(
        SOURCES,
        "sources.html",
        title=site.words.nav.sources,
        description=site.words.say("source.index_description", title=site.about.title).unescape(),
        section=SOURCES,
        values={
            "listed": sorted(listed, key=lambda one: one.order),
            "hosts": hosts(site),
            "backings": [
                backing(track, timeline)
                for track in timeline.tracks.values()
                if timeline.of_track(track)
            ],
        },
    )
    for source in timeline.sources.values():
        yield _page(source, site)


def hosts(site: Site) -> list[Host]:
    """The web addresses that events cite directly, by host."""
    found: dict[str, dict[str, list[Event]]] = {}
    for event in site.timeline.events:
        for citation in cited(event):
            if citation.is_address:
                on_page = found.setdefault(citation.host, {}).setdefault(citation.source, [])
                if event not in on_page:
                    on_page.append(event)
    return [Host(name, _ordered(found[name])) for name in sorted(found)]


def _ordered(pages: Mapping[str, Sequence[Event]]) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    return tuple((address, tuple(events)) for address, events in sorted(pages.items()))


def _page(source: Source, site: Site) -> Page:
    timeline = site.timeline
    rests = resting(source, timeline)
    entries = site.entries.all(rests.events)
    body = site.prose.html(source.body.text, source.id)
    told = site.words.count(
        "source.description", len(entries), name=source.title, title=site.about.title
    )
    return Page(
        source.address,
        "source.html",
        subject=source,
        title=source.title,
        description=summary(body) or told.unescape(),
        section=SOURCES,
        crumbs=(Crumb(site.words.nav.sources, SOURCES),),
        values={
            "source": source,
            "body": body,
            "original": timeline.sources[source.same_as] if source.same_as else None,
            "copies": [other for other in rests.copies if other.same_as],
            "tellings": len(rests.copies) + 1,
            "entries": entries,
            "alone": frozenset(event.id for event in rests.alone),
            "mentioned": site.mentioned("source", source.id, *rests.events),
            "positions": positions(source, site),
            "edit_url": site.edit_url(source.file),
            "report_url": site.report_url(source.title),
        },
    )


def positions(source: Source, site: Site) -> list[Held]:
    """The positions that this source reports, actor by actor."""
    return [
        held
        for actor in site.timeline.actors.values()
        for _, all_held in held_by_track(actor, site)
        for held in all_held
        if any(citation.source == source.id for citation in held.position.sources)
    ]
