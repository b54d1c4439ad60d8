"""Entries: events with everything they name looked up, ready for a template to set.

Entry      an event: tracks, roles, claims, states, figures, sources, body
Reference  a citation that a reader can follow
Standing   a track in a state, since when and by which event
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from timeline.dates import Date, Day
from timeline.model.model import Move, Timeline, cited, leaves, settles
from timeline.records import Actor, Citation, Claim, Event, Figure, Series, Source, State, Track
from timeline.render.amounts import amount
from timeline.render.prose import Lookup, Prose
from timeline.render.words import Words

#: Certainties of an event that a state brought by it shares, and how it tells them.
UNSURE = {"claimed": "state.claimed", "rumoured": "state.rumoured", "disputed": "state.disputed"}


@dataclass(frozen=True, slots=True)
class Reference:
    """What a statement rests on: a source with a page, or only a web address (`source` None).

    `number` is the source's place in the list of all, for paper.
    """

    name: str
    url: str
    at: str
    source: Source | None = None
    number: int = 0


@dataclass(frozen=True, slots=True)
class Role:
    """A role in an event and who has it."""

    name: str
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A claim with its speakers; `has_own_sources` when it rests on more than the event does."""

    claim: Claim
    speakers: tuple[Actor, ...]
    sources: tuple[Reference, ...]
    has_own_sources: bool


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with the series and track that it belongs to, and its amount in words."""

    figure: Figure
    series: Series
    track: Track
    amount: Markup
    sources: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """A track in a state: `since` says when that began, exactly or not (`is_exact`)."""

    track: Track
    event: Event
    state: State
    step: int
    since: Date
    text: str
    is_exact: bool

    def said(self, words: Words, when: str) -> Markup:
        """Since when, and how that is known, as in "disputed, since July 2022"."""
        since = words.say("state.since" if self.is_exact else "state.changed", when=when)
        unsure = UNSURE.get(self.event.certainty)
        return words.say(unsure, since=since) if unsure else since


@dataclass(frozen=True, slots=True)
class Entry:
    """An event, resolved. `html` has addresses that `prose.placed` makes relative to a page.

    `day` is the one by which it has surely happened, `known` the one by which that was public.
    """

    event: Event
    tracks: tuple[Track, ...]
    roles: tuple[Role, ...]
    claims: tuple[Said, ...]
    states: tuple[Standing, ...]
    figures: tuple[Number, ...]
    sources: tuple[Reference, ...]
    independent: int
    html: str
    day: Day
    known: Day

    @property
    def source_names(self) -> tuple[str, ...]:
        """Every source by id, or by host where only an address is cited; the claims' too."""
        own = [c.host if c.is_address else c.source for c in cited(self.event)]
        return tuple(dict.fromkeys(own))

    @property
    def has_notes(self) -> bool:
        """Whether any of its figures carries a note."""
        return any(number.figure.note for number in self.figures)


class Entries:
    """Makes entries, each once; one instance serves a whole build."""

    def __init__(self, timeline: Timeline, prose: Prose, words: Words) -> None:
        self._timeline = timeline
        self._prose = prose
        self._words = words
        self._made: dict[str, Entry] = {}
        sources = timeline.sources.values()
        self.numbered = {source.id: (source, n) for n, source in enumerate(sources, 1)}
        self._moves = {
            (move.event.id, track.id): move
            for track in timeline.tracks.values()
            for move in timeline.moves(track)
        }

    def of(self, event: Event) -> Entry:
        """The entry of an event."""
        if event.id not in self._made:
            self._made[event.id] = self._entry(event)
        return self._made[event.id]

    def all(self, events: Iterable[Event]) -> list[Entry]:
        """The entries of events, in their order."""
        return [self.of(event) for event in events]

    def references(self, citations: Iterable[Citation]) -> tuple[Reference, ...]:
        """Citations as a reader can follow them."""
        return tuple(self._reference(citation) for citation in citations)

    def numbers(self, event: Event) -> tuple[Number, ...]:
        """The figures of an event, in the order in which its tracks declare their series."""
        return tuple(
            Number(
                figure, series, track,
                amount(figure, series.unit, self._words),
                self.references(figure.sources),
            )
            for track in self._tracks(event)
            for series in track.series
            for figure in event.figures
            if figure.series == series.id
        )  # fmt: skip

    def _entry(self, event: Event) -> Entry:
        timeline, day = self._timeline, settles(event)
        return Entry(
            event=event,
            tracks=self._tracks(event),
            roles=self._roles(event),
            claims=tuple(self._said(claim, event) for claim in event.claims),
            states=self._states(event),
            figures=self.numbers(event),
            sources=self.references(event.sources),
            independent=timeline.independent_sources(event),
            html=self._prose.html(event.body.text, event.id),
            day=day,
            known=max(day, public_from(event.known)) if event.known else day,
        )

    def _states(self, event: Event) -> tuple[Standing, ...]:
        """The states in which an event leaves tracks; it may have found them there already."""
        timeline = self._timeline
        return tuple(
            standing(
                timeline.tracks[track],
                self._moves.get((event.id, track)) or Move(event, timeline.states[state]),
            )
            for track, state in leaves(event).items()
            if state in timeline.states
        )

    def _tracks(self, event: Event) -> tuple[Track, ...]:
        return tuple(self._timeline.tracks[id] for id in event.tracks)

    def _roles(self, event: Event) -> tuple[Role, ...]:
        found: dict[str, list[Actor]] = {}
        for part in event.actors:
            found.setdefault(part.role, []).append(self._timeline.actors[part.actor])
        return tuple(Role(name, tuple(actors)) for name, actors in found.items())

    def _said(self, claim: Claim, event: Event) -> Said:
        speakers = tuple(self._timeline.actors[id] for id in claim.by)
        has_own = not set(claim.sources) <= set(event.sources)
        return Said(claim, speakers, self.references(claim.sources), has_own)

    def _reference(self, citation: Citation) -> Reference:
        if citation.is_address:
            return Reference(citation.host, citation.source, citation.at)
        source, number = self.numbered[citation.source]
        name = source.publisher or source.title
        return Reference(name, source.url, citation.at, source, number)


def lookup(timeline: Timeline) -> Lookup:
    """Where `[[event:id]]` and its like lead in this timeline, and what they are called there."""

    def find(kind: str, id: str) -> tuple[str, str] | None:
        things: Mapping[str, Mapping[str, Event | Actor | Track | Source]] = {
            "event": timeline.by_id,
            "actor": timeline.actors,
            "track": timeline.tracks,
            "source": timeline.sources,
        }
        thing = things[kind].get(id) if kind in things else None
        return (thing.address, thing.title) if thing else None

    return find


def standing(track: Track, move: Move) -> Standing:
    """A move as the state of its track, dated by when the event began."""
    event = move.event
    lasted = event.date.kind == "interval" and event.date.start is not None
    since = event.date.start if lasted and event.date.start else event.date
    text = event.date_text or since.words
    is_exact = since.kind == "single" and not event.date_text
    return Standing(track, event, move.state, move.step, since, text, is_exact)


def public_from(known: Date) -> Day:
    """The day by which something was surely public."""
    return known.latest if known.latest is not None else known.anchor
