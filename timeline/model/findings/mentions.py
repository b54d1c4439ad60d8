"""Mentions: in which bodies a thing is linked to, the way back of `[[actor:council]]`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from timeline.check.links import named
from timeline.model.model import Timeline
from timeline.records import Actor, Event, Source, Track

Thing = Event | Actor | Track | Source


def mentions(timeline: Timeline) -> dict[tuple[str, str], tuple[Thing, ...]]:
    """(kind, id) → the things in whose bodies it is linked to, each once, itself never.

    Events come first, in time, then actors, tracks and sources.
    """
    found: dict[tuple[str, str], list[Thing]] = defaultdict(list)
    groups: tuple[tuple[str, Iterable[Thing]], ...] = (
        ("event", timeline.events),
        ("actor", timeline.actors.values()),
        ("track", timeline.tracks.values()),
        ("source", timeline.sources.values()),
    )
    for kind, things in groups:
        for thing in things:
            for target in dict.fromkeys(named(thing.body.text)):
                if target != (kind, thing.id):
                    found[target].append(thing)
    return {target: tuple(things) for target, things in found.items()}
