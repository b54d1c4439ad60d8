"""Day numbers are those of `datetime` where it reaches, and go on beyond it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.dates import day_number, iso, ymd
from timeline.dates.calendar import days_in_month

TWENTY_BILLION_YEARS = 7_305_000_000_000
#: Another process may hold the machine for longer than hypothesis waits.
unhurried = settings(deadline=None)
any_day = st.integers(-TWENTY_BILLION_YEARS, TWENTY_BILLION_YEARS)


@unhurried
@given(st.dates())
def test_day_number_is_the_ordinal_of_datetime(day: date) -> None:
    number = day_number(day.year, day.month, day.day)
    assert number == day.toordinal()
    assert ymd(number) == (day.year, day.month, day.day)
    assert iso(number) == day.isoformat()


def test_each_day_of_a_whole_cycle_follows_the_one_before() -> None:
    """Leap days of four, a hundred and four hundred years all lie within."""
    first, day = date(1999, 12, 31), day_number(1999, 12, 31)
    for days_on in range(1500):
        assert ymd(day + days_on) == (first + timedelta(days_on)).timetuple()[:3]
    centuries = [(year, month, 28) for year in (1600, 1700, 1800, 1900, 2000) for month in (2, 12)]
    for year, month, last in centuries:
        following = date(year, month, last) + timedelta(1)
        assert ymd(day_number(year, month, last) + 1) == following.timetuple()[:3]


@unhurried
@given(any_day)
def test_day_number_and_ymd_undo_each_other(day: int) -> None:
    year, month, day_of_month = ymd(day)
    assert 1 <= month <= 12
    assert 1 <= day_of_month <= days_in_month(year, month)
    assert day_number(year, month, day_of_month) == day


@unhurried
@given(any_day)
def test_days_follow_each_other(day: int) -> None:
    assert ymd(day) < ymd(day + 1)


@unhurried
@given(any_day)
def test_iso_can_be_read_back(day: int) -> None:
    text = iso(day)
    year, month, day_of_month = text.rsplit("-", 2)
    assert day_number(int(year), int(month), int(day_of_month)) == day


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ((2022, 11, 17), "2022-11-17"),
        ((1, 1, 1), "0001-01-01"),
        ((0, 12, 31), "0000-12-31"),
        ((-1, 12, 31), "-0001-12-31"),
        ((-43, 3, 15), "-0043-03-15"),
        ((9999, 12, 31), "9999-12-31"),
        ((10_000, 1, 1), "+10000-01-01"),
        ((17_000, 1, 1), "+17000-01-01"),
        ((-13_800_000_000, 1, 1), "-13800000000-01-01"),
    ],
)
def test_iso_takes_a_sign_outside_four_digits(parts: tuple[int, int, int], text: str) -> None:
    assert iso(day_number(*parts)) == text


def test_day_one_is_the_first_of_the_first_year() -> None:
    assert ymd(1) == (1, 1, 1)
    assert ymd(0) == (0, 12, 31)


@pytest.mark.parametrize("parts", [(2023, 2, 29), (1900, 2, 29), (2022, 13, 1), (2022, 0, 1),
                                   (2022, 4, 31), (2022, 1, 0)])  # fmt: skip
def test_day_that_the_calendar_lacks_has_no_number(parts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no day"):
        day_number(*parts)


def test_year_zero_is_a_leap_year() -> None:
    """0 is divisible by 400: the proleptic calendar repeats itself backwards."""
    assert ymd(day_number(0, 2, 28) + 1) == (0, 2, 29)
