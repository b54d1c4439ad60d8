"""Rows within a lane, so that neither marks nor labels meet, and the width at which each has room.

    row 0   ● Delegations meet      ○ A claim
    row 1       ●━━━━━━━━━━━━━━━━━━━━━━━▶
    row 2           ▒▒▒●▒▒▒   +3

When a chart is zoomed everything moves apart but keeps its size. So whatever has room at one width
has room at every greater one, and a single number says from which width on something is shown.
These widths are steps, which the styles name one by one.

What has no row yet at a width stands in a heap: one mark that says how many it stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.render.chart.rows import Item, Row, width_for
from timeline.render.chart.scale import MARK, WIDTH

#: The widths, in ems, at which a chart may show more than at the one before.
STEPS = (60, 70, 85, 120, 170, 240, 340, 480, 680, 960, 1360, 1920)

_HEAP = 2.25
_ROWS_FOR_BANDS = 2
#: A label on the other side of its mark must be worth it: shown from so much less width on.
_OTHER_SIDE = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its row, and the step from which it does (None: only ever in a heap).

    From `label_step` on there is room for a label of `label` ems, before the mark if `is_before`.
    """

    row: int
    step: int | None
    label_step: int | None = None
    label: float = 0.0
    is_before: bool = False


@dataclass(frozen=True, slots=True)
class Heap:
    """A mark for items without room, by index; from width `step` to below `until` (None: on)."""

    at: float
    members: tuple[int, ...]
    step: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Packed:
    """A lane with a place for every item, in their order. Heaps stand in the last of its rows."""

    places: tuple[Place, ...]
    heaps: tuple[Heap, ...]
    rows: int


@lru_cache(maxsize=64)
def pack(items: tuple[Item, ...], rows: int, late: int = 0) -> Packed:
    """Find places for items in `rows` rows, and one more for heaps where these are not enough.

    Items with bands may take some rows more, since no width would part these. The last `late`
    items come when all others stand, as they would without them: they take what room is left, and
    wait without a heap where there is none yet. Packing is the slowest part of a chart: while
    somebody writes, the lanes that stayed the same are not packed again.
    """
    first = len(items) - late
    filled: list[Row] = []
    places = [Place(0, None)] * len(items)
    for wave in (range(first), range(first, len(items))):
        _fill(wave, items, places, filled, rows)
    heaps = tuple(_heaps(items[:first], places[:first]))
    has_waiting = any(place.step != STEPS[0] for place in places)
    return Packed(tuple(places), heaps, len(filled) + has_waiting)


def _fill(
    wave: range, items: Sequence[Item], places: list[Place], filled: list[Row], rows: int
) -> None:
    """Give the items of a wave their places, then labels in the room that this leaves."""
    # What the marks themselves will take up, loosely packed, is not given to labels.
    to_spare = rows * WIDTH - 1.6 * MARK * wave.stop
    for index in sorted(wave, key=lambda index: _precedence(items[index], index)):
        item = items[index]
        limit = rows + _ROWS_FOR_BANDS * item.has_band
        place = None
        if item.is_key and item.short_label < to_spare:
            place = _labelled_at_once(item, filled, rows)
            to_spare -= item.short_label if place else 0.0
        places[index] = place or _somewhere(item, filled, limit)
        if places[index].step:
            filled[places[index].row].add(index, _as_placed(item, places[index]))
    for row in filled:
        own = [index for index in row.order if index in wave]
        for index in reversed(own):
            if places[index].label_step is None:
                places[index] = _with_label(index, items[index], places[index], row)
                row.show(index, _as_placed(items[index], places[index]))
        for index in own:
            places[index] = _with_longer_label(index, items[index], places[index], row)
            row.show(index, _as_placed(items[index], places[index]))


def step_of(width: float) -> int | None:
    """The first step that is at least so wide; None beyond the last."""
    place = bisect_left(STEPS, width)
    return STEPS[place] if place < len(STEPS) else None


