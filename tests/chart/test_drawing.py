import itertools
from dataclasses import replace

import pytest

from tests.synthetic import timeline
from timeline import dates
from timeline.render.chart import draw
from timeline.render.chart.durations import Duration, duration
from timeline.render.chart.lanes import STEPS
from timeline.render.chart.marks import shape
from timeline.render.chart.scale import plain
from timeline.render.chart.ticks import headings, ticks


def words(*edtf: str) -> list[str]:
    occupied = [(d.anchor, (d.latest or d.anchor) + 1) for d in map(dates.parse, edtf)]
    return [tick.words for tick in ticks(plain(occupied)) if tick.step == STEPS[0]]


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        (("2022-01-05", "2022-05-30"), ["January", "February", "March", "April", "May"]),
        (("1850", "1899"), ["1850", "1855", "1860", "1865", "1870", "1875", "1880", "1885", "1890",
                            "1895"]),
        (("-0299", "0299"), ["300 BCE", "200 BCE", "100 BCE", "100 CE", "200 CE"]),
        (("Y-13800000000", "2022"), ["10 billion BCE", "5 billion BCE"]),
        (("2022-11-17",), ["17 November 2022"]),
    ],
)  # fmt: skip
def test_the_axis_speaks_in_the_unit_of_its_length(
    edtf: tuple[str, ...], expected: list[str]
) -> None:
    assert set(expected) <= set(words(*edtf))


def test_the_words_of_the_axis_never_meet() -> None:
    axis = draw(timeline(60), timeline(60).events).axes[0]
    for width in STEPS:
        found = [tick for tick in axis.ticks if tick.step <= width and tick.end is None]
        for tick, after in itertools.pairwise(found):
            assert (after.at - tick.at) * width > len(tick.words) * 0.4 + 0.4


def test_the_words_of_the_axis_end_before_those_of_a_fold() -> None:
    days = [f"2022-{month}-{day:02}" for month in ("02", "10") for day in range(1, 29)]
    made = timeline(56, days=days, vague=0)
    axis = draw(made, made.events).axes[0]
    assert axis.gaps
    for tick, fold in itertools.product(axis.ticks, axis.scale.folds):
        if tick.at < fold.start:
            end = axis.scale.at(fold.first)
            assert (end - tick.at) * tick.step > len(tick.words) * 0.4 + 0.4


def test_years_stand_above_months() -> None:
    occupied = [(dates.parse(d).anchor, dates.parse(d).anchor + 1) for d in ("2021-06", "2022-06")]
    assert [year.words for year in headings(plain(occupied))] == ["2021", "2022"]


@pytest.mark.parametrize(
    ("edtf", "bands"),
    [
        ("2022-11-17", []),
        ("2022-11", ["hatched sharp sharp"]),
        ("2022-11~", ["hatched soft soft"]),
        ("2022-11-03/2022-11-20", ["solid sharp sharp"]),
        ("2022-11-03/..", ["solid sharp open"]),
        ("2022-11-03/", ["solid sharp unknown"]),
        ("2022-10/2022-11-20", ["hatched sharp sharp", "solid sharp sharp"]),
        ("[2022-11-01..2022-11-20]", ["hatched sharp sharp"]),
        ("[..2022-11-20]", ["hatched unknown sharp"]),
        ("2022-10~/2022-11-20", ["hatched soft sharp", "solid sharp sharp"]),
        ("2022-11-03~/2022-11-20", ["solid soft sharp"]),
    ],
)
def test_a_date_is_drawn_as_vague_as_it_is(edtf: str, bands: list[str]) -> None:
    made = timeline(1, tracks=1, days=[edtf])
    drawn = shape(made.events[0], plain([(738_100, 738_600)]))
    assert [f"{band.texture} {band.opens} {band.closes}" for band in drawn.bands] == bands


def test_about_a_day_is_a_soft_mark() -> None:
    made = timeline(1, tracks=1, days=["2022-11-17~"])
    assert shape(made.events[0], plain([(738_100, 738_600)])).is_soft


def test_a_soft_end_that_is_too_narrow_to_be_seen_is_that_of_all_that_lasted() -> None:
    made = timeline(1, tracks=1, days=["1850~/1900~"])
    age = plain([(dates.parse("1400").anchor, dates.parse("2020").anchor)])
    drawn = shape(made.events[0], age)
    assert [(band.texture, band.opens, band.closes) for band in drawn.bands] == [
        ("solid", "soft", "soft")
    ]
    about = timeline(1, tracks=1, days=["1850~"])
    assert shape(about.events[0], age).is_soft


def test_what_became_public_long_after_is_not_most_of_the_axis() -> None:
    """Else a chart would open where nothing happened, and no zoom would tell the days apart."""
    made = timeline(30, first="1962-10-01", last="1962-11-20", vague=0)
    late = replace(made.events[3], known=dates.parse("2002-10-11"))
    soon = replace(made.events[4], known=made.events[20].date)
    events = tuple({late.id: late, soon.id: soon}.get(e.id, e) for e in made.events)
    drawing = draw(made, events)
    assert drawing.axes[0].scale.last <= dates.parse("1962-11-21").anchor
    shapes = {mark.event.id: mark.placed[0].shape for lane in drawing.lanes for mark in lane.marks}
    assert shapes[late.id].is_known_late
    assert shapes[late.id].known is None
    assert shapes[soon.id].known == drawing.axes[0].scale.at(made.events[20].date.anchor + 0.5)
    # A day can be chosen on which it was public.
    assert drawing.days == (dates.iso(drawing.axes[0].scale.first), "2002-10-11")


@pytest.mark.parametrize(("number", "tracks"), [(1, 1), (2, 1), (40, 4), (120, 20), (400, 6)])
def test_every_event_has_a_mark_in_the_lane_of_its_first_track(number: int, tracks: int) -> None:
    made = timeline(number, tracks=tracks)
    drawing = draw(made, made.events)
    found = {mark.event.id: lane.track.id for lane in drawing.lanes for mark in lane.marks}
    assert found == {event.id: event.tracks[0] for event in made.events}


def test_a_plain_axis_is_there_only_when_something_is_folded() -> None:
    dense, sparse = timeline(100, vague=0), timeline(12, days=["2022-01-01", "2022-01-02", "2020"])
    assert len(draw(dense, dense.events).axes) == 1
    assert len(draw(sparse, sparse.events).axes) == 2


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (9, Duration(9, "days")),
        (30, Duration(4, "weeks")),
        (152, Duration(5, "months")),
        (2557, Duration(7, "years")),
        (561_000, Duration(1500, "years")),
        (1_600_000_000_000, Duration(4.4, "billion-years")),
    ],
)
def test_a_gap_is_as_long_as_people_would_say(days: int, expected: Duration) -> None:
    assert duration(days) == expected
