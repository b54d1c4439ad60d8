"""The numbers of a series."""

from __future__ import annotations

from decimal import Decimal

from tests.who.making import event, figure, timeline, track
from timeline.model.findings.series import read, told
from timeline.records import Series

TRACK = track("talks", series=(Series("freed", "Freed"), Series("killed", "Killed")))


def test_bounds_stay_open_where_nothing_limits_them() -> None:
    more, plain = read(figure("freed", low="800")), read(figure("freed", "3.5"))
    assert (more.low, more.high, more.largest) == (Decimal(800), None, Decimal(800))
    assert (plain.low, plain.high) == (Decimal("3.5"), Decimal("3.5"))


def test_series_without_numbers_is_not_told() -> None:
    found = told(TRACK, timeline(event("a", figures=(figure("freed", "215"),)), TRACK))
    assert [each.series.id for each in found] == ["freed"]


def test_numbers_of_one_event_that_are_not_the_same_differ() -> None:
    twice = event("a", "2022-09", figures=(figure("freed", "300"), figure("freed", "270")))
    same = event("b", "2022-10", figures=(figure("freed", "300"), figure("freed", "300.0")))
    (freed,) = told(TRACK, timeline(twice, same, TRACK))
    assert [point.differs for point in freed.points] == [True, False]
    assert freed.largest == 300


def test_a_bound_on_one_side_differs_from_its_number() -> None:
    unlike = event("a", figures=(figure("freed", "20"), figure("freed", low="20")))
    (freed,) = told(TRACK, timeline(unlike, TRACK))
    assert freed.points[0].differs
