"""Where a date is filed, how dates are ordered, and what HTML is told of them."""

from __future__ import annotations

import pickle
from itertools import pairwise, permutations

import pytest

from timeline.dates import iso, parse


@pytest.mark.parametrize(
    ("text", "anchor", "month"),
    [
        ("2022-11-17", "2022-11-17", 11),
        ("2022-11-17T23:00-05", "2022-11-17", 11),
        ("2022-11", "2022-11-01", 11),
        ("2022-11~", "2022-11-01", 11),
        ("2022", "2022-01-01", None),
        ("2022-21", "2022-03-01", None),
        ("2022-12-XX", "2022-12-01", 12),
        ("1985-XX-XX", "1985-01-01", None),
        ("1984-1X", "1984-10-01", None),
        ("156X-12-25", "1560-12-25", None),
        ("2022-11/2023", "2022-11-01", 11),
        ("2022/2022-11", "2022-01-01", None),
        ("2004-06/2004", "2004-06-01", 6),
        ("2022-02-24/..", "2022-02-24", 2),
        ("../2022-12-07", "2022-12-07", 12),
        ("/1985", "1985-12-31", None),
        ("[2022-11-28..2022-12-03]", "2022-11-28", 11),
        ("[2022-12-03,2022-11]", "2022-11-01", 11),
        ("[..2022-12-07]", "2022-12-07", 12),
        ("[..2020,2022-12-07]", "2022-12-07", 12),
        ("[2022-12-15..]", "2022-12-15", 12),
        ("-0043-03-15", "-0043-03-15", 3),
    ],
)
def test_date_is_filed_by_its_first_known_day(text: str, anchor: str, month: int | None) -> None:
    date = parse(text)
    assert (iso(date.anchor), date.month) == (anchor, month)
    assert date.year == int(anchor[:-6])


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2022-11-17T10:00", "time"),
        ("2022-11-17", "day"),
        ("2022-12-XX", "day"),
        ("2022-12", "month"),
        ("2004-XX", "month"),
        ("2022-33", "season"),
        ("2022", "year"),
        ("Y-17E7", "year"),
        ("201X", "decade"),
        ("-000X", "decade"),
        ("20XX", "century"),
        ("1XXX", "millennium"),
        ("2022-11/2023", "month"),
        ("../2022-12-07", "day"),
    ],
)
def test_precision_is_that_of_the_end_it_is_filed_by(text: str, precision: str) -> None:
    assert parse(text).precision == precision


IN_ORDER = [
    "Y-13800000000", "-0043", "1985", "../2021",
    "2022", "2022/2023", "2022/..", "2022-33", "2022-01", "2022-01-01", "2022-01-01/2022-01-02",
    "2022-01-01/..",
    "2022-01-01T10:00+02:00", "2022-01-01T09:00Z", "2022-01-01T10:00",
    "2022-02", "2022-02-24", "[2022-02-24..2022-02-27]", "2022-02-24/2022-03-03",
    "[2022-02-24..]", "../2022-12-07", "../2022",
]  # fmt: skip


def test_dates_are_ordered_by_anchor_then_coarse_before_fine_then_short_before_long() -> None:
    keys = [parse(text).sort_key for text in IN_ORDER]
    assert sorted(keys) == keys


def test_unspecified_years_stand_before_the_first_year_they_can_be() -> None:
    texts = ["2XXX", "20XX", "200X", "2000", "2000-01-01"]
    keys = [parse(text).sort_key for text in texts]
    assert sorted(keys) == keys


def test_date_with_only_a_year_stands_before_every_dated_event_of_the_year() -> None:
    year = parse("2022").sort_key
    for text in ("2022-01", "2022-01-01", "2022-01-01T00:00", "2022-01-01/2022-01-02"):
        assert year < parse(text).sort_key


def test_order_does_not_depend_on_the_order_given() -> None:
    texts = ["2022-01-01", "2022-01-01?", "2022-01-01~", "[2022-01-01]"]
    orders = {tuple(sorted(order, key=lambda text: parse(text).sort_key))
              for order in permutations(texts)}  # fmt: skip
    assert len(orders) == 1
    keys = [parse(text).sort_key for text in next(iter(orders))]
    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("2022-11-17", "2022-11-17"),
        ("2022-11", "2022-11"),
        ("2022", "2022"),
        ("2022-12~", "2022-12"),
        ("0044", "0044"),
        ("2022-11-17T10:00Z", "2022-11-17T10:00Z"),
        ("2022-11-17T10:00:05", "2022-11-17T10:00:05"),
        ("2022-11-17T10:00-04", "2022-11-17T10:00-04:00"),
        ("2022-11-17T10:00+00", "2022-11-17T10:00Z"),
        ("Y17000", "17000"),
        ("0000", ""),
        ("-0043", ""),
        ("2022-21", ""),
        ("2022-12-XX", ""),
        ("201X", ""),
        ("2022-11/2022-12", ""),
        ("2022-02/..", ""),
        ("[2022-12-01..2022-12-10]", ""),
    ],
)
def test_html_is_told_only_what_it_has_a_form_for(text: str, attribute: str) -> None:
    assert parse(text).datetime_attribute == attribute


def test_interval_has_a_date_at_each_end() -> None:
    date = parse("1984~/2004-06-XX")
    assert date.start == parse("1984~")
    assert date.end == parse("2004-06-XX")
    assert (parse("2022-02/..").end, parse("2022").start) == (None, None)


def test_blanks_around_a_date_are_left_out() -> None:
    assert parse(" 2022-11 \n") == parse("2022-11")
    assert str(parse(" 2022-11 ")) == "2022-11"


def test_date_survives_a_trip_between_processes() -> None:
    date = parse("[1667,1668,1670..1672]")
    assert date.words
    assert pickle.loads(pickle.dumps(date)) == date
