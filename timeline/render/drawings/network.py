"""Network: who met whom, and through whom. Parties at both sides, what joins them between.

    Council  ──┬── Mayor ────────┬──  Ferry company
               ├── Chamber ──────┘
               └── directly ────────  Dockers

`ordering` says who stands on which side and in which row.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from timeline.model.findings.meetings import Way
from timeline.records import Actor
from timeline.render.drawings.ordering import by_rows, ordered, sides

#: Em of a line of a name, and between two names.
LINE = 1.2
GAP = 1.0
#: Em that a letter takes, and that is kept clear beside a name.
LETTER = 0.52
CLEAR = 0.8
#: Letters on a line of a name at the sides, and in the middle.
SIDE_LETTERS = 11
MIDDLE_LETTERS = 12
#: Letters by which a word may be longer before it is broken.
MORE = 3
#: Per cent of the width where the names at the left end, and where the lines from them do. The
#: right is the mirror image of the left.
NAMES = 26.0
BENDS = 10.0


@dataclass(frozen=True, slots=True)
class Node:
    """A party, or a way: its name broken into lines, and the middle of it in em from the top."""

    actor: Actor | None
    lines: tuple[str, ...]
    y: float
    way: Way | None = None

    @property
    def top(self) -> float:
        """Where the first line of its name stands."""
        return round(self.y - (len(self.lines) - 1) * LINE / 2, 2)

    @property
    def width(self) -> float:
        """About how much room its name takes."""
        return round(max(map(len, self.lines)) * LETTER + CLEAR, 1)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from a side to the middle: heights of both ends, and for how many events it is."""

    start: float
    end: float
    count: int
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Through:
    """The line on which a name in the middle stands, from one side to the other or half of it."""

    y: float
    start: float
    end: float
    count: int
    is_direct: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side: where its names stand, how they are set, and where its lines begin."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    x: float
    anchor: str
    bends: float
    is_left: bool


@dataclass(frozen=True, slots=True)
class Network:
    """Both sides, the names in the middle, and the lines on which those stand; `height` in em."""

    height: float
    sides: tuple[Side, ...]
    middle: tuple[Node, ...]
    through: tuple[Through, ...]

    @property
    def width_of_bends(self) -> float:
        """Per cent of the width in which the lines go up and down."""
        return BENDS


def draw(ways: Sequence[Way], directly: str) -> Network | None:
    """The drawing of all ways; `directly` names those without a go-between. None for no ways."""
    if not ways:
        return None
    left, right = sides(ways)
    rows = ordered(ways, left, right)
    names = [way.through.name if way.through else directly for way in rows]
    middle = _column([(None, name, way) for name, way in zip(names, rows, strict=True)],
                     MIDDLE_LETTERS)  # fmt: skip
    columns = [
        _column([(actor, actor.name, None) for actor in by_rows(side, rows)], SIDE_LETTERS)
        for side in (left, right)
    ]
    height = max(_bottom(column) for column in (middle, *columns))
    middle, first, last = (_spread(column, height) for column in (middle, *columns))
    both = (
        Side(first, _edges(first, middle), NAMES, "end", NAMES, is_left=True),
        Side(last, _edges(last, middle), 100 - NAMES, "start", 100 - NAMES - BENDS, is_left=False),
    )
    return Network(round(height, 2), both, middle, tuple(_through(node, both) for node in middle))


def _column(
    named: Iterable[tuple[Actor | None, str, Way | None]], letters: int
) -> tuple[Node, ...]:
    nodes, top = [], 0.0
    for actor, name, way in named:
        is_long = any(len(word) > letters + MORE for word in name.split())
        lines = tuple(textwrap.wrap(name, letters, break_long_words=is_long)) or (name,)
        size = len(lines) * LINE
        nodes.append(Node(actor, lines, top + GAP / 2 + size / 2, way))
        top += size + GAP
    return tuple(nodes)


def _bottom(column: Sequence[Node]) -> float:
    return max(node.y + len(node.lines) * LINE / 2 + GAP / 2 for node in column) if column else 0


def _spread(column: Sequence[Node], height: float) -> tuple[Node, ...]:
    """The nodes of a column over the whole height, with the same room between all."""
    room = (height - _bottom(column)) / max(1, len(column))
    return tuple(
        Node(node.actor, node.lines, round(node.y + room * (place + 0.5), 2), node.way)
        for place, node in enumerate(column)
    )


def _edges(side: Sequence[Node], middle: Sequence[Node]) -> tuple[Edge, ...]:
    at: Mapping[str, float] = {node.actor.id: node.y for node in side if node.actor}
    return tuple(
        Edge(at[actor.id], node.y, count, node.way.through is None)
        for node in middle
        if node.way
        for actor, count in node.way.parties
        if actor.id in at
    )


def _through(node: Node, both: Iterable[Side]) -> Through:
    ends = {side.is_left for side in both for edge in side.edges if edge.end == node.y}
    way = node.way
    return Through(
        node.y,
        NAMES + BENDS if True in ends else 50,
        100 - NAMES - BENDS if False in ends else 50,
        len(way.events) if way else 0,
        way is None or way.through is None,
    )
