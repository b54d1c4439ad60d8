"""Meetings: parties to the same event, and who stood between them.

Two roles carry this: `party`, and those in BETWEEN. A timeline without them has no meetings.
People and bodies are counted as those for whom they act, as `acting` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.model.findings.acting import at_the_top
from timeline.model.model import Timeline, by_name
from timeline.records import Actor, Event

PARTY = "party"
BETWEEN = ("mediator", "intermediary", "convenor", "host")


@dataclass(frozen=True, slots=True)
class GoBetween:
    """Who stood between the parties of an event, in which roles."""

    actor: Actor
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meeting:
    """An event with two parties or more; `between` is empty where nobody stood between them."""

    event: Event
    parties: tuple[Actor, ...]
    between: tuple[GoBetween, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """A way by which parties met: through one go-between, or (`through` None) with none.

    Without a go-between a way is that of exactly these parties. `parties` counts for each in how
    many of the events it was one.
    """

    through: Actor | None
    roles: tuple[str, ...]
    parties: tuple[tuple[Actor, int], ...]
    events: tuple[Event, ...]


def meetings(timeline: Timeline) -> tuple[Meeting, ...]:
    """Every event at which at least two different actors were parties, in time."""
    found = (_meeting(event, timeline) for event in timeline.events)
    return tuple(meeting for meeting in found if len(meeting.parties) > 1)


def ways(met: Iterable[Meeting]) -> list[Way]:
    """The ways by which parties met: those of most events first, then by name."""
    by_way: dict[tuple[str, ...], list[tuple[Meeting, GoBetween | None]]] = {}
    for meeting in met:
        for between in meeting.between:
            by_way.setdefault(("through", between.actor.id), []).append((meeting, between))
        if not meeting.between:
            ids = sorted(party.id for party in meeting.parties)
            by_way.setdefault(("directly", *ids), []).append((meeting, None))
    found = [_way(pairs) for pairs in by_way.values()]
    return sorted(found, key=lambda way: (-len(way.events), _name(way)))


def _meeting(event: Event, timeline: Timeline) -> Meeting:
    parties: dict[str, Actor] = {}
    between: dict[str, tuple[Actor, list[str]]] = {}
    for part in event.actors:
        actor = at_the_top(timeline.actors[part.actor], event.date, timeline)
        if part.role == PARTY:
            parties[actor.id] = actor
        elif part.role in BETWEEN:
            roles = between.setdefault(actor.id, (actor, []))[1]
            roles += [part.role] if part.role not in roles else []
    stood = tuple(
        GoBetween(actor, tuple(roles))
        for actor, roles in between.values()
        if actor.id not in parties
    )
    return Meeting(event, tuple(sorted(parties.values(), key=by_name)), stood)


def _way(pairs: list[tuple[Meeting, GoBetween | None]]) -> Way:
    between = pairs[0][1]
    counts = Counter(party.id for meeting, _ in pairs for party in meeting.parties)
    actors = {party.id: party for meeting, _ in pairs for party in meeting.parties}
    parties = sorted(actors.values(), key=lambda actor: (-counts[actor.id], by_name(actor)))
    return Way(
        between.actor if between else None,
        tuple(dict.fromkeys(_roles(pairs))),
        tuple((actor, counts[actor.id]) for actor in parties),
        tuple(meeting.event for meeting, _ in pairs),
    )


def _roles(pairs: Iterable[tuple[Meeting, GoBetween | None]]) -> Iterator[str]:
    for _, between in pairs:
        if between:
            yield from between.roles


def _name(way: Way) -> tuple[bool, list[tuple[str, str]]]:
    named = [way.through] if way.through else [actor for actor, _ in way.parties]
    return (way.through is None, [by_name(actor) for actor in named])
