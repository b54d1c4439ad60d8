"""The states of a track, and the days between them."""

from __future__ import annotations

import pytest

from tests.who.making import event, timeline
from timeline.dates import day_number, parse
from timeline.model.findings.clocks import delay, known_in
from timeline.model.findings.gaps import Gap, Length, between
from timeline.model.findings.history import since_last_move, stretches
from timeline.model.periods import Period

LADDER = "fighting stalled talking"


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        ("2022-11-17", "2022-11-30", Gap(13, 13)),
        ("2022-11-17", "2022-12", Gap(14, 44)),
        ("2022-02", "2022-07", Gap(123, 180)),
        ("2022-11", "2022-11-05", Gap(-25, 4)),
        ("2023-05-10", "[2023-04-01..2023-06-30]", Gap(-39, 51)),
        ("2022-11-30", "[2022-11-30..2022-12-05]", Gap(0, 5)),
        ("2022-12-01", "2022-11-17", None),
        ("2023-01-06", "2023-03~", Gap(54, 84, is_rough=True)),
        ("2023-01-06?", "2023-01-06", Gap(0, 0, is_rough=True)),
        ("2022-11-17", "2022-11-17", Gap(0, 0)),
        ("2022-11-17", "2022-11-17/..", None),
        ("../2022-11-17", "2022-12", None),
        ("-0043-03-15", "0001-01-01", Gap(15998, 15998)),
    ],
)
def test_gap_is_as_exact_as_its_dates(first: str, second: str, gap: Gap | None) -> None:
    assert between(parse(first), parse(second)) == gap


@pytest.mark.parametrize(
    ("first", "second", "is_certain"),
    [
        ("2022-11-17", "2022-11-17", True),
        ("2022-11-17", "2022-11-17~", False),
        ("2023-07-07", "2023-07", False),
        ("2023-06-30", "2023-07", True),
        ("2023-05-10", "[2023-04-01..2023-06-30]", False),
        ("2022-11-30", "[2022-11-30..2022-12-05]", True),
        ("2023-02", "2023-03~", True),
        ("2023-03", "2023-03~", False),
    ],
)
def test_order_is_certain_only_where_no_day_of_the_second_can_come_first(
    first: str, second: str, is_certain: bool
) -> None:
    gap = between(parse(first), parse(second))
    assert gap is not None
    assert gap.is_order_certain == is_certain


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        ("2023-07", "2023-07-07", Gap(0, 6)),
        ("2023-07-01", "2023-07-07", Gap(6, 6)),
        ("2023-07-07~", "2023-07-07", None),
        ("2023-07-08", "2023-07-07", None),
    ],
)
def test_order_known_from_elsewhere_leaves_no_days_before(
    first: str, second: str, gap: Gap | None
) -> None:
    assert between(parse(first), parse(second), in_order=True) == gap


@pytest.mark.parametrize(
    ("first", "second", "length"),
    [
        ("2023-07-07", "2023-07-17", Length("days", 10, 10)),
        ("2010-05-01", "2022-05-01", Length("days", 4383, 4383)),
        ("2022-02", "2022-07", Length("days", 123, 180)),
        ("2023-01-06", "2023-03~", Length("days", 69, 69, is_about=True)),
        ("2022-01-01", "2022-10~", Length("days", 290, 290, is_about=True)),
        ("2010", "2022", Length("years", 12, 12, is_about=True)),
        ("2010-05-01", "2022-05-01~", Length("years", 12, 12, is_about=True)),
        ("2010", "2012", Length("years", 1, 3)),
        ("19XX", "2022", Length("years", 22, 123)),
        ("2020", "[2020-12-31..2027-12-31]", Length("years", 0, 8)),
        ("0001", "2022", Length("years", 2021, 2021, is_about=True)),
        ("Y-12345", "2022", Length("years", 14_400, 14_400, is_about=True)),
        ("Y-66000000", "2023-03-01", Length("million_years", 66, 66, is_about=True)),
        ("Y-13800000000", "2022", Length("billion_years", 13.8, 13.8, is_about=True)),
        ("[Y-900000..-2000]", "2022", Length("years", 4000, 903_000)),
    ],
)
def test_long_times_that_are_not_exact_are_counted_in_years(
    first: str, second: str, length: Length
) -> None:
    gap = between(parse(first), parse(second))
    assert gap is not None
    assert gap.length == length


