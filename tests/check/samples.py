"""Front matter to try the table of fields on: sound files of each kind, and mistakes in a field."""

from dataclasses import dataclass
from typing import Any

from tests import broken
from timeline.check import check, vocabulary
from timeline.check.reading import Reading
from timeline.load import documents
from timeline.load.nodes import Mapping
from timeline.problems import Problem

#: The words that tests/broken/base declares: actors council and ferry-company, and so on.
WORDS = vocabulary.gather(documents.load(broken.BASE)[0])

SOUND = {
    "event": {
        "title": "Work on the bridge begins",
        "date": "2022-05-09",
        "track": "bridge",
        "actors": "{builder: council}",
        "source": "gazette",
    },
    "actor": {"name": "The mayor"},
    "track": {"title": "The tunnel"},
    "source": {"title": "A letter"},
    "timeline": {"title": "A bridge for Ostby"},
}


@dataclass(frozen=True)
class Mistake:
    """A field written wrongly, and the code that tells so; `schema` can see it too, or cannot."""

    kind: str
    field: str
    written: str
    code: str
    schema: bool = True

    def __str__(self) -> str:
        return f"{self.kind} {self.field}: {self.written[:40]}"


def front(kind: str, /, **changed: str) -> str:
    """A sound file of a kind, with some fields changed or added; "" leaves one empty."""
    fields = {**SOUND[kind], **changed}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n"


def read(kind: str, /, **changed: str) -> tuple[Any, list[Problem]]:
    """The record of such a file, and what is told of it."""
    document, found = documents.read(front(kind, **changed).encode(), kind, "it", "it.md")
    reading = Reading(document, WORDS)
    record = check.read(reading)
    return record, [*found, *reading.problems]


def fields(kind: str, /, **changed: str) -> Mapping:
    """The fields of such a file as they are written."""
    document, _ = documents.read(front(kind, **changed).encode(), kind, "it", "it.md")
    assert document.front
    return document.front


CLAIM = "{by: council, stance: asserts, text: It did}"

