"""What is told against what, for pages: claims with who is silent, numbers that differ."""

from __future__ import annotations

from dataclasses import dataclass, replace

from timeline.model.findings.disputes import Contradiction, contradictions, sides
from timeline.model.findings.saying import Saying
from timeline.records import Actor, Event, Series, Track
from timeline.render.entries import Entry, Number
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Told:
    """An event with claims, or those of one actor, and those concerned who say nothing."""

    entry: Entry
    silent: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Differing:
    """The numbers that an event gives for one series."""

    event: Event
    series: Series
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Contradicted:
    """What is contradictory on a track."""

    told: tuple[Told, ...]
    numbers: tuple[Differing, ...]
    pairs: tuple[Contradiction, ...]


def told(event: Event, site: Site) -> Told:
    """An event as its page tells the claims."""
    return Told(site.entries.of(event), sides(event, site.timeline).silent)


def said(saying: Saying, site: Site) -> Told:
    """An event with nothing but what is said; a claim without a source rests on the event's."""
    entry = site.entries.of(saying.event)
    claims = tuple(
        replace(one, sources=one.sources or entry.sources)
        for one in entry.claims
        if one.claim in saying.claims
    )
    return Told(replace(entry, claims=claims), ())


def all_told(track: Track, site: Site) -> list[Told]:
    """Every event of a track about which somebody says something, in time."""
    return [told(event, site) for event in site.timeline.of_track(track) if event.claims]


def contradicted(track: Track, site: Site) -> Contradicted | None:
    """What is contradictory on a track, if anything is.

    A pair of events is left out where the claims of one of them already tell of it.
    """
    found = contradictions(track, site.timeline)
    if not found:
        return None
    contested = {each.event.id for each in found.claims}
    pairs = [p for p in found.events if contested.isdisjoint((p.event.id, p.other.id))]
    return Contradicted(
        tuple(told(each.event, site) for each in found.claims),
        tuple(_differing(each.point.event, each.series, site) for each in found.numbers),
        tuple(pairs),
    )


def _differing(event: Event, series: Series, site: Site) -> Differing:
    numbers = [n for n in site.entries.of(event).figures if n.series == series]
    return Differing(event, series, tuple(numbers))
