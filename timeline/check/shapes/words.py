"""Shapes of one word out of a known list: fixed choices, declared words, ids of things."""

# What every shape can do is said once, in `base`.
# ruff: noqa: ARG002, D102

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline import ids
from timeline.check import vocabulary as spellings
from timeline.check.reading import Reading
from timeline.check.shapes.base import Schema, scalar
from timeline.check.vocabulary import Vocabulary
from timeline.load.nodes import Node
from timeline.problems import Place, did_you_mean, nearest, quoted


@dataclass(frozen=True)
class Choice:
    """One word of a closed list."""

    choices: tuple[str, ...]
    what: str

    @property
    def words(self) -> str:
        return "one of " + ", ".join(self.choices)

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is not None and text not in self.choices:
            reading.tell(
                f"unknown-{self.what}",
                node,
                f"no {self.what} {quoted(text)}",
                did_you_mean(text, self.choices, f"write {self.words}"),
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"enum": list(self.choices)}


@dataclass(frozen=True)
class Kind:
    """A free word with usual ones; a near miss of a usual word is taken for a slip."""

    usual: tuple[str, ...]

    @property
    def words(self) -> str:
        return f"a word such as {', '.join(self.usual)}"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is None or text in self.usual:
            return text
        if near := nearest(text, self.usual):
            reading.tell(
                "unknown-kind",
                node,
                f"no kind {quoted(text)}",
                f'Did you mean "{near}"? A word of your own is welcome when it is not this near '
                f"to one of {', '.join(self.usual)}",
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"anyOf": [{"enum": list(self.usual)}, {"type": "string"}]}


@dataclass(frozen=True)
class Word:
    """A word that timeline.md declares: a role or a state."""

    what: str
    declared: Callable[[Vocabulary], frozenset[str] | None]

    @property
    def words(self) -> str:
        return f"a {self.what} declared in timeline.md"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        known = self.declared(reading.vocabulary)
        if text is not None and known is not None and text not in known:
            reading.tell(
                f"unknown-{self.what}",
                node,
                f"no {self.what} {quoted(text)}",
                did_you_mean(text, known, f'declare it in timeline.md, under "{self.what}s"'),
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        known = self.declared(vocabulary)
        return {"enum": sorted(known)} if known else {"type": "string"}


@dataclass(frozen=True)
class Ref:
    """The id of a thing of this content: a file's stem."""

    kind: str

    @property
    def words(self) -> str:
        return f"the id of {_article(self.kind)}"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is None or text in reading.vocabulary.of(self.kind):
            return text
        self.tell_unknown(text, node, reading)
        return None

    def tell_unknown(self, text: str, at: Node | Place, reading: Reading) -> None:
        """Tell that no such thing is there: another spelling, a near miss, or a file to create."""
        known = spellings.spelled(text, reading.vocabulary) if self.kind == "actor" else ""
        if known:
            reading.tell(
                "alias-as-id",
                at,
                f'{quoted(text)} is a spelling of the actor "{known}", not an id',
                f'Write "{known}"',
            )
            return
        file = f"{self.kind}s/{ids.slug(text) or 'a-short-name'}.md"
        make = f"create the file {file} (python3 build.py new {self.kind})"
        hint = did_you_mean(text, reading.vocabulary.of(self.kind), make)
        reading.tell(f"unknown-{self.kind}", at, f"no {self.kind} {quoted(text)}", hint)

    def schema(self, vocabulary: Vocabulary) -> Schema:
        known = sorted(vocabulary.of(self.kind))
        return {"enum": known} if known else {"type": "string", "pattern": ids.PATTERN}


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
