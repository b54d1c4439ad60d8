"""events.csv, as a program and as a spreadsheet read it."""

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.making import URL, body, dig, event, many, timeline, whole_body
from timeline.exports import table
from timeline.exports.table import COLUMNS, guarded, original
from timeline.model.model import Timeline
from timeline.records import Claim, Figure

ROOT = Path(__file__).resolve().parents[2]

#: What a spreadsheet takes for the beginning of a formula (OWASP, "CSV Injection").
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rows(timeline: Timeline) -> list[dict[str, str]]:
    raw = table.render(timeline, body)
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_spreadsheets_are_told_that_it_is_utf_8() -> None:
    """Without a byte order mark Excel reads it as the encoding of the machine."""
    assert table.render(timeline(), body).startswith(b"\xef\xbb\xbf")


def test_there_is_a_row_for_each_event_and_a_line_for_each_row() -> None:
    raw = table.render(many(300), body)
    assert len(raw.splitlines()) == 301
    assert raw.count(b"\r\n") == raw.count(b"\n") == 301


def test_columns_hold_what_the_event_says() -> None:
    (row,) = rows(
        timeline(
            event(
                "a",
                "2022-12~",
                title='He said "no", twice',
                place="Ankara",
                certainty="claimed",
                claims=(Claim(("russia",), "denies", "It is not so"),),
                states=(("ammonia", "blocked"),),
                figures=(Figure("tonnes", "300", approximate=True), Figure("ships", low="8")),
                key=True,
            ),
            url=URL,
        )
    )
    assert row == {
        "id": "a",
        "title": 'He said "no", twice',
        "date": "2022-12~",
        "when": "about December 2022",
        "earliest": "2022-12-01",
        "latest": "2022-12-31",
        "known": "",
        "tracks": "ammonia",
        "actors": "party: russia; party: ukraine",
        "place": "Ankara",
        "certainty": "claimed",
        "claims": "Russia (denies): It is not so",
        "states": "ammonia: blocked",
        "figures": "tonnes: ~300; ships: >8",
        "sources": "paper (page 2)",
        "key": "yes",
        "url": f"{URL}events/a.html",
        "text": "What is told of a.",
    }
    assert list(row) == [*COLUMNS, "text"]


def test_documentation_names_every_column_in_order() -> None:
    text = (ROOT / "docs" / "feeds.md").read_text("utf-8")
    section = text.partition("## events.csv")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert re.findall(r"`(\w+)`", " ".join(rows)) == [*COLUMNS, "text"]


def test_open_ends_are_empty() -> None:
    (row,) = rows(timeline(event("a", "2022-02-24/..")))
    assert (row["earliest"], row["latest"]) == ("2022-02-24", "")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  -5 degrees", "'  -5 degrees"),
        ("'Twas so", "''Twas so"),
        ("a;=cmd|' /C calc'!A0", "a;'=cmd|' /C calc'!A0"),
        ("\t=1", "'\t'=1"),
        ("A plain-spoken title, +1", "A plain-spoken title, +1"),
        ("-0043-03-15", "'-0043-03-15"),
    ],
)
def test_what_a_spreadsheet_would_run_stands_behind_an_apostrophe(text: str, cell: str) -> None:
    """Some cut a line at semicolons or tabs whatever the quotes say."""
    assert guarded(text) == cell


@given(st.text(alphabet="='+-@;\t\r\n aＡ＝", max_size=12))
def test_guard_can_always_be_taken_off_again(text: str) -> None:
    assert original(guarded(text)) == text


@given(st.text(alphabet="='+-@;\t\r\n aＡ＝", max_size=12))
def test_no_guarded_cell_begins_like_a_formula(text: str) -> None:
    assert not guarded(text).startswith(DANGEROUS)


def test_years_bce_stay_readable() -> None:
    told = dig()
    raw = table.render(told, whole_body(told)).decode("utf-8-sig")
    built = list(csv.DictReader(io.StringIO(raw, newline="")))[1]
    assert built["date"] == "'-0320~"
    assert original(built["date"]) == "-0320~"
    assert built["when"] == "about 321 BCE"
