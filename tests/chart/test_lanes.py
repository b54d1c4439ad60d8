import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.render.chart.lanes import STEPS, Packed, pack
from timeline.render.chart.rows import Item

fractions = st.integers(2, 98).map(lambda n: n / 100)


@st.composite
def items(draw: st.DrawFn) -> Item:
    at = draw(fractions)
    start, end = (max(0, at - draw(fractions) / 4), min(1, at + draw(fractions) / 3))
    form = draw(st.sampled_from(["point", "lasting", "vague"]))
    band = (at, at) if form == "point" else (at, end) if form == "lasting" else (start, end)
    vague = (start, end) if form == "vague" else (at, at)
    return Item(at, band, vague, label=draw(st.integers(2, 30)), is_key=draw(st.booleans()))


def shown(item: Item, place: object, width: float) -> tuple[float, float]:
    """From where to where a mark and its label reach, in ems."""
    from timeline.render.chart.lanes import Place

    assert isinstance(place, Place)
    label = place.label if place.label_step and width >= place.label_step else 0.0
    before = item.before + (label if place.is_before else 0)
    after = item.after + (0 if place.is_before else label)
    return item.at * width - before, item.at * width + after


def standing(made: list[Item], packed: Packed, width: float) -> list[tuple[int, float, float]]:
    return sorted(
        (place.row, *shown(item, place, width))
        for item, place in zip(made, packed.places, strict=True)
        if place.step is not None and place.step <= width
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(items(), min_size=1, max_size=40), st.integers(1, 6))
def test_neither_marks_nor_labels_meet_at_any_width(made: list[Item], rows: int) -> None:
    packed = pack(tuple(made), rows, late=len(made) // 3)
    for width in STEPS:
        found = standing(made, packed, width)
        for (row, _, end), (next_row, start, _) in itertools.pairwise(found):
            assert row != next_row or end <= start + 1e-6


@settings(max_examples=60, deadline=None)
@given(st.lists(items(), min_size=1, max_size=40), st.integers(1, 6))
def test_every_event_is_shown_or_stands_in_one_heap(made: list[Item], rows: int) -> None:
    packed = pack(tuple(made), rows)
    for width in STEPS:
        heaped = [
            member
            for heap in packed.heaps
            if heap.step <= width and (heap.until is None or width < heap.until)
            for member in heap.members
        ]
        alone = [i for i, place in enumerate(packed.places) if place.step and place.step <= width]
        assert sorted(heaped + alone) == list(range(len(made)))


@settings(max_examples=60, deadline=None)
@given(st.lists(items(), min_size=1, max_size=40), st.integers(1, 6), st.integers(0, 20))
def test_items_stand_as_they_would_without_those_that_come_late(
    made: list[Item], rows: int, late: int
) -> None:
    """Events that a script brings must not move those that somebody looks at."""
    first = tuple(made[: max(len(made) - late, 0)])
    packed, alone = pack(tuple(made), rows, len(made) - len(first)), pack(first, rows)
    assert packed.places[: len(first)] == alone.places
    assert packed.heaps == alone.heaps
    assert packed.rows >= alone.rows


def test_what_happens_at_the_same_time_stands_in_rows_then_in_a_heap() -> None:
    packed = pack((Item(0.5, (0.5, 0.5), (0.5, 0.5)),) * 10, rows=4)
    assert [place.row for place in packed.places if place.step] == [0, 1, 2, 3]
    assert [len(heap.members) for heap in packed.heaps] == [6]
    assert packed.rows == 5


def test_a_mark_may_stand_over_what_lasted() -> None:
    lasting = Item(0.1, (0.1, 0.9), (0.1, 0.1))
    assert [p.row for p in pack((lasting, Item(0.5, (0.5, 0.5), (0.5, 0.5))), 3).places] == [0, 0]


def test_a_mark_does_not_stand_over_what_is_vague() -> None:
    """Nobody could tell which of the two is."""
    vague = Item(0.5, (0.1, 0.9), (0.1, 0.9))
    places = pack((vague, Item(0.3, (0.3, 0.3), (0.3, 0.3))), 3).places
    assert places[0].row != places[1].row
