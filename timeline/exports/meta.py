"""Tags in the head of a page, for those who share it, cite it or save it.

Zotero and its like read Dublin Core. Highwire's `citation_…` tags are left out on purpose: Zotero
takes every page that has a `citation_title` for an article in a journal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.exports.addresses import public
from timeline.exports.iso8601 import iso_day, iso_moment
from timeline.exports.pictures import HEIGHT, WIDTH
from timeline.exports.revisions import published, updated
from timeline.model.model import Timeline
from timeline.records import Event


class Image(NamedTuple):
    """The address of a picture to share, as large as `pictures` says, and what it says."""

    address: str
    alt: str


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
    image: Image | None = None,
) -> list[Tag]:
    """The tags of a page; those that need a whole address are left out where the site has none.

    `event` is the one that the page tells.
    """
    about = timeline.about
    picture = public(about, image.address) if image else ""
    told = [
        Tag("property", "og:title", title),
        Tag("property", "og:type", "article" if event else "website"),
        Tag("property", "og:description", description),
        Tag("property", "og:site_name", about.title),
        Tag("property", "og:url", public(about, address)),
        *(_picture(picture, image.alt) if image and picture else ()),
        Tag("name", "twitter:card", "summary_large_image" if picture else "summary"),
        Tag("name", "DC.title", title),
        Tag("name", "DC.publisher", about.title),
        Tag("name", "DC.language", about.language),
        Tag("name", "DC.rights", about.licence),
        Tag("name", "DC.identifier", public(about, address)),
        *(_event(event, timeline) if event else ()),
    ]
    return [tag for tag in told if tag.content]


def _picture(address: str, alt: str) -> Iterator[Tag]:
    yield Tag("property", "og:image", address)
    yield Tag("property", "og:image:type", "image/png")
    yield Tag("property", "og:image:width", str(WIDTH))
    yield Tag("property", "og:image:height", str(HEIGHT))
    yield Tag("property", "og:image:alt", alt)


def _event(event: Event, timeline: Timeline) -> Iterator[Tag]:
    changed = iso_moment(updated(event, timeline))
    yield Tag("property", "article:published_time", iso_day(published(event, timeline)))
    yield Tag("property", "article:modified_time", changed)
    yield Tag("name", "DC.date", changed)
    yield Tag("name", "DCTERMS.temporal", event.date.edtf)
    yield Tag("name", "DCTERMS.spatial", event.place)
