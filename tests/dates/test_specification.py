"""Every example of the EDTF specification is read as it says, or refused by name."""

from __future__ import annotations

import pytest

from tests.dates.specification import EXAMPLES, READ, REFUSED, Example
from timeline.dates import DateError, Day, iso, parse


@pytest.mark.parametrize("example", READ, ids=str)
def test_example_is_read_with_its_meaning(example: Example) -> None:
    date = parse(example.text)
    marks = "~" * date.approximate + "?" * date.uncertain
    assert (date.edtf, date.kind, marks) == (example.text, example.kind, example.marks)
    start = _bound(date.earliest, is_open=date.is_open_start, is_unknown=date.is_unknown_start)
    end = _bound(date.latest, is_open=date.is_open_end, is_unknown=date.is_unknown_end)
    assert (start, end) == (example.earliest, example.latest)
    assert date.words == example.words


def _bound(day: Day | None, *, is_open: bool, is_unknown: bool) -> str:
    assert (day is None) == (is_open or is_unknown)
    assert not (is_open and is_unknown)
    return iso(day) if day is not None else "open" if is_open else "unknown"


@pytest.mark.parametrize("example", REFUSED, ids=str)
def test_example_that_is_left_out_is_refused_by_name(example: Example) -> None:
    with pytest.raises(DateError) as refused:
        parse(example.text)
    assert refused.value.message.startswith(example.earliest)
    assert refused.value.hint.startswith(("Write ", "Give "))


def test_table_holds_all_three_levels() -> None:
    """A table that lost its lines would pass everything."""
    counts = [
        sum(example.section.startswith(f"Level {n}") for example in EXAMPLES) for n in (0, 1, 2)
    ]
    assert counts == [13, 24, 46]


@pytest.mark.parametrize("year", [2000, 2004])
def test_winter_ends_with_the_last_day_of_february(year: int) -> None:
    latest = parse(f"{year - 1}-24").latest
    assert latest is not None
    assert iso(latest) == f"{year}-02-29"
