"""What holds for every text and every date, not only for those that we thought of."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dates.specification import EXAMPLES
from timeline.dates import Date, DateError, iso, parse

years = st.one_of(
    st.integers(-9999, 9999).map(lambda year: f"{year:05d}" if year < 0 else f"{year:04d}"),
    st.integers(10_000, 99_999_999_999).flatmap(lambda y: st.sampled_from([f"Y{y}", f"Y-{y}"])),
)
months = st.builds("{:04d}-{:02d}".format, st.integers(0, 9999), st.integers(1, 12))
groupings = st.builds("{:04d}-{:02d}".format, st.integers(0, 9998), st.integers(21, 41))
days = st.dates().map(str)
exact = st.one_of(years, months, groupings, days)
left_open = st.one_of(
    st.from_regex(r"-?[1-9](?:[0-9]{2}X|[0-9]XX|XXX)(?:-(?:XX|0X|1X|X1|02|12)(?:-(?:XX|1X|X1|2X))?)?",
                  fullmatch=True),
    months.map(lambda month: f"{month}-XX"),
)  # fmt: skip
points = st.builds(str.__add__, st.one_of(exact, left_open), st.sampled_from(["", "~", "?", "%"]))
readable = st.one_of(
    points,
    points.flatmap(lambda point: st.sampled_from(
        [f"{point}/..", f"../{point}", f"{point}/", f"/{point}", f"[..{point}]", f"[{point}..]"])),
    st.lists(points, min_size=1, max_size=4).map(lambda members: f"[{','.join(members)}]"),
    st.tuples(days, days).map(sorted).map("/".join),
    st.tuples(months, months).map(sorted).map(lambda ends: f"[{'..'.join(ends)}]"),
)  # fmt: skip

#: Another process may hold the machine for longer than hypothesis waits.
unhurried = settings(max_examples=60, deadline=None)
written = st.one_of(readable, st.sampled_from([example.text for example in EXAMPLES]))
added = st.text("0123456789X-/.[]{},~?%YTZES +: ", max_size=3)
#: Where, how many characters go, which come.
slips_made = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 2), added), min_size=1, max_size=3
)
words = st.sampled_from([
    "early", "late", "mid", "about", "circa", "by", "before", "since", "until", "between", "and",
    "from", "to", "of", "-", "–", "/", ",", ".", "X", "January", "feb", "March", "sept.", "spring",
    "Q3", "1st", "17", "03", "2022", "1850", "1990s", "44", "BCE",
])  # fmt: skip


def attempt(text: str) -> Date | DateError:
    try:
        return parse(text)
    except DateError as error:
        return error


def check_outcome(text: str) -> None:
    """A date that can answer everything, or an error that can be shown."""
    outcome = attempt(text)
    if isinstance(outcome, Date):
        assert outcome.edtf == text.strip()
        assert outcome.words
        assert outcome.short_words
        assert outcome.sort_key
        assert outcome.month in {None, *range(1, 13)}
        assert re.fullmatch(r"\d{4,}.*|", outcome.datetime_attribute)
        return
    assert outcome.message
    assert outcome.message.isprintable()
    assert not outcome.message.endswith(".")
    assert re.match("(Write|Give|Months|Put) ", outcome.hint)
    assert not outcome.hint.endswith(".")
    assert 1 <= outcome.column <= len(text) + 1
    assert 1 <= outcome.width <= max(1, len(text) + 1 - outcome.column)


@unhurried
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    check_outcome(text)


@unhurried
@given(st.text("0123456789X-/.[],~?%YTZE: ", max_size=30))
def test_any_text_of_edtf_characters_is_read_or_refused(text: str) -> None:
    check_outcome(text)


@unhurried
@given(st.lists(words, max_size=8).map(" ".join))
def test_any_phrase_is_read_or_refused(text: str) -> None:
    check_outcome(text)


@settings(max_examples=200, deadline=None)
@given(written, slips_made)
def test_any_slip_in_a_date_is_read_or_refused(
    text: str, slips: list[tuple[int, int, str]]
) -> None:
    for position, removed, put in slips:
        text = text[:position] + put + text[position + removed :]
    check_outcome(text)


@settings(max_examples=200, deadline=None)
@given(readable)
def test_date_is_read_and_ends_no_earlier_than_it_starts(text: str) -> None:
    read = parse(text)
    assert read.earliest is not None or read.latest is not None
    assert read.anchor == (read.latest if read.earliest is None else read.earliest)
    if read.earliest is not None and read.latest is not None:
        assert read.earliest <= read.latest


@unhurried
@given(points)
def test_mark_changes_no_bound(text: str) -> None:
    """An approximate date is not given a width that nobody wrote."""
    marked, bare = parse(text), parse(text.rstrip("~?%"))
    assert (marked.earliest, marked.latest) == (bare.earliest, bare.latest)


@unhurried
@given(points)
def test_approximate_date_says_about(text: str) -> None:
    read = parse(text)
    assert ("about" in read.words) == read.approximate
    assert ("(uncertain)" in read.words) == read.uncertain


@unhurried
@given(st.tuples(days, days).map(sorted))
def test_days_lie_within_the_interval_they_end(ends: list[str]) -> None:
    interval, (first, last) = parse("/".join(ends)), map(parse, ends)
    assert (interval.earliest, interval.latest) == (first.earliest, last.latest)
    assert (interval.start, interval.end) == (first, last)


@unhurried
@given(st.from_regex(r"1[0-9]{2}X-(?:XX|0[1-9]|1X|X2)-(?:[0-2]X|X[0-9])", fullmatch=True))
def test_bounds_of_unspecified_digits_are_the_first_and_last_day_they_can_be(text: str) -> None:
    """Against every day of the ten years, one by one."""
    first, last = (
        date(int(text[:3] + digit), *rest) for digit, *rest in (("0", 1, 1), ("9", 12, 31))
    )
    pattern = re.compile(text.replace("X", "."))
    numbers = range(first.toordinal(), last.toordinal() + 1)
    possible = [day for day in numbers if pattern.fullmatch(date.fromordinal(day).isoformat())]
    read = parse(text)
    assert (read.earliest, read.latest) == (possible[0], possible[-1])


@unhurried
@given(exact)
def test_iso_of_a_bound_starts_with_the_year_that_was_written(text: str) -> None:
    read = parse(text)
    assert read.earliest is not None
    year = int(re.match(r"-?\d+", text.removeprefix("Y"))[0])  # type: ignore[index]
    assert int(iso(read.earliest)[:-6]) == year


@unhurried
@given(st.lists(readable, min_size=3, max_size=3, unique=True))
def test_order_is_total(texts: list[str]) -> None:
    a, b, c = sorted((parse(text) for text in texts), key=lambda date: date.sort_key)
    assert a.sort_key < b.sort_key < c.sort_key
    assert a.anchor <= b.anchor <= c.anchor
