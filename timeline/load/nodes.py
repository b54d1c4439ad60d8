"""Nodes: the values of a file's front matter as they were written, each with its place.

title: Minsk          Mapping
actors: [a, b]          "title"  → Scalar "Minsk"
                        "actors" → Sequence (Scalar "a", Scalar "b"), raw "[a, b]"
"""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.problems import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value or key, as text; `plain` when it was written without quotes."""

    place: Place
    text: str
    plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list; `raw` is its own text where it was written in brackets on one line."""

    place: Place
    items: tuple[Node, ...]
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, in their order; of keys in `repeated` only the first value is here."""

    place: Place
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    raw: str = ""
    repeated: frozenset[str] = frozenset()

    def __getitem__(self, key: str) -> Node:
        return self.entries[key][1]

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        return self.entries[key][1] if key in self.entries else None


Node = Scalar | Sequence | Mapping


class FrontMatterError(Exception):
    """The front matter cannot be read: `code`, `place`, a message and a hint."""

    def __init__(self, code: str, place: Place, message: str, hint: str) -> None:
        super().__init__(message)
        self.code, self.place, self.message, self.hint = code, place, message, hint
