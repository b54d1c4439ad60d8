"""What all pages share: the timeline, its words, and what stands around every page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from markupsafe import Markup

from timeline.exports import discovery, oembed
from timeline.exports.discovery import Alternate
from timeline.exports.oembed import Embed
from timeline.model.findings.acting import Part, parts
from timeline.model.findings.meetings import Meeting, meetings
from timeline.model.findings.mentions import Thing, mentions
from timeline.model.findings.saying import Saying, sayings
from timeline.model.model import Timeline
from timeline.model.overview import beyond, overview
from timeline.records import About, Event
from timeline.render import colours, directions
from timeline.render.chart import Drawing
from timeline.render.entries import Entries
from timeline.render.prose import Prose
from timeline.render.share.gallery import Gallery
from timeline.render.sizes import Size
from timeline.render.words import Words

#: Draws the chart of some events, with places for others that are not on the page.
Draw = Callable[[Timeline, Sequence[Event], Sequence[Event]], Drawing]

HOME = "index.html"
ACTORS = "actors/index.html"
SOURCES = "sources/index.html"
CORRECTIONS = "corrections.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
ICON = "assets/icons/favicon.svg"


@dataclass(frozen=True)
class Site:
    """The surroundings of a page. Addresses are relative to the site's root."""

    timeline: Timeline
    words: Words
    prose: Prose
    entries: Entries
    stylesheets: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    draw: Draw | None = None
    gallery: Gallery | None = None
    sizes: Mapping[str, Size] = field(default_factory=dict)
    has_letters_from_right: bool = False
    icon: str = ICON

    @property
    def about(self) -> About:
        """What the timeline says of itself."""
        return self.timeline.about

    @property
    def direction(self) -> str:
        """Which way the timeline's language runs: "ltr" or "rtl"."""
        return directions.of_language(self.about.language)

    @property
    def runs_both_ways(self) -> bool:
        """Whether there is text of either direction: the interface speaks English."""
        return self.has_letters_from_right or self.direction == "rtl"

    @property
    def first_stylesheets(self) -> tuple[str, ...]:
        """The style sheets that a page needs before it can be read."""
        return tuple(s for s in self.stylesheets if s not in self.unscripted_stylesheets)

    @property
    def unscripted_stylesheets(self) -> tuple[str, ...]:
        """The style sheets for readers without script: those called unscripted.css."""
        return tuple(sheet for sheet in self.stylesheets if sheet.endswith("/unscripted.css"))

    @property
    def starting_scripts(self) -> tuple[str, ...]:
        """The scripts for a copy on a disk, where modules do not run: those called from-file.js."""
        return tuple(script for script in self.modules if script.endswith("/from-file.js"))

    @property
    def starting_modules(self) -> tuple[str, ...]:
        """The scripts that pages start: those called main.js."""
        return tuple(module for module in self.modules if module.endswith("/main.js"))

    @cached_property
    def hue(self) -> Mapping[str, Markup]:
        """Track id → attributes that colour an element as its track."""
        return colours.of(self.timeline.tracks)

    @cached_property
    def alternates(self) -> Mapping[str, tuple[Alternate, ...]]:
        """Page → its other forms: feeds, calendars, data; those of the home page serve any."""
        return discovery.by_page(self.timeline)

    @cached_property
    def embeds(self) -> Mapping[str, Embed]:
        """Page → how other sites can show it."""
        return oembed.embeds(self.timeline)

    @cached_property
    def navigation(self) -> tuple[tuple[str, str], ...]:
        """(address, words) of the pages that every page links to; none that would be empty."""
        timeline, words = self.timeline, self.words
        links = [
            (HOME, words.nav.timeline, True),
            (ACTORS, words.nav.actors, bool(timeline.actors)),
            (SOURCES, words.nav.sources, self.has_sources),
            (CORRECTIONS, words.nav.corrections, bool(timeline.corrections or timeline.withdrawn)),
            (ABOUT, words.nav.about, True),
        ]
        return tuple((address, name) for address, name, is_there in links if is_there)

    @property
    def has_sources(self) -> bool:
        """Whether anything is cited; every event cites something."""
        return bool(self.timeline.sources or self.timeline.events)

    @cached_property
    def parts(self) -> Mapping[str, tuple[Part, ...]]:
        """Actor id → the events that count for it; none for who has none."""
        return parts(self.timeline)

    @cached_property
    def sayings(self) -> Mapping[str, tuple[Saying, ...]]:
        """Actor id → the events without a part of its own that it speaks about."""
        return sayings(self.timeline, self.parts)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """The events at which parties met."""
        return meetings(self.timeline)

    @cached_property
    def _mentions(self) -> Mapping[tuple[str, str], tuple[Thing, ...]]:
        return mentions(self.timeline)

    def mentioned(self, kind: str, id: str, *known: Event) -> list[Thing]:
        """The things in whose bodies another is linked to, but those `known` to go with it."""
        return [thing for thing in self._mentions.get((kind, id), ()) if thing not in known]

    def url(self, address: str) -> str:
        """The public address of a page, or "" where the site does not know its own."""
        base = self.about.url
        if not base:
            return ""
        whole = base if base.endswith("/") else base + "/"
        return whole + quote("" if address == HOME else address)

    def drawing(self, events: Sequence[Event], least: int = 1) -> Drawing | None:
        """The chart of the events, or None where there is no chart or too little to draw."""
        if self.draw is None or len(events) < least:
            return None
        return self.draw(self.timeline, events, ())

    @cached_property
    def whole(self) -> Drawing | None:
        """The chart of the home page, with a place for every event that is not on it."""
        events = self.timeline.events
        if self.draw is None or not events:
            return None
        return self.draw(self.timeline, overview(events), beyond(events))

    def edit_url(self, file: str) -> str:
        """Where a content file can be edited on the web, or ""."""
        repository = self.about.repository.rstrip("/")
        path = quote(f"{self.about.branch}/content/{file}")
        return f"{repository}/edit/{path}" if repository else ""

    def report_url(self, title: str) -> str:
        """Where a mistake in something can be reported, or ""."""
        repository = self.about.repository.rstrip("/")
        return f"{repository}/issues/new?title={quote(title, safe='')}" if repository else ""
