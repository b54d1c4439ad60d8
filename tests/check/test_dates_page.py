"""docs/dates.md: every example on the page is read, or refused, as the page says."""

import re
from pathlib import Path

import pytest

from timeline import dates

PAGE = (Path(__file__).parents[2] / "docs/dates.md").read_text("utf-8")

READ = re.findall(r"^\| `([^`]+)` \| ([^`|]+) \|$", PAGE, re.MULTILINE)
REFUSED = re.findall(r"^\| `([^`]+)` \| (`[^|]+`) \|$", PAGE, re.MULTILINE)

#: Fields, and marks that are spoken of.
NO_DATES = {"date_text", "known", "~", "?", "%", "X", "Y"}


@pytest.mark.parametrize(("written", "words"), dict(READ).items())
def test_date_is_read_as_the_page_says(written: str, words: str) -> None:
    assert dates.parse(written).words == words


@pytest.mark.parametrize(("written", "instead"), REFUSED)
def test_what_is_not_read_gets_the_proposal_on_the_page(written: str, instead: str) -> None:
    with pytest.raises(dates.DateError) as caught:
        dates.parse(written)
    for proposal in re.findall("`([^`]+)`", instead):
        assert dates.parse(proposal).words
        assert proposal in caught.value.hint.replace("(", " ").split()


def test_page_shows_many_forms_and_no_line_was_lost() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert len(rows) == len(READ) + len(REFUSED)
    assert len(READ) > 35


@pytest.mark.parametrize("written", ["{2022-11,2022-12}", "XXXX"])
def test_form_that_the_page_calls_unsupported_is_refused(written: str) -> None:
    assert f"`{written}`" in PAGE
    with pytest.raises(dates.DateError):
        dates.parse(written)


def test_every_other_example_on_the_page_is_a_date() -> None:
    refused = {written for written, _ in REFUSED} | {"{2022-11,2022-12}", "XXXX"} | NO_DATES
    for example in set(re.findall("`([^`]+)`", PAGE)) - refused:
        assert dates.parse(example).words


def test_years_before_the_first_are_written_one_lower() -> None:
    assert dates.parse("0000").words == "1 BCE"
    assert dates.parse("-0001").words == "2 BCE"


def test_order_is_the_one_described() -> None:
    described = ["2022", "2022-01", "2022-01-01", "[2022-01-02..2022-01-10]", "2022-01-02~"]
    in_order = sorted(described, key=lambda text: dates.parse(text).sort_key)
    assert in_order[:3] == ["2022", "2022-01", "2022-01-01"]
    assert dates.parse("2022~").anchor == dates.parse("2022").anchor
    assert dates.parse("[..2022-12-07]").anchor == dates.parse("2022-12-07").anchor
