"""Channels: what can be followed for itself: the whole timeline, a track, an actor, a source.

A channel without events is left out: a calendar must not be empty (RFC 5545, 3.6), and a feed of
nothing is nothing to follow.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.exports.addresses import HOME
from timeline.model.model import Timeline, cited
from timeline.records import Actor, Event, Source, Track


@dataclass(frozen=True, slots=True)
class Channel:
    """A part of the timeline; `events` are told, in order of time, `withdrawn` no longer are.

    `stem` is the address of its files without the ending, "" for the whole timeline.
    """

    stem: str
    title: str
    subtitle: str
    page: str
    events: tuple[Event, ...]
    withdrawn: tuple[Event, ...] = ()

    def file(self, ending: str, whole: str) -> str:
        """The address of its file of a kind; that of the whole timeline has a name of its own."""
        return f"{self.stem or whole}.{ending}"


def whole(timeline: Timeline) -> Channel:
    """All that is told; it is there even when nothing is."""
    about = timeline.about
    return Channel("", about.title, about.tagline, HOME, timeline.events, timeline.withdrawn)


def parts(timeline: Timeline) -> Iterator[Channel]:
    """The channels of tracks, actors and sources."""
    yield from (*tracks(timeline), *actors(timeline), *sources(timeline))


def tracks(timeline: Timeline) -> Iterator[Channel]:
    """A channel for each track."""
    for track in timeline.tracks.values():
        gone = [event for event in timeline.withdrawn if track.id in event.tracks]
        yield from _part(timeline, track, track.question, timeline.of_track(track), gone)


def actors(timeline: Timeline) -> Iterator[Channel]:
    """A channel for each actor: what it takes part in."""
    for actor in timeline.actors.values():
        gone = [e for e in timeline.withdrawn if any(p.actor == actor.id for p in e.actors)]
        yield from _part(timeline, actor, "", timeline.of_actor(actor), gone)


def sources(timeline: Timeline) -> Iterator[Channel]:
    """A channel for each source: what rests on it."""
    for source in timeline.sources.values():
        gone = [e for e in timeline.withdrawn if any(c.source == source.id for c in cited(e))]
        yield from _part(timeline, source, "", timeline.of_source(source), gone)


def _part(
    timeline: Timeline,
    thing: Track | Actor | Source,
    subtitle: str,
    events: list[Event],
    withdrawn: list[Event],
) -> Iterator[Channel]:
    if events or withdrawn:
        stem = thing.address.removesuffix(".html")
        title = f"{thing.title} · {timeline.about.title}"
        yield Channel(stem, title, subtitle, thing.address, tuple(events), tuple(withdrawn))
