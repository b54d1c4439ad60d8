"""Shapes made of shapes: one or many, and records with fields of their own."""

# What every shape can do is said once, in `base`.
# ruff: noqa: D102

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline.check.reading import Reading
from timeline.check.shapes.base import Schema, Shape, mapping
from timeline.check.vocabulary import Vocabulary
from timeline.load import nodes
from timeline.load.nodes import Node, Scalar, Sequence
from timeline.problems import Place, did_you_mean, nearest, quoted

#: A hint names this many fields; where there are more, it names the page that lists them.
FEW = 12
REFERENCE = "docs/front-matter.md"


@dataclass(frozen=True)
class Many:
    """One value, or a list of them; read into a tuple. Nothing stands in it twice."""

    of: Shape
    #: The attribute that tells values apart, where a part of them does.
    key: str = ""

    @property
    def words(self) -> str:
        return f"{self.of.words}, or a list"

    def read(self, node: Node, reading: Reading) -> tuple[Any, ...] | None:
        if not isinstance(node, Sequence):
            value = self.of.read(node, reading)
            return None if value is None else (value,)
        if not node.items:
            reading.tell(
                "empty-value",
                node,
                "the list is empty",
                f"Write {self.of.words}, or delete the line",
            )
            return None
        seen: dict[Any, Any] = {}
        for item in node.items:
            value = self.of.read(item, reading)
            if value is None:
                continue
            mark = getattr(value, self.key) if self.key else value
            if mark in seen:
                text = quoted(item.text) if isinstance(item, Scalar) else "the same"
                what = f"{self.key} {quoted(mark)}" if self.key else text
                reading.tell(
                    "repeated-value", item, f"{what} stands in this list twice", "Delete one"
                )
            else:
                seen[mark] = value
        return tuple(seen.values()) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        one = self.of.schema(vocabulary)
        many = {"type": "array", "items": one, "minItems": 1, "uniqueItems": True}
        return {"anyOf": [one, many]}


@dataclass(frozen=True)
class Field:
    """A row of the table: a field's name, its shape, what it says, and an example to show.

    `attribute` names the record's attribute where it differs from the field's name.
    """

    name: str
    shape: Shape
    says: str
    example: str
    required: bool = False
    attribute: str = ""

    @property
    def target(self) -> str:
        return self.attribute or self.name


@dataclass(frozen=True)
class Record:
    """A mapping with fields of its own, read into `cls`, whose defaults fill what is left out."""

    cls: type
    words: str
    fields: tuple[Field, ...]
    by_name: Mapping[str, Field] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {row.name: row for row in self.fields})

    def read(self, node: Node, reading: Reading) -> Any:
        names = ", ".join(f"{row.name}: …" for row in self.fields if row.required)
        given = mapping(node, reading, f"{self.words} as {{{names}}}")
        values = self.values(given, reading) if given else {}
        return self.cls(**values) if given and self.is_whole(values) else None

    def is_whole(self, values: dict[str, Any]) -> bool:
        """Whether every required attribute is among the values."""
        return all(row.target in values for row in self.fields if row.required)

    def values(self, node: nodes.Mapping, reading: Reading) -> dict[str, Any]:
        """The record's attributes, as far as they are given and good."""
        return {target: value for target, value, _ in self.each(node, reading)}

    def each(self, node: nodes.Mapping, reading: Reading) -> Iterator[tuple[str, Any, bool]]:
        """Attribute, value, and whether it is all that was written: nothing was told of it."""
        slips: set[str] = set()
        for name, (key, _) in node.entries.items():
            if name not in self.by_name:
                slips.add(nearest(name, self.by_name))
                reading.tell(
                    "unknown-field",
                    key,
                    f"no field {quoted(name)} here",
                    did_you_mean(name, self.by_name, self._field_names()),
                )
        for row in self.fields:
            found = node.get(row.name)
            if found is not None:
                told = len(reading.problems)
                value = row.shape.read(found, reading)
                if value is not None:
                    yield row.target, value, len(reading.problems) == told
            elif row.required and row.name not in slips:
                reading.tell(
                    "missing-field",
                    _head(node),
                    f'"{row.name}" is missing',
                    f"Add a line: {row.name}: {row.example}",
                )

    def _field_names(self) -> str:
        few = len(self.fields) <= FEW
        named = ", ".join(self.by_name)
        return f"use one of {named}" if few else f"see {REFERENCE} for all of them"

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [row.name for row in self.fields if row.required],
            "properties": {
                row.name: {"description": row.says, **row.shape.schema(vocabulary)}
                for row in self.fields
            },
        }


def _head(node: nodes.Mapping) -> Place:
    """Where to point when something is missing: the first key, else the mapping itself."""
    return next((key.place for key, _ in node.entries.values()), node.place)
