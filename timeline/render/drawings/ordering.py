"""Ordering: on which side of the network a party stands, and in which row, so that few lines cross.

Each side holds those who rather meet the other side than each other. Rows are in the order of the
average of those they are joined to: the barycentre of Sugiyama, Tagawa and Toda (1981).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from timeline.model.findings.meetings import Way
from timeline.model.model import by_name
from timeline.records import Actor

#: How often the rows are ordered by one another; more changes nothing in practice.
SWEEPS = 4


def sides(ways: Iterable[Way]) -> tuple[list[Actor], list[Actor]]:
    """The parties in two sides, so that most meetings are between the sides.

    Parties are placed one after the other, those of most events first, each opposite those whom
    it met most; where that says nothing, on the side with fewer.
    """
    met: Counter[frozenset[str]] = Counter()
    weights: Counter[str] = Counter()
    actors: dict[str, Actor] = {}
    for way in ways:
        actors |= {actor.id: actor for actor, _ in way.parties}
        weights.update({actor.id: count for actor, count in way.parties})
        for (a, n), (b, m) in combinations(way.parties, 2):
            met[frozenset((a.id, b.id))] += min(n, m)
    left: list[Actor] = []
    right: list[Actor] = []
    for actor in sorted(actors.values(), key=lambda each: (-weights[each.id], by_name(each))):
        with_left, with_right = (
            sum(met[frozenset((actor.id, other.id))] for other in side) for side in (left, right)
        )
        goes_right = (with_left, len(left)) > (with_right, len(right))
        (right if goes_right else left).append(actor)
    return left, right


def ordered(ways: Sequence[Way], left: list[Actor], right: list[Actor]) -> list[Way]:
    """The ways in the order of the parties they join, the parties in that of their ways."""
    rows = list(ways)
    for _ in range(SWEEPS):
        place = {
            actor.id: n for side in (left, right) for n, actor in enumerate(by_rows(side, rows))
        }
        rows.sort(key=lambda way: (_mean(place[actor.id] for actor, _ in way.parties),
                                   -len(way.events)))  # fmt: skip
    return rows


def by_rows(side: Iterable[Actor], rows: Sequence[Way]) -> list[Actor]:
    """The parties of a side in the order of the middle of their ways."""
    places: dict[str, list[int]] = {}
    for place, way in enumerate(rows):
        for actor, _ in way.parties:
            places.setdefault(actor.id, []).append(place)
    return sorted(side, key=lambda actor: (_mean(places[actor.id]), by_name(actor)))


def _mean(numbers: Iterable[int]) -> float:
    found = list(numbers)
    return sum(found) / len(found)
