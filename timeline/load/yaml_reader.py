"""YAML → nodes: libyaml's events, with every line, column and original text kept.

YAML's usual loaders throw places away, let the last of two equal keys win, and turn `2022-11-17`
or `no` into a date or a boolean. Anchors, aliases and tags are refused: they hide what a file
says, and can blow it up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from timeline.load.nodes import FrontMatterError, Mapping, Node, Scalar, Sequence
from timeline.problems import INVISIBLE, Place, quoted

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: Deeper than any field goes; a bound so that hostile nesting ends in a sentence.
MAX_DEPTH = 12

#: More values than any file needs; the same kind of bound.
MAX_NODES = 4000

#: A figure such as `>800` without quotes: YAML would take the `>` for the head of a folded block.
_BOUND = re.compile(r"([:,-][ ]+|\[[ ]*)>(?=[ ]?\d[\d.]*[ ]*(?:$|[,\]}]))")
_UNQUOTED = re.compile(r"(?m)^[^\"'#\n]+")
#: What stands for that `>` while libyaml reads: as wide, so that every place stays right.
_STAND_IN = "\uf8f0"


def read(text: str, first_line: int) -> tuple[Node, list[FrontMatterError]]:
    """The root node of a YAML text, and the duplicate keys met on the way (the first one counts).

    `first_line` is the line of the file on which the text starts. Raises FrontMatterError for
    what is refused, yaml.YAMLError for what is not YAML.
    """
    builder = _Builder(text, first_line)
    return builder.document(), builder.duplicates


def _with_stand_ins(front: str) -> str:
    return _UNQUOTED.sub(lambda part: _BOUND.sub(rf"\1{_STAND_IN}", part[0]), front)


class _Builder:
    """Builds nodes from libyaml's events, in one pass. PyYAML's events are untyped: hence Any."""

    def __init__(self, front: str, first_line: int) -> None:
        self.text = _with_stand_ins(front)
        self.lines = front.split("\n")
        self.first_line = first_line
        self.duplicates: list[FrontMatterError] = []
        self.events: Iterator[yaml.Event] = iter(())
        self.count = 0

    def document(self) -> Node:
        self.events = iter(yaml.parse(self.text, Loader=_Loader))
        for event in self.events:
            if isinstance(event, yaml.StreamEndEvent):
                break
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
                for rest in self.events:
                    if isinstance(rest, yaml.NodeEvent):
                        raise FrontMatterError(
                            "yaml-syntax",
                            self.place(rest),
                            "a second YAML document begins here",
                            'Remove the line "..." above it',
                        )
                return root
        return Mapping(Place(self.first_line))

    def node(self, event: Any, depth: int) -> Node:
        place = self.place(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise FrontMatterError(
                "yaml-feature",
                place,
                "anchors (&), aliases (*) and tags (!) are not read here",
                "Write the value out; put it in quotes when it begins with &, * or !",
            )
        if depth > MAX_DEPTH:
            raise FrontMatterError(
                "yaml-syntax", place, "the lists are nested too deep", "Remove the outer brackets"
            )
        self.count += 1
        if self.count > MAX_NODES:
            raise FrontMatterError(
                "too-large",
                place,
                f"more than {MAX_NODES:,} names and values stand in this front matter",
                "Split the file",
            )
        if isinstance(event, yaml.ScalarEvent):
            if control := INVISIBLE.search(event.value):
                raise FrontMatterError(
                    "control-character",
                    place,
                    f"this text holds an invisible control character (U+{ord(control[0]):04X})",
                    "Remove the backslash and its code, or use single quotes",
                )
            text = event.value.replace(_STAND_IN, ">")
            return Scalar(place, text, plain=not event.style)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Node] = []
            while not isinstance(inner := next(self.events), yaml.SequenceEndEvent):
                items.append(self.node(inner, depth + 1))
            raw, width = self.extent(event, inner)
            return Sequence(Place(place.line, place.column, width), tuple(items), raw)
        return self.mapping(event, place, depth)

    def mapping(self, event: Any, place: Place, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        repeated: set[str] = set()
        while not isinstance(inner := next(self.events), yaml.MappingEndEvent):
            key = self.node(inner, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                raise FrontMatterError(
                    "yaml-syntax",
                    key.place,
                    "a list stands where a field's name is expected",
                    "Begin the line with a field's name; quote text that begins with [ or {",
                )
            if key.text in entries:
                repeated.add(key.text)
                first = entries[key.text][0].place.line
                self.duplicates.append(
                    FrontMatterError(
                        "duplicate-key",
                        key.place,
                        f"{quoted(key.text)} stands here a second time (first on line {first})",
                        "Keep one of the two, or make one list of both",
                    )
                )
            else:
                entries[key.text] = (key, value)
        raw, width = self.extent(event, inner)
        here = Place(place.line, place.column, width)
        return Mapping(here, entries, raw, frozenset(repeated))

    def place(self, event: Any) -> Place:
        start, end = event.start_mark, event.end_mark
        if end.line == start.line:
            width = end.column - start.column
        else:
            width = len(self.lines[start.line].rstrip()) - start.column
        return Place(self.first_line + start.line, start.column + 1, max(1, width))

    def extent(self, start: Any, end: Any) -> tuple[str, int]:
        """The text of a bracketed collection on one line, and how wide the node is on its line."""
        first, last = start.start_mark, end.end_mark
        line = self.lines[first.line] if first.line < len(self.lines) else ""
        if getattr(start, "flow_style", False) and first.line == last.line:
            return line[first.column : last.column], max(1, last.column - first.column)
        return "", max(1, len(line.rstrip()) - first.column)
