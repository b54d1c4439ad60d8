"""A row of a lane: what stands in it, and from which width on something else has room there.

Bands never meet. A mark may stand over a solid band, since it happened while that lasted; over a
hatched one it may not, since nobody could tell which of the two is vague.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field, replace
from math import inf
from operator import itemgetter
from typing import TypeAlias

from timeline.render.chart.scale import MARK, WIDTH

_SHORT = 16.0

#: From a fraction to another.
Extent: TypeAlias = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Item:
    """What wants a place: a mark `at` a fraction, and the bands that belong to it.

    `band` is the extent of all of them, `vague` that of the hatched one around the mark; both are
    (`at`, `at`) where there is none. `before` and `after` are the ems around `at` that the mark
    takes up at any width; `label` those that its label would take up besides, if it could.
    """

    at: float
    band: Extent
    vague: Extent
    before: float = MARK / 2
    after: float = MARK / 2
    label: float = 0.0
    is_key: bool = False

    @property
    def has_band(self) -> bool:
        """Whether any band belongs to it."""
        return self.band[0] < self.band[1]

    @property
    def short_label(self) -> float:
        """What its label makes do with."""
        return min(self.label, _SHORT)

    def labelled(self, length: float, *, is_before: bool) -> Item:
        """The same with a label of this length beside the mark."""
        if is_before:
            return replace(self, before=self.before + length)
        return replace(self, after=self.after + length)


@dataclass(slots=True)
class Row:
    """The items in a row, by index; those without a band in order of `at`."""

    points: list[tuple[float, int]] = field(default_factory=list)
    banded: list[int] = field(default_factory=list)
    shown: dict[int, Item] = field(default_factory=dict)
    widest: float = 0.0

    @property
    def order(self) -> list[int]:
        """All of them in time."""
        return sorted(self.shown, key=lambda index: (self.shown[index].at, index))

    def add(self, index: int, item: Item) -> None:
        """Put an item where it has room."""
        if item.has_band:
            self.banded.append(index)
        else:
            insort(self.points, (item.at, index))
        self.show(index, item)

    def show(self, index: int, item: Item) -> None:
        """Take note of what an item takes up, with or without its label."""
        self.shown[index] = item
        self.widest = max(self.widest, item.before, item.after)

    def room(self, item: Item, but: int = -1) -> float:
        """The width from which an item meets no other in this row (leaving out `but`)."""
        others = (self.shown[index] for index in self.banded if index != but)
        width = max((_apart(item, other) for other in others), default=0.0)
        reach = self.widest + max(item.before, item.after)
        length = item.band[1] - item.band[0]
        here = bisect_left(self.points, item.at, key=itemgetter(0))
        for side in (range(here, len(self.points)), range(here - 1, -1, -1)):
            for at, index in map(self.points.__getitem__, side):
                # From here on all have room at this width, or at the least one.
                if (abs(at - item.at) - length) * max(width, WIDTH) > reach:
                    break
                if index != but:
                    width = max(width, _apart(item, self.shown[index]))
        return width


def _apart(one: Item, other: Item) -> float:
    """The width from which two items do not meet; infinite where none is enough."""
    a, b = (one, other) if one.at <= other.at else (other, one)
    if a.vague[1] > b.vague[0]:
        return inf
    if a.has_band and b.has_band and max(a.band[0], b.band[0]) < min(a.band[1], b.band[1]):
        return inf
    return max(
        width_for(a.after, b.vague[0] - a.at),
        width_for(b.before, b.at - a.vague[1]),
        width_for(a.after + b.before, b.at - a.at),
    )


def width_for(length: float, fraction: float) -> float:
    """The chart's width at which a fraction of it is as long as a length in ems."""
    return length / fraction if fraction > 0 else inf
