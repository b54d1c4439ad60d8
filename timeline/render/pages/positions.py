"""What actors hold, for pages: by track, and beside it what the others there hold."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.check.fields import POSITIONS as KINDS
from timeline.model.findings.meetings import PARTY
from timeline.records import Actor, Position, Track
from timeline.render.entries import Reference
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Held:
    """A position with the sources that report it, and whose it is."""

    actor: Actor
    position: Position
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another actor on a track and what it holds there; `is_party` to an event of the track."""

    actor: Actor
    held: list[Held]
    is_party: bool


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What an actor holds on a track, and what the others there hold, the parties first."""

    track: Track
    own: list[Held]
    others: list[Other]


def standpoints(actor: Actor, site: Site) -> list[Standpoint]:
    """The positions of an actor, track by track, beside those of the others there."""
    return [
        Standpoint(track, own, _others(actor, track, site))
        for track, own in held_by_track(actor, site)
    ]


def held_by_track(actor: Actor, site: Site) -> list[tuple[Track, list[Held]]]:
    """The positions of an actor, track by track, what it wants before what it refuses."""
    ordered = sorted(actor.positions, key=lambda position: KINDS.index(position.kind))
    return [
        (track, held)
        for track in site.timeline.tracks.values()
        if (held := [_held(actor, p, site) for p in ordered if p.track == track.id])
    ]


def held_on(track: Track, site: Site) -> list[tuple[Actor, list[Held]]]:
    """What the actors hold on a track, actor by actor."""
    actors = {actor.id: actor for actor, _ in site.timeline.positions(track)}
    return [
        (actor, held)
        for actor in actors.values()
        for on, held in held_by_track(actor, site)
        if on.id == track.id
    ]


def _others(actor: Actor, track: Track, site: Site) -> list[Other]:
    found = [
        Other(other, held, _is_party(other, track, site))
        for other, held in held_on(track, site)
        if other.id != actor.id
    ]
    return sorted(found, key=lambda other: not other.is_party)


def _is_party(actor: Actor, track: Track, site: Site) -> bool:
    parts = site.parts.get(actor.id, ())
    return any(PARTY in part.all_roles and track.id in part.event.tracks for part in parts)


def _held(actor: Actor, position: Position, site: Site) -> Held:
    return Held(actor, position, site.entries.references(position.sources))
