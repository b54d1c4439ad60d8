"""Disputes: who asserts, who denies, who is silent; and what contradicts what on a track."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.findings import series
from timeline.model.findings.acting import for_whom
from timeline.model.findings.series import Point
from timeline.model.model import Timeline
from timeline.records import Actor, Claim, Event, Series, Track

#: Stances that cannot both be right, or that meet with a no.
OPPOSITES = (
    ("asserts", "denies"),
    ("confirms", "denies"),
    ("demands", "declines"),
    ("offers", "declines"),
)

#: Those from whom a word could be expected: they acted, or were acted upon.
CONCERNED = ("party", "initiator", "target")


@dataclass(frozen=True, slots=True)
class Sides:
    """The claims about an event, and those concerned of whom no word is known."""

    event: Event
    claims: tuple[Claim, ...]
    silent: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two events of which the first is said to contradict the other."""

    event: Event
    other: Event


@dataclass(frozen=True, slots=True)
class Difference:
    """Numbers that one event gives for a series, and that are not the same."""

    series: Series
    point: Point


@dataclass(frozen=True, slots=True)
class Contradictions:
    """All that is contradictory on a track: by claims, between events, in numbers."""

    claims: tuple[Sides, ...] = ()
    events: tuple[Contradiction, ...] = ()
    numbers: tuple[Difference, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.claims or self.events or self.numbers)


def sides(event: Event, timeline: Timeline) -> Sides:
    """Who says what about an event; nobody is silent about one without claims."""
    return Sides(event, event.claims, _silent(event, timeline) if event.claims else ())


def is_contested(event: Event) -> bool:
    """Whether different actors take opposite stances, or tell a disputed event each their way."""
    speakers = {id for claim in event.claims for id in claim.by}
    if event.certainty == "disputed" and len(speakers) > 1:
        return True
    return any(opposed(event.claims, yes, no) for yes, no in OPPOSITES)


def opposed(claims: Iterable[Claim], yes: str, no: str) -> tuple[str, str] | None:
    """Two different actors (by id) of whom one takes the stance `yes`, the other `no`."""
    said = list(claims)
    for_it = [id for claim in said if claim.stance == yes for id in claim.by]
    against = [id for claim in said if claim.stance == no for id in claim.by]
    return next(((a, b) for a in for_it for b in against if a != b), None)


def contradictions(track: Track, timeline: Timeline) -> Contradictions:
    """What is contradictory on a track, each pair of events once, in time."""
    events = timeline.of_track(track)
    pairs: dict[frozenset[str], Contradiction] = {}
    for event in events:
        related = [r.event for r in event.relations] + [
            back.event.id for back in timeline.backlinks(event)
        ]
        for id in related:
            other = timeline.by_id.get(id)
            if other and not other.withdrawn and contradict(event, other):
                first, last = (event, other) if says_so(event, other) else (other, event)
                pairs.setdefault(frozenset((event.id, id)), Contradiction(first, last))
    return Contradictions(
        tuple(sides(event, timeline) for event in events if is_contested(event)),
        tuple(pairs.values()),
        tuple(
            Difference(told.series, point)
            for told in series.told(track, timeline)
            for point in told.points
            if point.differs
        ),
    )


def contradict(event: Event, other: Event) -> bool:
    """Whether either says that it contradicts the other."""
    return says_so(event, other) or says_so(other, event)


def says_so(event: Event, other: Event) -> bool:
    """Whether an event says that it contradicts the other."""
    return any(r.kind == "contradicts" and r.event == other.id for r in event.relations)


def _silent(event: Event, timeline: Timeline) -> tuple[Actor, ...]:
    """Those concerned who say nothing, nor anybody who acts for them or for whom they act.

    Of somebody and the state they act for only the state is named.
    """
    heard: set[str] = set()
    for id in (id for claim in event.claims for id in claim.by):
        speaker = timeline.actors[id]
        heard |= {id, *(above.id for above in for_whom(speaker, event.date, timeline))}
    concerned = dict.fromkeys(p.actor for p in event.actors if p.role in CONCERNED)
    found = []
    for actor in (timeline.actors[id] for id in concerned):
        above = {each.id for each in for_whom(actor, event.date, timeline)}
        if heard.isdisjoint({actor.id} | above) and above.isdisjoint(concerned):
            found.append(actor)
    return tuple(found)
