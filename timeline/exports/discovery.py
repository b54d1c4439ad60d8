"""Discovery: what can be followed or fetched from each page, for `<link rel="alternate">`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from timeline.exports import atom, channels, icalendar, jsonfeed
from timeline.exports.addresses import HOME
from timeline.exports.channels import Channel
from timeline.model.model import Timeline
from timeline.records import About


class Alternate(NamedTuple):
    """`<link rel="alternate" type="{type}" title="{title}" href="…">` to a file of the site."""

    type: str
    title: str
    address: str


def by_page(timeline: Timeline) -> dict[str, tuple[Alternate, ...]]:
    """Page → its links: what the page is about, then the whole; HOME's serve all other pages.

    Only files that are written are named.
    """
    about = timeline.about
    general = (*_links(channels.whole(timeline), about), *_corrections(timeline))
    tracks = {channel.page: channel for channel in channels.tracks(timeline)}
    others = (*channels.actors(timeline), *channels.sources(timeline))
    found = {
        channel.page: (*_links(channel, about), *general) for channel in (*tracks.values(), *others)
    }
    for event in timeline.by_id.values():
        lane = tracks[timeline.tracks[event.tracks[0]].address]
        found[event.address] = (*_links(lane, about), *general)
    return {HOME: (*general, *_data(about)), **found}


def _links(channel: Channel, about: About) -> Iterator[Alternate]:
    yield Alternate(atom.TYPE, channel.title, channel.file("xml", "feed"))
    yield Alternate(jsonfeed.TYPE, channel.title, channel.file("json", "feed"))
    if not channel.stem.startswith("sources/") and icalendar.has_calendar(channel, about):
        yield Alternate(icalendar.TYPE, channel.title, channel.file("ics", icalendar.WHOLE))


def _corrections(timeline: Timeline) -> Iterator[Alternate]:
    if timeline.corrections or timeline.withdrawn:
        title = f"Corrections · {timeline.about.title}"
        yield Alternate(atom.TYPE, title, "corrections.xml")
        yield Alternate(jsonfeed.TYPE, title, "corrections.json")


def _data(about: About) -> Iterator[Alternate]:
    yield Alternate("application/json", about.title, "events.json")
    yield Alternate("text/csv", about.title, "events.csv")
