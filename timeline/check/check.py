"""Check: documents → records and problems.

The table of fields says what may stand in a file, `rules` what must agree between the fields of
one event, `crossings` what must agree between files. A document with a mistake still yields its
other mistakes, never a follow-on of the first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from timeline.check import bodies, crossings, rules
from timeline.check.fields import KINDS
from timeline.check.reading import Reading
from timeline.check.vocabulary import Vocabulary
from timeline.load.documents import Content, Document
from timeline.problems import Problem
from timeline.records import About, Actor, Event, Source, Track


@dataclass(frozen=True, slots=True)
class Records:
    """All that was read whole, each kind in the order of its files."""

    about: About
    events: tuple[Event, ...] = ()
    actors: tuple[Actor, ...] = ()
    tracks: tuple[Track, ...] = ()
    sources: tuple[Source, ...] = ()


#: A document and the words it may use → its record, or None, and what is wrong with it.
Judge = Callable[[Document, Vocabulary], tuple[Any, list[Problem]]]


def check(
    content: Content, vocabulary: Vocabulary, *, judge: Judge | None = None
) -> tuple[Records, list[Problem]]:
    """Read every document: the records of those that were whole, and everything that is wrong.

    Each is read with `judged`, or with a `judge` that remembers what it has judged.
    """
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    problems: list[Problem] = []
    for document in content.documents:
        record, wrong = (judge or judged)(document, vocabulary)
        problems += wrong
        if record is not None:
            found[document.kind].append(record)
    records = Records(
        about=next(iter(found["timeline"]), About(title="")),
        events=tuple(found["event"]),
        actors=tuple(found["actor"]),
        tracks=tuple(found["track"]),
        sources=tuple(found["source"]),
    )
    by_file = {document.file: document for document in content.documents}
    problems += crossings.addresses(records.events, records.actors, records.sources, by_file)
    problems += crossings.circles(records.events, records.actors, records.sources, by_file)
    return records, problems


def judged(document: Document, vocabulary: Vocabulary) -> tuple[Any, list[Problem]]:
    """The record that a document holds, or None, and what is wrong with it, its body included."""
    reading = Reading(document, vocabulary)
    record = read(reading)
    bodies.check(document.body, reading)
    return record, reading.problems


def read(reading: Reading) -> Any:
    """The record that a document holds, or None; what is wrong is told to the reading."""
    document = reading.document
    if document.front is None:
        return None
    shape = KINDS[document.kind]
    each = list(shape.each(document.front, reading))
    values = {target: value for target, value, _ in each}
    whole = {target: value for target, value, is_whole in each if is_whole}
    for rule in rules.OF.get(document.kind, ()):
        rule(whole, document.front, reading)
    if not shape.is_whole(values):
        return None
    own = {} if document.kind == "timeline" else {"id": document.id}
    record = shape.cls(**own, **values, file=document.file, body=document.body)
    return _with_tracks_of_states(record) if isinstance(record, Event) else record


def _with_tracks_of_states(event: Event) -> Event:
    """A bare state is the state of the first track."""
    states = tuple((track or event.tracks[0], state) for track, state in event.states)
    return replace(event, states=states)
