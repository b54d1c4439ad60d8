"""oembed/….json: how other sites show a page of this one in a frame (https://oembed.com, 1.0).

Who asks finds the file by a link in the page's head (oEmbed, 4: Discovery) and gets HTML with a
frame that holds embed.html, limited to what the page is about. Everything in it is a whole
address: without `url` in timeline.md nothing is written.

A host of files gives everybody the same answer: `maxwidth`, `maxheight` and `format` are ignored.
The frame fills the column it is put into; width and height are for places that ask for a size.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline.exports import pictures
from timeline.exports.addresses import HOME, public
from timeline.model.model import Timeline
from timeline.model.overview import overview
from timeline.records import About

TYPE = "application/json+oembed"

#: The page that stands in frames.
FRAME = "embed.html"

#: Pixels. Higher lists scroll inside, unless the page around follows the height they announce.
WIDTH, HEIGHT = 600, 480
#: A single event's.
LOW = 240


@dataclass(frozen=True, slots=True)
class Embed:
    """A page as others can show it: `view` is what it asks of the frame, as in its address."""

    page: str
    title: str
    view: str
    height: int = HEIGHT

    @property
    def address(self) -> str:
        """Where the answer for the page stands in the site."""
        return f"oembed/{self.page.removesuffix('.html')}.json"

    def frame(self, about: About) -> Markup:
        """The HTML that others put into their pages."""
        return Markup(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"'
            ' style="border: 0; width: 100%"></iframe>'
        ).format(public(about, FRAME) + self.view, self.title, WIDTH, self.height)


def embeds(timeline: Timeline) -> dict[str, Embed]:
    """Page → how others can show it; nothing where the site does not know its address.

    Home, tracks and actors with events, and the events that the frame lists.
    """
    if not timeline.about.url or not timeline.events:
        return {}
    return {embed.page: embed for embed in _embeds(timeline)}


def render(timeline: Timeline) -> dict[str, bytes]:
    """The answers by address."""
    own = pictures.of(timeline)
    return {
        embed.address: _answer(embed, timeline.about, own) for embed in embeds(timeline).values()
    }


def _embeds(timeline: Timeline) -> Iterator[Embed]:
    title = timeline.about.title
    yield Embed(HOME, title, "")
    for track in timeline.tracks.values():
        if timeline.of_track(track):
            yield Embed(track.address, f"{track.title} · {title}", f"?track={track.id}")
    for actor in timeline.actors.values():
        if timeline.of_actor(actor):
            yield Embed(actor.address, f"{actor.name} · {title}", f"?actor={actor.id}")
    for event in overview(timeline.events):
        yield Embed(event.address, f"{event.title} · {title}", f"#{event.id}", LOW)


def _answer(embed: Embed, about: About, own: Mapping[str, str]) -> bytes:
    said = {
        "version": "1.0",
        "type": "rich",
        "title": embed.title,
        "provider_name": about.title,
        "provider_url": public(about, HOME),
        "width": WIDTH,
        "height": embed.height,
        "html": str(embed.frame(about)),
        "thumbnail_url": public(about, pictures.address(embed.page, own)),
        "thumbnail_width": pictures.WIDTH,
        "thumbnail_height": pictures.HEIGHT,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
