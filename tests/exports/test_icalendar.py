"""Calendars, read back by a library."""

from datetime import date
from typing import Any

import icalendar as library
import pytest

from tests.exports.making import URL, body, corrected, dig, event, many, timeline, whole_body
from timeline import dates
from timeline.exports import icalendar
from timeline.exports.icalendar import has_place, is_exact, span
from timeline.model.model import Timeline
from timeline.records import Body, Claim


def written(timeline: Timeline) -> dict[str, bytes]:
    return icalendar.render(timeline, body)


def read(timeline: Timeline, address: str = "events.ics") -> Any:
    return library.Calendar.from_ical(written(timeline)[address])


def entries(timeline: Timeline, address: str = "events.ics") -> list[Any]:
    return list(read(timeline, address).walk("VEVENT"))


def test_there_are_calendars_for_the_whole_and_for_each_track_and_actor() -> None:
    assert list(written(timeline(event("a")))) == [
        "events.ics", "tracks/ammonia.ics", "actors/russia.ics", "actors/ukraine.ics",
    ]  # fmt: skip


def test_calendar_without_entries_is_not_written() -> None:
    """RFC 5545, 3.6: a calendar holds at least one component."""
    assert written(timeline()) == {}
    assert written(timeline(event("a", "-0043-03-15"))) == {}


def test_event_takes_whole_days_and_ends_on_the_day_after() -> None:
    (entry,) = entries(timeline(event("a", "2022-11-17", place="Abu Dhabi; at noon")))
    assert entry["DTSTART"].dt == date(2022, 11, 17)
    assert entry["DTEND"].dt == date(2022, 11, 18)
    assert entry["SUMMARY"] == "A"
    assert entry["LOCATION"] == "Abu Dhabi; at noon"
    assert entry["CATEGORIES"].cats == ["Ammonia & grain"]
    assert entry["TRANSP"] == "TRANSPARENT"
    assert not entry.errors


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("2022-12", "A (December 2022)"),
        ("2022-12-01~", "A (about 1 December 2022)"),
        ("[2022-12-01..2022-12-10]", "A (some day from 1 to 10 December 2022)"),
        ("[..2022-12-07]", "A (by 7 December 2022)"),
        ("2022-11-01/2022-11-05", "A"),
    ],
)
def test_vague_date_says_so_in_the_title(written: str, title: str) -> None:
    (entry,) = entries(timeline(event("a", written)))
    assert entry["SUMMARY"] == title


def test_vague_date_is_explained_in_the_description() -> None:
    told = event("a", "[2022-12-01..2022-12-10]", date_text="early December 2022")
    (entry,) = entries(timeline(told))
    assert entry["DTEND"].dt == date(2022, 12, 11)
    assert entry["SUMMARY"] == "A (early December 2022)"
    assert entry["DESCRIPTION"].startswith("early December 2022\nIt happened once, on a day")


def test_certainty_is_said_and_only_what_is_reported_is_confirmed() -> None:
    claims = (Claim(("russia",), "asserts", "It went well"),)
    claimed, reported = entries(
        timeline(event("a", certainty="claimed", claims=claims), event("b", "2022-12-01"))
    )
    assert (claimed["SUMMARY"], claimed["STATUS"]) == ("A (claimed)", "TENTATIVE")
    assert (reported["SUMMARY"], reported["STATUS"]) == ("B", "CONFIRMED")
    assert "Russia (asserts): It went well" in claimed["DESCRIPTION"]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022-11", "2022-11-01", "2022-11-30"),
        ("2022-02-24/..", "2022-02-24", "2023-01-31"),
        ("2022-02/", "2022-02-01", "2022-02-28"),
        ("../2022-12", "2022-12-01", "2022-12-31"),
        ("[2022-12-05..]", "2022-12-05", "2022-12-05"),
        ("2024-02-24/..", "2024-02-24", "2024-02-24"),
    ],
)
def test_open_end_is_where_the_timeline_ends(written: str, first: str, last: str) -> None:
    found = span(dates.parse(written), timeline(as_of="2023-01-31").about)
    assert (dates.iso(found.first), dates.iso(found.last)) == (first, last)
    assert found.caution


def test_what_had_not_ended_says_so_and_never_asks_the_clock() -> None:
    (entry,) = entries(timeline(event("a", "2022-02-24/..")))
    assert entry["DTEND"].dt == date(2023, 2, 1)
    assert "It had not ended on 31 January 2023" in entry["DESCRIPTION"]
    (entry,) = entries(timeline(event("a", "2022-02-24/.."), as_of=""))
    assert entry["DTEND"].dt == date(2022, 2, 25)


@pytest.mark.parametrize("written", ["2022-11-17T10:00Z", "2022-11-17/2022-12-04"])
def test_date_of_known_days_is_exact(written: str) -> None:
    assert is_exact(dates.parse(written))


@pytest.mark.parametrize("written", ["2022", "2022-11-17?", "2022-11/2022-12-04", "2022-12-XX"])
def test_date_without_a_known_day_is_not_exact(written: str) -> None:
    assert not is_exact(dates.parse(written))


def test_years_without_a_place_in_calendars_are_left_out_and_counted() -> None:
    told = dig()
    calendar = library.Calendar.from_ical(icalendar.render(told, whole_body(told))["events.ics"])
    assert len(calendar.walk("VEVENT")) == 2
    assert calendar["X-BACKCHANNEL-LEFT-OUT"] == "2"
    assert "Left out, because calendars have no such years: 2." in str(calendar["DESCRIPTION"])


def test_last_day_of_year_9999_has_no_day_after_it() -> None:
    assert not has_place(event("a", "9999-12-31"), timeline().about)
    assert has_place(event("a", "9999-12-30"), timeline().about)


def test_stamps_and_ids_come_from_the_content() -> None:
    told = timeline(event("a", corrections=corrected("2023-01-09")))
    (entry,) = entries(told)
    assert entry["DTSTAMP"].dt.isoformat() == "2023-01-09T00:00:00+00:00"
    assert entry["SEQUENCE"] == 1
    (elsewhere,) = entries(timeline(event("a", corrections=corrected("2023-01-09")), url=URL))
    assert elsewhere["UID"] == entry["UID"]
    assert elsewhere["URL"] == f"{URL}events/a.html"
    assert "URL" not in entry


def test_lines_are_folded_by_octets_and_never_inside_a_character() -> None:
    told = timeline(event("a", body=Body("Дуже довгий рядок, " * 30 + "\\ ; кінець")))
    raw = written(told)["events.ics"]
    assert b"\n" not in raw.replace(b"\r\n", b"")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    (entry,) = entries(told)
    assert "рядок, Дуже" in entry["DESCRIPTION"]
    assert "\\ ; кінець" in entry["DESCRIPTION"]


def test_library_reads_all_events_of_a_long_timeline() -> None:
    found = entries(many(300))
    assert len({str(entry["UID"]) for entry in found}) == 300
    assert not any(entry.errors for entry in found)
