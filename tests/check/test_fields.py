"""The table of fields is the single truth: what follows from it, and what must agree with it."""

from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pytest

from tests.check import samples
from tests.check.samples import MISTAKES, Mistake, read
from timeline.check.fields import KINDS
from timeline.check.reading import Reading
from timeline.check.shapes.compound import Record
from timeline.check.vocabulary import Vocabulary
from timeline.commands import reference
from timeline.dates import Date, parse
from timeline.load.documents import Document
from timeline.load.front_matter import parse as parse_front
from timeline.records import Citation, Claim, Figure, Office, Participation, Relation, Series, State

DOCS = Path(__file__).parents[2] / "docs"

#: Attributes that come from elsewhere than a field: from the file, from the key under which the
#: fields stand, from the sign before a number.
NOT_FIELDS = {
    **{kind.cls: {"id", "file", "body"} for kind in KINDS.values()},
    Series: {"id"},
    Figure: {"series", "approximate"},
}


def _records() -> Iterator[Record]:
    for kind in KINDS.values():
        yield kind
        yield from filter(None, (reference.record_in(row.shape) for row in kind.fields))


#: Every record of the table, those inside of fields too.
RECORDS = list(_records())
ROWS = {f"{record.cls.__name__}.{row.name}": row for record in RECORDS for row in record.fields}


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.cls.__name__)
def test_fields_and_attributes_are_the_same(record: Record) -> None:
    targets = [row.target for row in record.fields]
    attributes = {attribute.name for attribute in fields(record.cls)}
    assert len(targets) == len(set(targets))
    assert attributes - set(targets) <= NOT_FIELDS.get(record.cls, set())
    assert set(targets) <= attributes


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.cls.__name__)
def test_required_fields_are_those_without_a_default(record: Record) -> None:
    required = {row.target for row in record.fields if row.required}
    without = {
        attribute.name
        for attribute in fields(record.cls)
        if attribute.default is MISSING and attribute.default_factory is MISSING
    }
    assert without - required <= NOT_FIELDS.get(record.cls, set())
    assert required <= without


class Welcoming(Vocabulary):
    """A vocabulary that knows every id; roles and states are not held against anybody."""

    def of(self, _kind: str) -> frozenset[str]:
        return _EVERYTHING


class _Everything(frozenset[str]):
    def __contains__(self, word: object) -> bool:
        return True


_EVERYTHING = _Everything()


@pytest.mark.parametrize("name", ROWS)
def test_example_of_each_field_can_be_written_so(name: str) -> None:
    """Documentation and hints show these examples."""
    row = ROWS[name]
    assert row.says.endswith(".")
    front, _ = parse_front(f"{row.name}: {row.example}", 1)
    reading = Reading(Document("event", "it", "it.md"), Welcoming(roles=None, states=None))
    assert row.shape.read(front[row.name], reading) is not None
    assert reading.problems == []


def test_reference_in_docs_is_current() -> None:
    """Renew it with: python3 build.py reference > docs/front-matter.md."""
    assert (DOCS / "front-matter.md").read_text("utf-8") == reference.markdown()


def test_reference_names_every_field() -> None:
    text = reference.markdown()
    for record in RECORDS:
        table = "\n".join(reference._table(record))  # noqa: SLF001
        assert table in text
        for row in record.fields:
            assert f"| **{row.name}** |" in table or f"| {row.name} |" in table


@pytest.mark.parametrize("mistake", MISTAKES, ids=str)
def test_mistake_in_a_field_is_told(mistake: Mistake) -> None:
    _, problems = read(mistake.kind, **{mistake.field: mistake.written})
    assert [problem.code for problem in problems] == [mistake.code]
    assert problems[0].severity == "error"


@pytest.mark.parametrize("kind", samples.SOUND)
def test_required_field_that_is_missing_is_told_and_no_record_made(kind: str) -> None:
    for row in KINDS[kind].fields:
        if row.required:
            record, problems = read(kind, **{row.name: ""})
            assert record is None
            assert [problem.code for problem in problems] == ["empty-value"]


def date(text: str) -> Date:
    return parse(text)


