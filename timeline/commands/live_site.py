"""A site whose pages are made when they are asked for: what the preview shows after every change.

Making all pages of 1,000 events takes seconds, the one that somebody looks at a fraction of one.
The bytes are those of a whole build.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import ModuleType

from timeline import exports, pipeline
from timeline.cache import Cache, InMemory
from timeline.load.documents import Content
from timeline.model.model import Timeline
from timeline.render import pages
from timeline.render.pages.page import Page
from timeline.render.prose import Lookup, Prose
from timeline.render.share import drawn
from timeline.render.share.gallery import Picture
from timeline.render.sizes import Size
from timeline.render.words import Words


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML, and where its links inside the site led when it was made."""

    html: str
    links: tuple[tuple[tuple[str, str], tuple[str, str] | None], ...]


#: Text and scope of a body → what became of it. Kept from one build to the next.
Bodies = dict[tuple[str, str], Rendered]


class RememberedProse(Prose):
    """Renders a body only when it, or the name or address of something it links to, has changed."""

    def __init__(
        self, lookup: Lookup, words: Words, sizes: Mapping[str, Size], bodies: Bodies
    ) -> None:
        super().__init__(self._noted, words, sizes)
        self._leads_to = lookup
        self._remembered = bodies
        self._followed: list[tuple[tuple[str, str], tuple[str, str] | None]] = []

    def cleaned(self, text: str, scope: str) -> str:
        """See Prose."""
        known = self._remembered.get((text, scope))
        if known and all(self._leads_to(*link) == led for link, led in known.links):
            return known.html
        self._followed = []
        html = super().cleaned(text, scope)
        self._remembered[text, scope] = Rendered(html, tuple(self._followed))
        return html

    def _noted(self, kind: str, id: str) -> tuple[str, str] | None:
        led = self._leads_to(kind, id)
        self._followed.append(((kind, id), led))
        return led


class LiveSite:
    """The site of a timeline. Pictures that the cache has are not drawn again."""

    def __init__(
        self, timeline: Timeline, content: Content, bodies: Bodies, cache: Cache | None = None
    ) -> None:
        self._timeline = timeline
        self._site, self._made = pipeline.surroundings(
            timeline,
            content,
            prose=lambda lookup, words, sizes: RememberedProse(lookup, words, sizes, bodies),
        )
        self._coming = {kind: kind.pages(self._site) for kind in pages.KINDS}
        self._pages: dict[str, Page] = {}
        self._press = drawn.press(pipeline.TEMPLATES, cache or InMemory())
        self._has_exports = False

    def get(self, address: str) -> bytes | None:
        """What stands at an address, or None. Raises what a broken template raises."""
        if address not in self._made and (page := self._page(address)):
            self._made[address] = pages.typeset(page, self._site, pipeline.TEMPLATES)
        if address not in self._made and (picture := self._picture(address)):
            self._made[address] = self._press.png(picture.svg)
        if address not in self._made and not address.endswith(".html"):
            self._make_exports()
        return self._made.get(address)

    def addresses(self) -> set[str]:
        """Everything that has an address."""
        self._make_exports()
        gallery = self._site.gallery
        return {*self._made, *self._pages, *(gallery.addresses if gallery else ())}

    def _picture(self, address: str) -> Picture | None:
        return self._site.gallery.at(address) if self._site.gallery else None

    def _page(self, address: str) -> Page | None:
        """The page at an address; the kind named like its folder is looked through first."""
        folder = address.partition("/")[0]
        for kind in sorted(self._coming, key=lambda kind: not kind.__name__.endswith(folder)):
            if address in self._pages:
                break
            self._look_through(kind, address)
        return self._pages.get(address)

    def _look_through(self, kind: ModuleType, address: str) -> None:
        coming: Iterator[Page] = self._coming[kind]
        for page in coming:
            self._pages[page.address] = page
            if page.address == address:
                return

    def _make_exports(self) -> None:
        if not self._has_exports:
            for kind in self._coming:
                self._look_through(kind, "")
            html = pages.html_of(self._site)
            self._made |= exports.render(self._timeline, html, list(self._pages))
            self._has_exports = True