def test_each_state_holds_until_the_next_and_the_last_until_the_end_of_the_telling() -> None:
    told = timeline(
        event("a", "2022-11-01", state="fighting"),
        event("b", "2022-11-17", state="talking"),
        as_of="2022-12-15",
        states=LADDER,
    )
    track = told.tracks["talks"]
    first, last = stretches(track, told)
    november_17 = day_number(2022, 11, 17)
    assert (first.day, first.until, first.after) == (november_17 - 16, november_17, Gap(16, 16))
    assert (last.until, last.before, last.after) == (day_number(2022, 12, 15), Gap(16, 16), None)
    assert last.move.step == 2
    assert since_last_move(track, told) == Gap(28, 28)


def test_moves_of_one_day_follow_one_another_with_no_days_between() -> None:
    told = timeline(
        event("a", "2022-11-17", state="talking"),
        event("b", "2022-11-17", state="stalled"),
        states=LADDER,
    )
    first, last = stretches(told.tracks["talks"], told)
    assert (first.move.event.id, last.move.event.id) == ("a", "b")
    assert first.until == last.day == first.day
    assert first.after == Gap(0, 0)


def test_without_an_end_of_the_telling_the_last_state_has_none() -> None:
    """The reader's clock is never asked."""
    told = timeline(event("a", state="talking"), states=LADDER)
    assert stretches(told.tracks["talks"], told)[-1].until is None
    assert since_last_move(told.tracks["talks"], told) is None


def test_track_without_states_has_no_history() -> None:
    told = timeline(event("a"), as_of="2022-12-15")
    assert stretches(told.tracks["talks"], told) == ()


def test_an_unfinished_event_moves_its_track_when_it_begins() -> None:
    told = timeline(event("a", "2022-11-10/..", state="stalled"), as_of="2022-11-15", states=LADDER)
    assert since_last_move(told.tracks["talks"], told) == Gap(5, 5)


def test_delay_runs_from_the_event_to_the_day_it_was_public() -> None:
    assert delay(event("a", "2022-11-17", known="2022-11-20")) == Gap(3, 3)
    assert delay(event("a", "2022-09/2022-12-07", known="2022-12-07")) == Gap(68, 97)
    assert delay(event("a")) is None


def test_only_what_is_planned_is_public_before_it_happens() -> None:
    assert delay(event("a", "2023-07", known="2023-07-07")) == Gap(0, 6)
    assert delay(event("a", "2023-07", known="2023-07-07", certainty="planned")) == Gap(-24, 6)


def test_last_move_comes_before_the_end_of_the_telling() -> None:
    told = timeline(event("a", "2023-07", state="talking"), as_of="2023-07-07", states=LADDER)
    assert since_last_move(told.tracks["talks"], told) == Gap(0, 6)


def test_what_became_known_in_a_later_month_is_found_there_and_only_there() -> None:
    late = event("late", "2022-09-03", known="2022-12-07")
    told = timeline(late, event("same-month", "2022-12-01", known="2022-12-07"), event("at-once"))
    found = {month: known_in(Period(2022, month), told) for month in (9, 11, 12)}
    assert found == {9: [], 11: [], 12: [late]}
    assert known_in(Period(2022), told) == []


def test_an_event_that_finds_a_track_in_its_state_is_no_move() -> None:
    """The state holds since the first event of its run, not since the last to confirm it."""
    told = timeline(
        event("a", "2022-07", state="stalled"),
        event("b", "2022-09", state="stalled"),
        event("c", "2022-11", state="talking"),
        event("d", "2022-12", state="stalled"),
        as_of="2022-12-31",
        states=LADDER,
    )
    track = told.tracks["talks"]
    assert [move.event.id for move in told.moves(track)] == ["a", "c", "d"]
    assert [move.step for move in told.moves(track)] == [0, 1, -1]
    standing = told.standing(track, day_number(2022, 10, 15))
    assert standing is not None
    assert standing.event.id == "a"
    assert [each.move.event.id for each in stretches(track, told)] == ["a", "c", "d"]
