"""Shapes of what mostly events write: citations, who took part, states, figures."""

# What every shape can do is said once, in `base`.
# ruff: noqa: ARG002, D102

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from timeline.check.reading import Reading
from timeline.check.shapes.base import Schema, keyed, mapping, scalar
from timeline.check.shapes.compound import Field, Many, Record
from timeline.check.shapes.values import Text, is_web_address
from timeline.check.shapes.words import Ref, Word
from timeline.check.vocabulary import DEFAULT_ROLE, Vocabulary
from timeline.load.nodes import Mapping, Node, Scalar, Sequence
from timeline.problems import quoted
from timeline.records import Citation, Figure, Participation

ROLE = Word("role", lambda vocabulary: vocabulary.roles)
STATE = Word("state", lambda vocabulary: vocabulary.states)

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"


@dataclass(frozen=True)
class SourceName:
    """The id of a source, or a web address."""

    words: str = "the id of a source or a web address"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is None or text in reading.vocabulary.of("source"):
            return text
        if "/" not in text:
            Ref("source").tell_unknown(text, node, reading)
            return None
        if not is_web_address(text):
            reading.tell(
                "bad-address",
                node,
                f"{quoted(text)} is not a web address",
                "Write the whole address, beginning with https://, or the id of a source",
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        address = {"type": "string", "pattern": "^https?://"}
        return {"anyOf": [Ref("source").schema(vocabulary), address]}


_CITATION = Record(
    Citation,
    "a source and the place in it",
    (
        Field(
            "id", SourceName(), "The source: its id, or a web address.", "elpais", True, "source"
        ),
        Field("at", Text(), "Where in the source.", "paragraph 9"),
    ),
)


@dataclass(frozen=True)
class Cited:
    """A source: an id, an address, or either with the place in it."""

    words: str = "the id of a source, a web address, or {id: …, at: …}"

    def read(self, node: Node, reading: Reading) -> Citation | None:
        if isinstance(node, Mapping):
            citation: Citation | None = _CITATION.read(node, reading)
            return citation
        name = SourceName(self.words).read(node, reading)
        return None if name is None else Citation(name)

    def schema(self, vocabulary: Vocabulary) -> Schema:
        plain = SourceName().schema(vocabulary)
        return {"anyOf": [*plain["anyOf"], _CITATION.schema(vocabulary)]}


SOURCES = Many(Cited())


@dataclass(frozen=True)
class Participants:
    """Who took part: a list of actors, or role → actors."""

    words: str = "a list of actor ids, or role: [actor ids]"

    def read(self, node: Node, reading: Reading) -> tuple[Participation, ...] | None:
        if not isinstance(node, Mapping):
            actors = Many(Ref("actor")).read(node, reading)
            return actors and tuple(Participation(actor, DEFAULT_ROLE) for actor in actors)
        found: list[Participation] = []
        table = mapping(node, reading, self.words)
        for key, value in table.entries.values() if table else ():
            role = ROLE.read(key, reading)
            actors = Many(Ref("actor")).read(value, reading)
            if role and actors:
                found += [Participation(actor, role) for actor in actors]
        return tuple(found) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        actors = Many(Ref("actor")).schema(vocabulary)
        role = ROLE.schema(vocabulary)
        return {"anyOf": [*actors["anyOf"], keyed(role, actors)]}


@dataclass(frozen=True)
class States:
    """The state in which a track is left: a state (of the first track), or track → state.

    Read into pairs; the track of a bare state is "" until the event's tracks are known.
    """

    words: str = "a state, or track: state"

    def read(self, node: Node, reading: Reading) -> tuple[tuple[str, str], ...] | None:
        if not isinstance(node, Mapping):
            state = STATE.read(node, reading)
            return None if state is None else (("", state),)
        found = []
        table = mapping(node, reading, self.words)
        for key, value in table.entries.values() if table else ():
            track, state = Ref("track").read(key, reading), STATE.read(value, reading)
            if track and state:
                found.append((track, state))
        return tuple(found) or None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        state = STATE.schema(vocabulary)
        return {"anyOf": [state, keyed(Ref("track").schema(vocabulary), state)]}


@dataclass(frozen=True)
class Number:
    """A number as it is told: 215, 3.5; with `bounds` also ~300, >800, <50."""

    bounds: bool = False

    @property
    def words(self) -> str:
        return 'a number: 215, ~300, ">800" or "<50"' if self.bounds else "a number: 215 or 3.5"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is None:
            return None
        sign = "[~<>]? ?" if self.bounds else "-?"
        if not re.fullmatch(f"{sign}{_NUMBER}", text) or len(text) > 20:
            reading.tell(
                "bad-number",
                node,
                f"{quoted(text)} is not a number as it is written here",
                f"Write {self.words}; no thousands separators, no unit",
            )
            return None
        return text.replace(" ", "")

    def schema(self, vocabulary: Vocabulary) -> Schema:
        sign = "[~<>]? ?" if self.bounds else "-?"
        least = {"minimum": 0} if self.bounds else {}
        return {"type": ["number", "string"], "pattern": f"^{sign}{_NUMBER}$", **least}


_FIGURE = Record(
    Figure,
    "a figure",
    (
        Field("value", Number(bounds=True), "The number as the source gives it.", "215"),
        Field("low", Number(), "At least this many.", "200"),
        Field("high", Number(), "At most this many.", "300"),
        Field(
            "note",
            Text(most=500),
            "What the number counts, or why it is in doubt.",
            "soldiers only",
        ),
        Field(
            "source",
            SOURCES,
            "Who gives it, where the event has several sources.",
            "red-cross-report",
            attribute="sources",
        ),
    ),
)


@dataclass(frozen=True)
class Figures:
    """Series → number, or a list of numbers where sources disagree."""

    words: str = "series: number"
    row: Record = _FIGURE

    def read(self, node: Node, reading: Reading) -> tuple[Figure, ...] | None:
        found: list[Figure] = []
        table = mapping(node, reading, self.words)
        for name, (_, value) in table.entries.items() if table else ():
            is_list = isinstance(value, Sequence) and value.items
            items = value.items if isinstance(value, Sequence) and is_list else (value,)
            found += filter(None, (self.figure(name, item, reading) for item in items))
        return tuple(found) or None

    @staticmethod
    def figure(series: str, node: Node, reading: Reading) -> Figure | None:
        """One number of a series, with its bounds spelled out."""
        if isinstance(node, Scalar):
            value = Number(bounds=True).read(node, reading)
            return None if value is None else _bounded(series, {"value": value})
        table = mapping(node, reading, "a number, or {value: …}")
        if not table:
            return None
        told = len(reading.problems)
        values = Figures.row.values(table, reading)
        if not {"value", "low", "high"} & set(values):
            if len(reading.problems) == told:
                reading.tell(
                    "missing-field",
                    node,
                    "the figure has no number",
                    'Give a "value", or what is known of it: "low", "high"',
                )
            return None
        figure = _bounded(series, values)
        clash = _contradiction(values, figure)
        if clash:
            name, message, hint = clash
            reading.tell("bad-number", table.get(name) or table, message, hint)
            return None
        return figure

    def schema(self, vocabulary: Vocabulary) -> Schema:
        known = {"anyOf": [{"required": [name]} for name in ("value", "low", "high")]}
        spelled_out = {**_FIGURE.schema(vocabulary), **known}
        one = {"anyOf": [Number(bounds=True).schema(vocabulary), spelled_out]}
        many = {"type": "array", "items": one, "minItems": 1}
        return keyed({"type": "string"}, {"anyOf": [*one["anyOf"], many]})


def _bounded(series: str, values: dict[str, Any]) -> Figure:
    """A figure whose sign has become what it means: `>800` at least, `<50` at most, `~` about."""
    value = str(values.get("value", ""))
    bound = {">": "low", "<": "high"}.get(value[:1])
    rest = {name: given for name, given in values.items() if name != "value"}
    if bound:
        return Figure(series=series, **{bound: value[1:], **rest})
    about = value.startswith("~")
    return Figure(series=series, value=value.lstrip("~"), approximate=about, **rest)


def _contradiction(values: dict[str, Any], figure: Figure) -> tuple[str, str, str] | None:
    """Of numbers that cannot all hold: where to point, what is wrong, what to do."""
    value, low, high = figure.value, figure.low, figure.high
    for sign, bound in ((">", "low"), ("<", "high")):
        if bound in values and str(values.get("value", "")).startswith(sign):
            told = f'"{values["value"]}" and {bound} ({values[bound]}) are two bounds on one side'
            return "value", told, "Keep one of the two"
    if low and high and float(low) > float(high):
        return "low", f"low ({low}) is more than high ({high})", "Swap the two numbers"
    if value and low and float(value) < float(low):
        return "value", f"value ({value}) is less than low ({low})", "Correct one of the two"
    if value and high and float(value) > float(high):
        return "value", f"value ({value}) is more than high ({high})", "Correct one of the two"
    return None