def _precedence(item: Item, index: int) -> tuple[bool, bool, float, int]:
    """Key events before others, marks without band before those with one, then time."""
    return (not item.is_key, item.has_band, item.at, index)


def _labelled_at_once(item: Item, filled: list[Row], limit: int) -> Place | None:
    """The first row with room for a mark and its label at the least width."""
    length = item.short_label
    variants = {side: item.labelled(length, is_before=side) for side in (False, True)}
    sides = [side for side, variant in variants.items() if _edge(variant) <= WIDTH]
    for number, row in enumerate(filled):
        for side in sides:
            if row.room(variants[side]) <= WIDTH:
                return Place(number, STEPS[0], STEPS[0], length, side)
    if sides and len(filled) < limit:
        filled.append(Row())
        return Place(len(filled) - 1, STEPS[0], STEPS[0], length, sides[0])
    return None


def _somewhere(item: Item, filled: list[Row], limit: int) -> Place:
    """The first row with room at the least width, else the one that has room soonest."""
    widths = [row.room(item) for row in filled]
    for number, width in enumerate(widths):
        if width <= WIDTH:
            return Place(number, STEPS[0])
    if len(filled) < limit:
        filled.append(Row())
        return Place(len(filled) - 1, STEPS[0])
    soonest = min(range(len(widths)), key=lambda number: widths[number])
    return Place(soonest, step_of(widths[soonest]))


def _with_label(index: int, item: Item, place: Place, row: Row) -> Place:
    """The place, with the step from which its label has room among what else is in the row."""
    length = item.short_label
    variants = [item.labelled(length, is_before=side) for side in (False, True)]
    after, before = (
        max(row.room(variant, index), _edge(variant), place.step or 0) for variant in variants
    )
    is_before = before * _OTHER_SIDE < after
    step = step_of(before if is_before else after)
    return replace(place, label_step=step, label=length, is_before=is_before) if step else place


def _with_longer_label(index: int, item: Item, place: Place, row: Row) -> Place:
    """The place, with all the room for its label that nothing else in the row takes up."""
    if place.label_step is None:
        return place
    for length in (item.label, 0.85 * item.label, 0.7 * item.label):
        variant = item.labelled(length, is_before=place.is_before)
        if max(row.room(variant, index), _edge(variant)) <= place.label_step:
            return replace(place, label=max(length, place.label))
    return place


def _as_placed(item: Item, place: Place) -> Item:
    """The item with what its label takes up."""
    return item.labelled(place.label, is_before=place.is_before)


def _heaps(items: Sequence[Item], places: Sequence[Place]) -> Iterator[Heap]:
    """The heaps at every step; one that stays the same over several is one."""
    open_heaps: dict[tuple[int, ...], int] = {}
    for step in STEPS:
        waiting = [i for i, place in enumerate(places) if place.step is None or place.step > step]
        groups = set(_groups(sorted(waiting, key=lambda i: items[i].at), items, step))
        for members in [members for members in open_heaps if members not in groups]:
            yield Heap(items[members[0]].at, members, open_heaps.pop(members), step)
        for members in sorted(groups):
            open_heaps.setdefault(members, step)
    for members, step in open_heaps.items():
        yield Heap(items[members[0]].at, members, step, None)


def _groups(waiting: Sequence[int], items: Sequence[Item], width: float) -> list[tuple[int, ...]]:
    """Items in order of time, together when they are nearer to the first than a heap's mark."""
    groups: list[list[int]] = []
    for index in waiting:
        if groups and (items[index].at - items[groups[-1][0]].at) * width < _HEAP:
            groups[-1].append(index)
        else:
            groups.append([index])
    return [tuple(group) for group in groups]


def _edge(item: Item) -> float:
    """The width from which an item does not reach beyond the chart."""
    return max(width_for(item.before, item.at), width_for(item.after, 1 - item.at))
