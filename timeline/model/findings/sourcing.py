"""Sourcing: what rests on a source, on it alone, and how many publishers stand behind a track.

A republication is its original: two copies of a story are one witness.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.model.model import Timeline, cited
from timeline.records import Event, Source, Track


@dataclass(frozen=True, slots=True)
class Resting:
    """What rests on a story, told by its first publisher or by any who republished it.

    `alone` are the events that nothing else supports; `copies` all its tellings but this source.
    """

    events: tuple[Event, ...]
    alone: tuple[Event, ...]
    copies: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who published what events rest on, and how many do. No `source`: only web addresses."""

    name: str
    source: Source | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Backing:
    """The independent publishers behind a track; `alone`: its events with only one of them."""

    track: Track
    publishers: tuple[Publisher, ...]
    events: int
    alone: int


def resting(source: Source, timeline: Timeline) -> Resting:
    """What rests on a source or on another telling of the same story, in time."""
    story = timeline.original(source).id
    tellings = [s for s in timeline.sources.values() if timeline.original(s).id == story]
    ids = {each.id for each in tellings}
    events = tuple(e for e in timeline.events if not ids.isdisjoint(c.source for c in cited(e)))
    return Resting(
        events,
        tuple(event for event in events if timeline.independent_sources(event) == 1),
        tuple(each for each in tellings if each.id != source.id),
    )


def backing(track: Track, timeline: Timeline) -> Backing:
    """The publishers behind the events of a track, those of most events first, then by name."""
    found: dict[str, tuple[Source | None, list[Event]]] = {}
    alone = 0
    events = timeline.of_track(track)
    for event in events:
        own = dict(_publishers(event, timeline))
        alone += len(own) == 1
        for name, source in own.items():
            found.setdefault(name, (source, []))[1].append(event)
    publishers = [Publisher(name, source, tuple(own)) for name, (source, own) in found.items()]
    publishers.sort(key=lambda each: (-len(each.events), each.name.casefold()))
    return Backing(track, tuple(publishers), len(events), alone)


def _publishers(event: Event, timeline: Timeline) -> Iterator[tuple[str, Source | None]]:
    """Name → the source that names it, or None for the host of a bare web address."""
    for citation in cited(event):
        source = timeline.sources.get(citation.source)
        if source is None:
            yield citation.host, None
        else:
            original = timeline.original(source)
            yield original.publisher or original.title, original
