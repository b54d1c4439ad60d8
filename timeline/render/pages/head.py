"""What a page's head says to machines: feeds to follow, tags to share it by, data to search by."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from timeline.exports import jsonld, meta
from timeline.exports.discovery import Alternate
from timeline.exports.meta import Tag
from timeline.records import Actor, Event, Source
from timeline.render.pages.page import Page
from timeline.render.pages.site import HOME, Site


@dataclass(frozen=True, slots=True)
class Head:
    """Links to other forms of a page, meta tags, and JSON-LD ("" where there is none)."""

    alternates: tuple[Alternate, ...]
    tags: tuple[Tag, ...]
    data: Markup


def head(page: Page, site: Site) -> Head:
    """The head of a page of this site."""
    event = page.subject if isinstance(page.subject, Event) else None
    picture = site.gallery.of_page(page.address) if site.gallery else None
    return Head(
        alternates=site.alternates.get(page.address, site.alternates[HOME]),
        tags=tuple(
            meta.tags(
                site.timeline,
                page.address,
                page.title,
                page.description,
                event=event,
                image=meta.Image(picture.address, picture.alt) if picture else None,
            )
        ),
        data=_data(page, site),
    )


def _data(page: Page, site: Site) -> Markup:
    timeline, subject = site.timeline, page.subject
    things: list[jsonld.Json] = []
    if page.address == HOME:
        things += jsonld.home(timeline)["@graph"]
    elif isinstance(subject, Event):
        things += jsonld.event(subject, timeline, page.description)["@graph"]
    elif isinstance(subject, Actor):
        things += jsonld.actor(subject, timeline, page.description)["@graph"]
    elif isinstance(subject, Source):
        things += jsonld.source(subject, timeline)["@graph"]
    if page.crumbs:
        steps = [(crumb.title, crumb.address) for crumb in page.crumbs]
        things.append(jsonld.trail([*steps, (page.title, page.address)], timeline))
    return jsonld.script(jsonld.graph(*things)) if things else Markup()