#: Kind, field, what is written → attribute, what is read.
VALUES: list[tuple[str, str, str, str, Any]] = [
    ("event", "title", "  2022  ", "title", "2022"),
    ("event", "title", '"No: never"', "title", "No: never"),
    ("event", "title", ">\n  Work on\n  the bridge", "title", "Work on the bridge"),
    ("event", "title", "no", "title", "no"),
    ("event", "date", "2022-11", "date", date("2022-11")),
    ("event", "date", "-0043", "date", date("-0043")),
    ("event", "date", "1984-12~", "date", date("1984-12~")),
    ("event", "date", "[2022-12-01..2022-12-10]", "date", date("[2022-12-01..2022-12-10]")),
    ("event", "date", "'[..2022-12-07]'", "date", date("[..2022-12-07]")),
    ("event", "date", "2022-02-24/..", "date", date("2022-02-24/..")),
    ("event", "track", "ferry", "tracks", ("ferry",)),
    ("event", "track", "[ferry, bridge]", "tracks", ("ferry", "bridge")),
    ("event", "track", "\n  - ferry\n  - bridge", "tracks", ("ferry", "bridge")),
    ("event", "actors", "council", "actors", (Participation("council", "involved"),)),
    ("event", "actors", "[council, ferry-company]", "actors",
     (Participation("council", "involved"), Participation("ferry-company", "involved"))),
    ("event", "actors", "{speaker: [council], builder: council}", "actors",
     (Participation("council", "speaker"), Participation("council", "builder"))),
    ("event", "actors", "{involved: council}", "actors", (Participation("council", "involved"),)),
    ("event", "source", "gazette", "sources", (Citation("gazette"),)),
    ("event", "source", "[{id: gazette, at: page 3}, https://example.org/a?b=c#d]", "sources",
     (Citation("gazette", "page 3"), Citation("https://example.org/a?b=c#d"))),
    ("event", "source", "{id: https://example.org/, at: top}", "sources",
     (Citation("https://example.org/", "top"),)),
    ("event", "claims", samples.CLAIM, "claims", (Claim(("council",), "asserts", "It did"),)),
    ("event", "state", "agreed", "states", (("bridge", "agreed"),)),
    ("event", "state", "{bridge: blocked}", "states", (("bridge", "blocked"),)),
    ("event", "figures", "{cost: 215}", "figures", (Figure("cost", "215"),)),
    ("event", "figures", "{cost: ~300}", "figures", (Figure("cost", "300", approximate=True),)),
    ("event", "figures", "{cost: >800}", "figures", (Figure("cost", low="800"),)),
    ("event", "figures", "{cost: '<50'}", "figures", (Figure("cost", high="50"),)),
    ("event", "figures", "{cost: [3.5, {low: 3, high: 4, note: crowns}]}", "figures",
     (Figure("cost", "3.5"), Figure("cost", low="3", high="4", note="crowns"))),
    ("event", "relates", "{continues: vote, led-to: [ferry-stops]}", "relations",
     (Relation("continues", "vote"), Relation("led-to", "ferry-stops"))),
    ("event", "key", "true", "key", True),
    ("event", "key", "false", "key", False),
    ("event", "allow", "{single-source: Why not}", "allow", (("single-source", "Why not"),)),
    ("actor", "kind", "festival", "kind", "festival"),
    ("actor", "office", "{of: council, as: Mayor, from: 2019}", "offices",
     (Office("council", "Mayor", date("2019")),)),
    ("track", "order", "-2", "order", -2),
    ("track", "figures", "{cost: {label: Cost, unit: crowns, kind: cumulative}}", "series",
     (Series("cost", "Cost", "cumulative", "crowns"),)),
    ("source", "author", "[A. Berg, B. Dahl]", "author", ("A. Berg", "B. Dahl")),
    ("source", "language", "pt-BR", "language", "pt-BR"),
    ("timeline", "states", "[{id: a, label: A}, {id: b, label: B, tone: hot}]", "states",
     (State("a", "A"), State("b", "B", "hot"))),
    ("timeline", "roles", "speaker", "roles", ("speaker",)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "field", "written", "attribute", "value"),
    VALUES,
    ids=[f"{kind} {field}: {written[:40]}" for kind, field, written, _, _ in VALUES],
)
def test_field_is_read_into_its_attribute(
    kind: str, field: str, written: str, attribute: str, value: Any
) -> None:
    record, problems = read(kind, **{field: written})
    assert problems == []
    assert getattr(record, attribute) == value


def test_sound_samples_have_no_problem() -> None:
    """Else a mistake could be told for another reason."""
    for kind in samples.SOUND:
        record, problems = read(kind)
        assert problems == []
        assert isinstance(record, KINDS[kind].cls)
