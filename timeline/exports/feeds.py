"""Feeds: what happened to the timeline, the latest first, in the two formats that readers know.

    feed.xml              feed.json              the whole timeline
    tracks/<id>.xml       tracks/<id>.json       a track; actors and sources likewise
    corrections.xml       corrections.json       what was put right or withdrawn, if anything was

`atom` and `jsonfeed` write what stands here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.dates import Date, Day, Moment
from timeline.exports import account, channels
from timeline.exports.addresses import CORRECTIONS, identity, identity_of
from timeline.exports.channels import Channel
from timeline.exports.events_json import Html
from timeline.exports.revisions import newest, published, updated
from timeline.model.model import Timeline
from timeline.records import Event, Track

#: More entries than this no feed holds; older ones are on the site, and in events.json.
LIMIT = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, or a correction of one; links in `html` begin at the site's root."""

    id: str
    title: str
    page: str
    published: Day
    updated: Moment
    tracks: tuple[Track, ...]
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A list of entries, the last updated first. `stem` is its address without the ending."""

    id: str
    stem: str
    title: str
    subtitle: str
    page: str
    updated: Moment
    entries: tuple[Entry, ...]


def feeds(timeline: Timeline, html: Html) -> Iterator[Feed]:
    """Every feed of the timeline, that of the whole first."""
    made: dict[str, Entry] = {}

    def entry(event: Event) -> Entry:
        if event.id not in made:
            made[event.id] = _entry(event, timeline, html)
        return made[event.id]

    for channel in (channels.whole(timeline), *channels.parts(timeline)):
        yield _feed(channel, timeline, entry)
    if timeline.corrections or timeline.withdrawn:
        yield _corrections(timeline)


def _feed(channel: Channel, timeline: Timeline, entry: Callable[[Event], Entry]) -> Feed:
    about = timeline.about
    # One commit often brings many events: among those the latest to happen comes first.
    events = sorted(
        (*channel.events, *channel.withdrawn),
        key=lambda event: (updated(event, timeline), event.date.sort_key, event.id),
        reverse=True,
    )
    stem = channel.stem or "feed"
    return Feed(
        id=identity(about, stem).urn,
        stem=stem,
        title=channel.title,
        subtitle=channel.subtitle,
        page=channel.page,
        updated=newest(events, timeline),
        entries=tuple(entry(event) for event in events[:LIMIT]),
    )


def _entry(event: Event, timeline: Timeline, html: Html) -> Entry:
    about = timeline.about
    return Entry(
        id=identity_of(event, about).urn,
        title=f"Withdrawn: {event.title}" if event.withdrawn else event.title,
        page=event.address,
        published=published(event, timeline),
        updated=updated(event, timeline),
        tracks=_tracks(event, timeline),
        html=account.html(event, timeline, html(event)),
    )


def _corrections(timeline: Timeline) -> Feed:
    about = timeline.about
    entries = sorted(
        (entry for event in timeline.by_id.values() for entry in _revisions(event, timeline)),
        key=lambda entry: (entry.updated, entry.id),
        reverse=True,
    )
    return Feed(
        id=identity(about, "corrections").urn,
        stem="corrections",
        title=f"Corrections · {about.title}",
        subtitle="",
        page=CORRECTIONS,
        updated=max(entry.updated for entry in entries),
        entries=tuple(entries[:LIMIT]),
    )


def _revisions(event: Event, timeline: Timeline) -> Iterator[Entry]:
    # A correction is known by its day and its place among those of that day, so that the id
    # stands when its words are mended.
    days: list[str] = []
    for correction in event.corrections:
        days.append(correction.date.edtf)
        place = f"{correction.date.edtf}/{days.count(correction.date.edtf)}"
        title = f"Corrected: {event.title}"
        yield _revision(event, timeline, place, title, correction.date, correction.text)
    if event.withdrawn:
        title, date = f"Withdrawn: {event.title}", event.withdrawn.date
        yield _revision(event, timeline, "withdrawn", title, date, event.withdrawn.reason)


def _revision(
    event: Event, timeline: Timeline, place: str, title: str, date: Date, text: str
) -> Entry:
    about = timeline.about
    return Entry(
        id=identity(about, "corrections", identity_of(event, about).hex, place).urn,
        title=title,
        page=event.address,
        published=date.anchor,
        updated=Moment(date.anchor),
        tracks=_tracks(event, timeline),
        html=Markup("<p>{}: {}</p>").format(date.words, text),
    )


def _tracks(event: Event, timeline: Timeline) -> tuple[Track, ...]:
    return tuple(timeline.tracks[id] for id in event.tracks)
