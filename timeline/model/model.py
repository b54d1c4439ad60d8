"""Model: the timeline as one value, in which every id can be followed and every order is fixed.

Comes from checked records; read by the pages and exports, which change nothing in it. What can be
looked up of one thing is looked up here: what rests on a source, the state of every track on any
day, the months that have pages. `findings` tells what several things say together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from timeline.check.check import Records
from timeline.dates import Day, Moment
from timeline.ids import plain
from timeline.model.periods import Period, period_of
from timeline.records import (
    About,
    Actor,
    Citation,
    Claim,
    Correction,
    Event,
    Figure,
    Position,
    Source,
    State,
    Track,
)


@dataclass(frozen=True, slots=True)
class Move:
    """An event that brings a track into a state; `step` is its rungs up (+) or down (-)."""

    event: Event
    state: State
    step: int = 0


@dataclass(frozen=True, slots=True)
class Backlink:
    """Another event that relates to this one, and how."""

    kind: str
    event: Event


@dataclass(frozen=True)
class Timeline:
    """Everything the pages need. `events` holds what is told, in order of time; `withdrawn` what
    no longer is, the latest withdrawal first.

    `changed` says when content files were last changed, as far as there is a history of them.
    """

    about: About
    events: tuple[Event, ...]
    withdrawn: tuple[Event, ...]
    actors: Mapping[str, Actor]
    tracks: Mapping[str, Track]
    sources: Mapping[str, Source]
    changed: Mapping[str, Moment] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Event]:
        """All events that have a page, the withdrawn ones too."""
        return {event.id: event for event in (*self.events, *self.withdrawn)}

    @cached_property
    def states(self) -> dict[str, State]:
        """The ladder, coldest first, by id."""
        return {state.id: state for state in self.about.states}

    @cached_property
    def _by_actor(self) -> dict[str, list[Event]]:
        return _grouped((part.actor, event) for event in self.events for part in event.actors)

    @cached_property
    def _by_track(self) -> dict[str, list[Event]]:
        return _grouped((track, event) for event in self.events for track in event.tracks)

    @cached_property
    def _by_source(self) -> dict[str, list[Event]]:
        return _grouped(
            (citation.source, event) for event in self.events for citation in cited(event)
        )

    @cached_property
    def _backlinks(self) -> dict[str, list[Backlink]]:
        found: dict[str, list[Backlink]] = defaultdict(list)
        for event in self.events:
            for relation in event.relations:
                found[relation.event].append(Backlink(relation.kind, event))
        return found

    @cached_property
    def by_period(self) -> dict[Period, list[Event]]:
        """Year and month → its events; a year holds the events of its months too. In order."""
        found: dict[Period, list[Event]] = defaultdict(list)
        for event in self.events:
            period = period_of(event.date)
            found[period].append(event)
            if period.month:
                found[period.whole_year].append(event)
        return dict(sorted(found.items(), key=lambda item: item[0].order))

    def of_actor(self, actor: Actor) -> list[Event]:
        """The events an actor takes part in."""
        return self._by_actor.get(actor.id, [])

    def of_track(self, track: Track) -> list[Event]:
        """The events on a track, as lane or beside it."""
        return self._by_track.get(track.id, [])

    def of_source(self, source: Source) -> list[Event]:
        """The events, and events with claims, that rest on a source."""
        return self._by_source.get(source.id, [])

    def backlinks(self, event: Event) -> list[Backlink]:
        """The events that relate to this one."""
        return self._backlinks.get(event.id, [])

    def roles_of(self, actor: Actor, event: Event) -> tuple[str, ...]:
        """The roles an actor has in an event."""
        return tuple(part.role for part in event.actors if part.actor == actor.id)

    def members(self, actor: Actor) -> list[Actor]:
        """The people and bodies that belong to an actor, or hold an office of it, by name."""
        belonging = [
            other
            for other in self.actors.values()
            if actor.id in other.part_of or any(office.of == actor.id for office in other.offices)
        ]
        return sorted(belonging, key=by_name)

    def positions(self, track: Track) -> list[tuple[Actor, Position]]:
        """What the actors hold on a track, actor by actor."""
        return [
            (actor, position)
            for actor in sorted(self.actors.values(), key=by_name)
            for position in actor.positions
            if position.track == track.id
        ]

    @cached_property
    def _moves(self) -> dict[str, list[Move]]:
        return {track: list(self._history(track)) for track in self.tracks}

    def told_states(self, track: str) -> Iterator[tuple[Event, State]]:
        """The events that leave a track in a state, with it, in the order in which they settle."""
        for event in sorted(
            self._by_track.get(track, []),
            key=lambda event: (settles(event), event.date.sort_key, event.id),
        ):
            state = self.states.get(leaves(event).get(track, ""))
            if state:
                yield event, state

    def _history(self, track: str) -> Iterator[Move]:
        rungs = {id: rung for rung, id in enumerate(self.states)}
        now = None
        for event, state in self.told_states(track):
            if state != now:
                yield Move(event, state, rungs[state.id] - rungs[now.id] if now else 0)
                now = state

    def moves(self, track: Track) -> list[Move]:
        """The history of a track's states, in the order in which they took effect.

        An event that leaves a track in the state in which it found it is no move.
        """
        return self._moves[track.id]

    def standing(self, track: Track, day: Day | None = None) -> Move | None:
        """The move in force on a track at the end of a day; None before the first. No day: now."""
        past = [m for m in self.moves(track) if day is None or settles(m.event) <= day]
        return past[-1] if past else None

    @cached_property
    def corrections(self) -> list[tuple[Correction, Event]]:
        """All corrections, the latest first."""
        pairs = [(c, event) for event in self.by_id.values() for c in event.corrections]
        return sorted(pairs, key=lambda pair: (pair[0].date.sort_key, pair[1].id), reverse=True)

    def original(self, source: Source) -> Source:
        """The source whose story this one republishes, or itself."""
        while source.same_as:
            source = self.sources[source.same_as]
        return source

    def independent_sources(self, event: Event) -> int:
        """On how many sources an event rests, republications counted once."""
        return len(
            {
                self.original(self.sources[c.source]).id if c.source in self.sources else c.source
                for c in cited(event)
            }
        )


def build(records: Records, *, drafts: bool = False) -> Timeline:
    """The timeline that checked records tell; drafts only when they are asked for."""
    told = sorted(
        (event for event in records.events if drafts or not event.draft),
        key=lambda event: (event.date.sort_key, event.id),
    )
    return Timeline(
        about=records.about,
        events=tuple(event for event in told if not event.withdrawn),
        withdrawn=tuple(
            sorted(
                (event for event in told if event.withdrawn),
                key=lambda event: event.withdrawn.date.sort_key if event.withdrawn else (),
                reverse=True,
            )
        ),
        actors={actor.id: actor for actor in records.actors},
        tracks={t.id: t for t in sorted(records.tracks, key=lambda t: (t.order, t.title, t.id))},
        sources={source.id: source for source in records.sources},
    )


def leaves(event: Event) -> dict[str, str]:
    """Track → the state in which an event leaves it; none where it is planned, or withdrawn."""
    return {} if event.certainty == "planned" or event.withdrawn else dict(event.states)


def settles(event: Event) -> Day:
    """The day by which an event has surely happened, or, if it lasted, surely begun.

    A state holds from this day on: "some day from 1 to 10 December" counts from the 10th. Where
    the latest day is open, the earliest counts.
    """
    begun = event.date.start if event.date.kind == "interval" and event.date.start else event.date
    day = begun.latest if begun.latest is not None else begun.earliest
    return event.date.anchor if day is None else day


def cited(event: Event) -> list[Citation]:
    """Every citation of an event, its claims' and figures' too, the event's own first."""
    own = [*event.sources]
    parts: list[Claim | Figure] = [*event.claims, *event.figures]
    for part in parts:
        own += part.sources
    return list(dict.fromkeys(own))


def by_name(actor: Actor) -> tuple[str, str]:
    """The order of actors in lists: É stands with E, Ł with L."""
    return (plain(actor.name), actor.id)


def _grouped(pairs: Iterable[tuple[str, Event]]) -> dict[str, list[Event]]:
    """Key → its events, each once, in order."""
    found: dict[str, dict[str, Event]] = defaultdict(dict)
    for key, event in pairs:
        found[key][event.id] = event
    return {key: list(events.values()) for key, events in found.items()}
