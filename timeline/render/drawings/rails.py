"""Rails: a chain of events as a list, with lines beside it from each to those that follow from it.

    ●─╮   The ferry breaks down
    │ │
    ● │   The council votes   (answers the row above)
      ●   The dockers strike  (part of the first row)

Rows are as high as their words, so a row's piece of rail is stretched to it: x counts lanes from
the left, y runs from 0 at the top of the row over 1, its dot, to 2 at the bottom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model.findings.chains import Chain, Link, Nature
from timeline.records import Event

#: The edges of a row, a little beyond it so that no gap shows between two.
TOP = -0.03
BOTTOM = 2.03


@dataclass(frozen=True, slots=True)
class Piece:
    """A line in a row: straight through or down from the dot, or bending into or out of it."""

    nature: Nature
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """An event of the chain, what leads to it, and the pieces of rail beside it."""

    event: Event
    links: tuple[Link, ...]
    pieces: tuple[Piece, ...]
    is_own: bool


@dataclass(frozen=True, slots=True)
class Rails:
    """The rows of a chain and how many lanes stand beside them."""

    rows: tuple[Row, ...]
    lanes: int


@dataclass(frozen=True, slots=True)
class _Rail:
    """All links of one nature from one event: a line with a branch at each row it leads to."""

    nature: Nature
    start: int
    ends: tuple[int, ...]
    lane: int

    @property
    def top(self) -> int:
        return min(self.start, *self.ends)

    @property
    def bottom(self) -> int:
        return max(self.start, *self.ends)


def draw(chain: Chain) -> Rails:
    """The rails of a chain, in as few lanes as its crossing links need."""
    place = {event.id: row for row, event in enumerate(chain.events)}
    rails = _lanes(_groups(chain.links, place))
    rows = [
        Row(event, chain.into(event), tuple(_pieces(rails, row)), event is chain.event)
        for row, event in enumerate(chain.events)
    ]
    return Rails(tuple(rows), 1 + max(rail.lane for rail in rails))


def _groups(links: Iterable[Link], place: dict[str, int]) -> list[tuple[Nature, int, list[int]]]:
    found: dict[tuple[Nature, int], list[int]] = {}
    for link in links:
        found.setdefault((link.nature, place[link.first.id]), []).append(place[link.then.id])
    return [(nature, start, sorted(ends)) for (nature, start), ends in found.items()]


def _lanes(groups: Sequence[tuple[Nature, int, list[int]]]) -> list[_Rail]:
    """Lane 0 runs through the dots, for links to the next row; longer ones keep out of it."""
    rails: list[_Rail] = []
    for nature, start, ends in sorted(groups, key=lambda g: (_length(g), g[1], g[0])):
        top, bottom = min(start, *ends), max(start, *ends)
        lane = 0 if bottom - top == 1 else 1
        while any(r.lane == lane and r.top < bottom and top < r.bottom for r in rails):
            lane += 1
        rails.append(_Rail(nature, start, tuple(ends), lane))
    return rails


def _length(group: tuple[Nature, int, list[int]]) -> int:
    _, start, ends = group
    return max(start, *ends) - min(start, *ends)


def _pieces(rails: Iterable[_Rail], row: int) -> Iterable[Piece]:
    for rail in rails:
        if not rail.top <= row <= rail.bottom:
            continue
        stops = row == rail.start or row in rail.ends
        if not stops or (rail.lane and rail.top < row < rail.bottom):
            yield Piece(rail.nature, f"M{rail.lane + 0.5} {TOP}V{BOTTOM}")
        if stops and row > rail.top:
            yield Piece(rail.nature, _bend(rail.lane, TOP))
        if stops and row < rail.bottom and not (rail.lane and row > rail.top):
            yield Piece(rail.nature, _bend(rail.lane, BOTTOM))


def _bend(lane: int, edge: float) -> str:
    """From the dot to its lane at the upper or lower edge of the row."""
    x = lane + 0.5
    return f"M.5 1V{edge}" if lane == 0 else f"M.5 1C{x} 1 {x} 1 {x} {edge}"