MISTAKES = [
    Mistake("event", "colour", "red", "unknown-field"),
    Mistake("event", "title", "", "empty-value"),
    Mistake("event", "title", "[a, b]", "wrong-shape"),
    Mistake("event", "title", "{a: b}", "wrong-shape"),
    Mistake("event", "title", "x" * 301, "too-long"),
    Mistake("event", "date", "2022-13", "bad-date", schema=False),
    Mistake("event", "date", "May 2022", "bad-date", schema=False),
    Mistake("event", "date", "{a: b}", "bad-date"),
    Mistake("event", "track", "fery", "unknown-track"),
    Mistake("event", "track", "[bridge, fery]", "unknown-track"),
    Mistake("event", "track", "[bridge, bridge]", "repeated-value"),
    Mistake("event", "track", "[]", "empty-value"),
    Mistake("event", "track", "{bridge: ferry}", "wrong-shape"),
    Mistake("event", "actors", "counsil", "unknown-actor"),
    Mistake("event", "actors", "Town council", "alias-as-id"),
    Mistake("event", "actors", "{bilder: council}", "unknown-role"),
    Mistake("event", "actors", "{builder: [council, counsil]}", "unknown-actor"),
    Mistake("event", "actors", "[{builder: council}]", "wrong-shape"),
    Mistake("event", "actors", "{}", "empty-value"),
    Mistake("event", "source", "gazete", "unknown-source"),
    Mistake("event", "source", "www.example.org/a", "bad-address"),
    Mistake("event", "source", "ftp://example.org/a", "bad-address"),
    Mistake("event", "source", "{at: page 3}", "missing-field"),
    Mistake("event", "source", "{id: gazette, page: 3}", "unknown-field"),
    Mistake("event", "known", "soon", "bad-date", schema=False),
    Mistake("event", "certainty", "rumored", "unknown-certainty"),
    Mistake("event", "claims", "The council says so", "wrong-shape"),
    Mistake("event", "claims", "{by: council, stance: asserts}", "missing-field"),
    Mistake("event", "claims", CLAIM.replace("asserts", "assert"), "unknown-stance"),
    Mistake("event", "claims", f"[{CLAIM}, {CLAIM}]", "repeated-value"),
    Mistake("event", "state", "agred", "unknown-state"),
    Mistake("event", "state", "{bridge: agred}", "unknown-state"),
    Mistake("event", "state", "{brigde: agreed}", "unknown-track"),
    Mistake("event", "state", "[agreed]", "wrong-shape"),
    Mistake("event", "state", "{ferry: agreed}", "foreign-track", schema=False),
    Mistake("event", "figures", "12", "wrong-shape"),
    Mistake("event", "figures", "{cost: many}", "bad-number"),
    Mistake("event", "figures", "{cost: '1,200'}", "bad-number"),
    Mistake("event", "figures", "{cost: -3}", "bad-number"),
    Mistake("event", "figures", "{cost: [[1]]}", "wrong-shape"),
    Mistake("event", "figures", "{cost: []}", "empty-value"),
    Mistake("event", "figures", "{cost: {note: unknown}}", "missing-field"),
    Mistake("event", "figures", "{cost: {low: ~3}}", "bad-number"),
    Mistake("event", "figures", "{cost: {low: 3, high: 2}}", "bad-number", schema=False),
    Mistake("event", "figures", "{cost: {value: 1, low: 2}}", "bad-number", schema=False),
    Mistake("event", "figures", "{cost: {value: ~5, high: 4}}", "bad-number", schema=False),
    Mistake("event", "figures", "{cost: {value: '>8', low: 5}}", "bad-number", schema=False),
    Mistake("event", "figures", "{cost: {value: '<8', high: 9}}", "bad-number", schema=False),
    Mistake("event", "figures", "{cost: {value: '>8', high: 5}}", "bad-number", schema=False),
    Mistake("event", "figures", "{costs: 3}", "unknown-series", schema=False),
    Mistake("event", "relates", "vote", "wrong-shape"),
    Mistake("event", "relates", "{after: vote}", "unknown-relation"),
    Mistake("event", "relates", "{continues: votes}", "unknown-event"),
    Mistake("event", "relates", "{}", "empty-value"),
    Mistake("event", "image", "bridge.png", "wrong-shape"),
    Mistake("event", "image", "{file: bridge.png}", "missing-field"),
    Mistake("event", "image", "{file: b.png, alt: A bridge}", "missing-picture", schema=False),
    Mistake("event", "key", "yes", "bad-flag"),
    Mistake("event", "corrections", "{date: 2022-06}", "missing-field"),
    Mistake("event", "withdrawn", "true", "wrong-shape"),
    Mistake("event", "aliases", "Old name", "bad-id"),
    Mistake("event", "draft", "1", "bad-flag"),
    Mistake("event", "allow", "[single-source]", "wrong-shape"),
    Mistake("event", "allow", "{single-sources: Why not}", "unknown-warning"),
    Mistake("event", "allow", "{single-source: ''}", "empty-value"),
    Mistake("actor", "kind", "organization", "unknown-kind", schema=False),
    Mistake("actor", "aliases", "[The mayor, The mayor]", "repeated-value"),
    Mistake("actor", "office", "{of: council}", "missing-field"),
    Mistake("actor", "part_of", "counsil", "unknown-actor"),
    Mistake("actor", "positions", "{track: bridge, kind: hopes, text: A, source: gazette}",
            "unknown-position"),
    Mistake("track", "order", "first", "bad-number"),
    Mistake("track", "colour", "teal", "bad-colour"),
    Mistake("track", "figures", "[cost]", "wrong-shape"),
    Mistake("track", "figures", "{cost: {unit: crowns}}", "missing-field"),
    Mistake("track", "figures", "{cost: {label: Cost, kind: counts}}", "unknown-kind"),
    Mistake("track", "figures", "{Total cost: {label: Cost}}", "bad-id"),
    Mistake("source", "url", "post.example/a", "bad-address"),
    Mistake("source", "archive", '"javascript:alert(1)"', "bad-address"),
    Mistake("source", "language", "English, British", "bad-language"),
    Mistake("source", "same_as", "gazete", "unknown-source"),
    Mistake("timeline", "url", "https://example.org/?page=2", "bad-address"),
    Mistake("timeline", "url", "https://example.org/timeline/#top", "bad-address"),
    Mistake("timeline", "as_of", "2022-12~", "bad-date"),
    Mistake("timeline", "as_of", "2022-12-XX", "bad-date"),
    Mistake("timeline", "as_of", "2022-11/2022-12", "bad-date"),
    Mistake("timeline", "as_of", "2022-24", "bad-date"),
    Mistake("timeline", "states", "[blocked]", "wrong-shape"),
    Mistake("timeline", "states", "{id: On hold, label: On hold}", "bad-id"),
    Mistake("timeline", "states", "{id: a, label: A, tone: icy}", "unknown-tone"),
    Mistake("timeline", "states", "[{id: a, label: A}, {id: a, label: B}]", "repeated-value",
            schema=False),
    Mistake("timeline", "roles", "[speaker, speaker]", "repeated-value"),
    Mistake("timeline", "url", "example.org", "bad-address"),
]  # fmt: skip
