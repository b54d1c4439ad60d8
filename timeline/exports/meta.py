"""Tags in the head of a page, for those who share it, cite it or save it.

Zotero and its like read Dublin Core. Highwire's `citation_…` tags are left out on purpose: Zotero
takes every page that has a `citation_title` for an article in a journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline import dates
from timeline.exports.addresses import public
from timeline.exports.revisions import published, updated
from timeline.model.model import Timeline
from timeline.records import About, Event


class Tag(NamedTuple):
    """`<meta {attribute}="{name}" content="{content}">`; OpenGraph wants `property`."""

    attribute: str
    name: str
    content: str


def tags(
    timeline: Timeline,
    address: str,
    title: str,
    description: str,
    *,
    event: Event | None = None,
    image: str = "",
) -> list[Tag]:
    """The tags of a page; those that need a whole address are left out where the site has none.

    `event` is the one that the page tells, `image` the address of a picture of 1200×630 to share.
    """
    about = timeline.about
    picture = public(about, image) if image else ""
    told = [
        Tag("property", "og:title", title),
        Tag("property", "og:type", "article" if event else "website"),
        Tag("property", "og:description", description),
        Tag("property", "og:site_name", about.title),
        Tag("property", "og:url", public(about, address)),
        *_picture(picture, title),
        Tag("name", "twitter:card", "summary_large_image" if picture else "summary"),
        Tag("name", "DC.title", title),
        Tag("name", "DC.publisher", about.title),
        Tag("name", "DC.language", about.language),
        Tag("name", "DC.rights", about.licence),
        Tag("name", "DC.identifier", public(about, address)),
        *(_event(event, about) if event else ()),
    ]
    return [tag for tag in told if tag.content]


def _picture(address: str, title: str) -> Iterator[Tag]:
    if address:
        yield Tag("property", "og:image", address)
        yield Tag("property", "og:image:width", "1200")
        yield Tag("property", "og:image:height", "630")
        yield Tag("property", "og:image:alt", title)


def _event(event: Event, about: About) -> Iterator[Tag]:
    yield Tag("property", "article:published_time", dates.iso(published(event, about)))
    yield Tag("property", "article:modified_time", dates.iso(updated(event, about)))
    yield Tag("name", "DC.date", dates.iso(updated(event, about)))
    yield Tag("name", "DCTERMS.temporal", event.date.edtf)
    yield Tag("name", "DCTERMS.spatial", event.place)
