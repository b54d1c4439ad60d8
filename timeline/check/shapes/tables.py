"""Shapes of mappings whose keys are names: relations, series of figures, silenced warnings."""

# What every shape can do is said once, in `base`.
# ruff: noqa: D102

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from timeline.check.reading import Reading
from timeline.check.shapes.base import Schema, keyed, mapping
from timeline.check.shapes.compound import Many, Record
from timeline.check.shapes.values import NewId, Text
from timeline.check.shapes.words import Choice, Ref
from timeline.check.vocabulary import Vocabulary
from timeline.load.nodes import Node
from timeline.problems import WARNINGS
from timeline.records import Relation, Series


@dataclass(frozen=True)
class Relations:
    """Kind of relation → events; one Relation for each event."""

    kinds: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"{', '.join(self.kinds)}: the id of an event, or a list"

    def read(self, node: Node, reading: Reading) -> tuple[Relation, ...] | None:
        found: list[Relation] = []
        table = mapping(node, reading, self.words)
        for key, value in table.entries.values() if table else ():
            kind = Choice(self.kinds, "relation").read(key, reading)
            events = Many(Ref("event")).read(value, reading)
            if kind and events:
                found += [Relation(kind, event) for event in events]
        return tuple(found) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        events = Many(Ref("event")).schema(vocabulary)
        return keyed({"enum": list(self.kinds)}, events)


@dataclass(frozen=True)
class SeriesTable:
    """Id of a series → its label, unit and kind."""

    row: Record
    words: str = "the series: {label: …, unit: …, kind: …}"

    def read(self, node: Node, reading: Reading) -> tuple[Series, ...] | None:
        found: list[Series] = []
        table = mapping(node, reading, self.words)
        for key, value in table.entries.values() if table else ():
            name = NewId().read(key, reading)
            fields = mapping(value, reading, "label: …")
            values = self.row.values(fields, reading) if fields else {}
            if name and self.row.is_whole(values):
                found.append(Series(id=name, **values))
        return tuple(found) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return keyed(NewId().schema(vocabulary), self.row.schema(vocabulary))


@dataclass(frozen=True)
class Reasons:
    """Code of a warning → why it does not apply here; read into pairs."""

    words: str = "the warning's code: the reason"

    def read(self, node: Node, reading: Reading) -> tuple[tuple[str, str], ...] | None:
        table = mapping(node, reading, self.words)
        pairs: list[tuple[Any, Any]] = [
            (Choice(WARNINGS, "warning").read(key, reading), Text(most=500).read(value, reading))
            for key, value in (table.entries.values() if table else ())
        ]
        return tuple((code, reason) for code, reason in pairs if code and reason) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return keyed({"enum": list(WARNINGS)}, Text(most=500).schema(vocabulary))
