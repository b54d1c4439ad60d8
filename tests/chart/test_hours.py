"""Times of day: where days are few, what happened on one of them stands in its order."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.synthetic import timeline
from timeline import dates
from timeline.render.chart import Drawing, draw
from timeline.render.chart.hours import hours_of
from timeline.render.chart.marks import Shape


def drawing(*days: str, known: str = "") -> Drawing:
    """The chart of an event on each of the days, the first of them `known` later."""
    made = timeline(len(days), tracks=1, days=days)
    first, *others = made.events
    if known:
        first = replace(first, known=dates.parse(known))
    return draw(made, (first, *others))


def shapes(drawing: Drawing) -> dict[str, Shape]:
    """Date → its shape on the first axis."""
    marks = drawing.lanes[0].marks
    return {mark.event.date.edtf: mark.placed[0].shape for mark in marks}


def test_a_day_is_divided_by_its_hours() -> None:
    at = [shape.at for shape in shapes(drawing("2023-06-24T06:00", "2023-06-24T09:00",
                                               "2023-06-24T18:00")).values()]  # fmt: skip
    assert at[2] - at[1] == pytest.approx(3 * (at[1] - at[0]), abs=1e-4)


def test_times_of_several_zones_stand_in_one() -> None:
    """The one that most are written in; what has no zone is taken as it is written."""
    made = drawing("2001-09-11T09:03-04:00", "2001-09-11T13:27Z", "2001-09-11T09:37-04:00",
                   "2001-09-11T09:10")  # fmt: skip
    assert made.zone == "UTC−4"
    order = sorted(shapes(made).items(), key=lambda item: item[1].at)
    assert [edtf[11:16] for edtf, _ in order] == ["09:03", "09:10", "13:27", "09:37"]


def test_where_it_was_another_day_the_axis_has_that_day() -> None:
    made = drawing("2022-11-17T00:30+02:00", "2022-11-17T12:00Z", "2022-11-17T13:00Z")
    assert made.axes[0].scale.first == dates.parse("2022-11-16").anchor
    assert shapes(made)["2022-11-17T00:30+02:00"].at > 0


def test_an_axis_of_hours_begins_and_ends_with_them() -> None:
    made = drawing("2001-09-11T07:59", "2001-09-11T08:46", "2001-09-11T10:28")
    day = dates.parse("2001-09-11").anchor
    assert [round((moment - day) * 24, 6) for moment, _ in made.axes[0].scale.knots] == [7, 11]
    assert [heading.words for heading in made.axes[0].headings] == ["11 September 2001"]
    assert {"07:00", "08:00", "09:00", "10:00"} <= {tick.words for tick in made.axes[0].ticks}


@pytest.mark.parametrize(("last", "is_shown"), [("10:28", False), ("23:28", True)])
def test_the_day_told_up_to_has_a_line_only_where_the_axis_reaches_its_end(
    last: str, is_shown: bool
) -> None:
    made = timeline(2, days=["2001-09-11T07:59", f"2001-09-11T{last}"])
    made = replace(made, about=replace(made.about, as_of=dates.parse("2001-09-11")))
    assert (draw(made, made.events).axes[0].as_of is not None) == is_shown


def test_days_stand_above_hours_where_they_have_room() -> None:
    made = drawing("2023-06-23T21:00", "2023-06-24", "2023-06-25T03:00")
    assert [heading.words for heading in made.axes[0].headings] == [
        "23 June 2023", "24 June 2023", "25 June 2023",
    ]  # fmt: skip
    assert "00:00" in {tick.words for tick in made.axes[0].ticks}
    month = drawing(*(f"2023-06-{day:02}T06:00" for day in range(1, 31)))
    assert [heading.words for heading in month.axes[0].headings] == ["2023"]
    assert {"12 June", "12:00"} <= {tick.words for tick in month.axes[0].ticks}


def test_a_date_without_a_time_may_have_been_all_day() -> None:
    made = shapes(drawing("2023-06-24T06:00", "2023-06-24T09:00", "2023-06-24",
                          "2023-06-24/2023-06-26"))  # fmt: skip
    assert not made["2023-06-24T06:00"].bands
    assert [band.texture for band in made["2023-06-24"].bands] == ["hatched"]
    assert [band.texture for band in made["2023-06-24/2023-06-26"].bands] == [
        "hatched", "hatched", "solid",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("known", "is_drawn"),
    [("2023-06-24T11:00", True), ("2023-06-24T05:00", False), ("2023-06-24", False)],
)
def test_what_became_public_hours_later_is_told(known: str, is_drawn: bool) -> None:
    made = shapes(drawing("2023-06-24T06:00", "2023-06-24T12:00", known=known))
    assert (made["2023-06-24T06:00"].known is not None) == is_drawn


def test_among_months_a_day_is_one_place() -> None:
    made = drawing("2022-01-01", "2022-03-01T06:00", "2022-03-01T18:00", "2022-06-01")
    morning, evening = (shape for edtf, shape in shapes(made).items() if "T" in edtf)
    assert morning.at == evening.at
    assert not made.has_hours


def test_for_the_sake_of_a_few_hours_not_all_of_a_month_looks_vague() -> None:
    days = [f"2023-06-{day:02}" for day in range(1, 31)]
    assert not drawing(*days, "2023-06-07T06:00", "2023-06-07T18:00").has_hours
    assert drawing(*days[:9], "2023-06-07T06:00", "2023-06-07T18:00").has_hours


def test_days_that_are_long_apart_are_divided_when_what_is_between_is_folded() -> None:
    days = [f"{day}T{hour}:00" for day in ("1991-08-19", "2016-07-15") for hour in range(10, 20)]
    made = drawing(*days)
    assert len(made.axes) == 2
    assert len({shape.at for shape in shapes(made).values()}) == len(days)


@given(st.lists(st.datetimes(), min_size=1, max_size=20))
def test_later_moments_never_stand_before_earlier_ones(moments: list[datetime]) -> None:
    written = sorted({moment.isoformat(timespec="minutes") for moment in moments})
    made = drawing(*written)
    order = [shapes(made)[edtf].at for edtf in written]
    assert order == sorted(order)
    assert all(0 <= at <= 1 for at in order)


def test_a_single_time_divides_nothing() -> None:
    made = timeline(2, days=["2023-06-24T06:00", "2023-06-25"])
    assert hours_of(made.events) is None
