"""Shapes made of shapes: one or many, and records with fields of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from timeline import nodes
from timeline.nodes import Node, Scalar, Sequence
from timeline.problems import Place, did_you_mean
from timeline.reading import Reading
from timeline.shapes.base import Schema, Shape
from timeline.vocabulary import Vocabulary


@dataclass(frozen=True)
class Many:
    """One value, or a list of them; read into a tuple. Nothing stands in it twice."""

    of: Shape

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
        seen: dict[Any, Node] = {}
        for item in node.items:
            value = self.of.read(item, reading)
            if value is not None and value in seen:
                text = item.text if isinstance(item, Scalar) else "the same"
                reading.tell(
                    "repeated-value", item, f'"{text}" stands in this list twice', "Delete one"
                )
            elif value is not None:
                seen[value] = item
        return tuple(seen) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        one = self.of.schema(vocabulary)
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": 1}]}


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
        if not isinstance(node, nodes.Mapping):
            names = ", ".join(f"{row.name}: …" for row in self.fields if row.required)
            reading.tell(
                "wrong-shape", node, "fields are expected here", f"Write {self.words}: {names}"
            )
            return None
        values = self.values(node, reading)
        return self.cls(**values) if self.is_whole(values) else None

    def is_whole(self, values: dict[str, Any]) -> bool:
        """Whether every required attribute is among the values."""
        return all(row.target in values for row in self.fields if row.required)

    def values(self, node: nodes.Mapping, reading: Reading) -> dict[str, Any]:
        """The record's attributes, as far as they are given and good."""
        for name, (key, _) in node.entries.items():
            if name not in self.by_name:
                reading.tell(
                    "unknown-field",
                    key,
                    f'no field "{name}" here',
                    did_you_mean(name, self.by_name, f"use one of {', '.join(self.by_name)}"),
                )
        values: dict[str, Any] = {}
        for row in self.fields:
            found = node.get(row.name)
            if found is not None:
                value = row.shape.read(found, reading)
                if value is not None:
                    values[row.target] = value
            elif row.required:
                reading.tell(
                    "missing-field",
                    _head(node),
                    f'"{row.name}" is missing',
                    f"Add a line: {row.name}: {row.example}",
                )
        return values

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
