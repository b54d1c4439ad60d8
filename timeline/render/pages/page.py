"""One page: where it stands, what it is called, which template sets it with which values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import quote

from markupsafe import Markup

from timeline.records import Actor, Event, Source
from timeline.render.prose import placed

_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step on the way down to a page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be set, and what it is about, if one thing.

    `section` is the address of the entry in the navigation that it belongs to.
    """

    address: str
    template: str
    title: str = ""
    description: str = ""
    section: str = ""
    subject: Event | Actor | Source | None = None
    crumbs: tuple[Crumb, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The way from this page up to the site's root."""
        return "../" * self.address.count("/")

    @property
    def kind(self) -> str:
        """What kind of page it is, for style sheets: "event", "month"."""
        return self.template.removesuffix(".html")

    def href(self, address: str) -> str:
        """A link from this page to an address of the site; a fragment is kept."""
        return self.root + quote(address, safe="/#")

    def placed(self, html: str, level: int) -> Markup:
        """A body for this page, its headings from h`level` down."""
        return placed(html, self.root, level)


def summary(html: str, length: int = 160) -> str:
    """The beginning of a body as plain text, cut between words."""
    text = " ".join(unescape(_TAG.sub(" ", html)).split())
    text = re.sub(r" (?=[.,;:!?’”)])", "", text)
    if len(text) <= length:
        return text
    return text[:length].rpartition(" ")[0].rstrip(" ,;:–") + "…"
