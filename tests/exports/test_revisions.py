from dataclasses import replace

import pytest

from tests.exports.making import (
    AMMONIA,
    PAPER,
    RUSSIA,
    corrected,
    event,
    timeline,
    withdrawn,
)
from timeline import dates
from timeline.dates import Moment
from timeline.exports.revisions import last_change, newest, published, timestamp, updated


def days(
    written: str, as_of: str = "2023-01-31", committed: str = "", **values: object
) -> tuple[str, str]:
    """The days on which an event was published and updated."""
    told = event("e", written, **values)
    around = timeline(told, as_of=as_of)
    if committed:
        around = replace(around, changed={told.file: Moment(dates.parse(committed).anchor, 60)})
    return dates.iso(published(told, around)), dates.iso(updated(told, around).day)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2022-11-17", "2022-11-17"),
        ("2022-11", "2022-11-30"),
        ("[2022-12-01..2022-12-10]", "2022-12-10"),
        ("2022-11-01/2022-12-04", "2022-12-04"),
        ("[..2022-12-07]", "2022-12-07"),
    ],
)
def test_event_is_published_on_its_latest_day(written: str, day: str) -> None:
    assert days(written) == (day, day)


def test_event_that_became_public_later_is_published_then() -> None:
    assert days("2022-11-17", known=dates.parse("2022-12-07"))[0] == "2022-12-07"


def test_nothing_is_published_after_the_day_that_the_timeline_reaches() -> None:
    """A planned event lies in the future; that it is planned does not."""
    assert days("2024-05-01", as_of="2023-01-31")[0] == "2023-01-31"


def test_what_has_not_ended_counts_from_its_beginning() -> None:
    """Otherwise it would be news whenever as_of moves on."""
    assert days("2022-02-24/..", as_of="2023-01")[0] == "2022-02-24"
    assert days("2022-02-24/..", as_of="2024-01")[0] == "2022-02-24"


def test_newest_correction_or_withdrawal_is_the_update() -> None:
    corrections = corrected("2023-01-09", "2023-02-01", "2023-01-20")
    assert days("2022-11-17", corrections=corrections) == ("2022-11-17", "2023-02-01")
    assert days("2022-11-17", withdrawn=withdrawn("2023-03"))[1] == "2023-03-01"


def test_no_update_comes_before_the_publication() -> None:
    shown, changed = days("2024-05-01", corrections=corrected("2022-12-01"))
    assert shown <= changed == "2022-12-01"


def test_last_commit_of_its_file_is_an_update() -> None:
    corrections = corrected("2023-01-09")
    assert days("2022-11-17", committed="2022-12-07") == ("2022-11-17", "2022-12-07")
    assert days("2022-11-17", committed="2023-01-12", corrections=corrections)[1] == "2023-01-12"
    assert days("2022-11-17", committed="2022-12-07", corrections=corrections)[1] == "2023-01-09"


def test_what_is_committed_was_published_then_at_the_latest() -> None:
    """A date may lie ahead of the file that tells it, and feeds must not."""
    assert days("2024-05-01", committed="2022-12-07", as_of="") == ("2022-12-07", "2022-12-07")
    assert days("2024-05-01", committed="2024-06-01", as_of="")[0] == "2024-05-01"


def test_moment_of_a_commit_is_told_to_the_second() -> None:
    told = event("e", "2022-11-17")
    moment = Moment(dates.day_number(2022, 12, 7), 13 * 3600 + 5 * 60 + 9)
    around = replace(timeline(told), changed={told.file: moment})
    assert timestamp(updated(told, around)) == "2022-12-07T13:05:09Z"


def test_timeline_changed_when_any_of_its_files_did() -> None:
    told = timeline(event("e", "2022-11-17"))
    moment = Moment(dates.day_number(2023, 3, 1))
    for file in ("timeline.md", RUSSIA.file, AMMONIA.file, PAPER.file):
        assert last_change(replace(told, changed={file: moment})) == moment, file
    assert last_change(replace(told, changed={"README.md": moment})) < moment


def test_years_that_rfc_3339_has_no_room_for_count_as_the_nearest_it_has() -> None:
    """RFC 3339 has four digits for a year, and XML Schema no year 0."""
    assert timestamp(Moment(dates.day_number(-43, 3, 15))) == "0001-01-01T00:00:00Z"
    assert timestamp(Moment(dates.day_number(17_000, 1, 1))) == "9999-12-31T00:00:00Z"


def test_timeline_without_events_was_updated_when_it_says_how_far_it_reaches() -> None:
    assert dates.iso(newest([], timeline(as_of="2022-12-15")).day) == "2022-12-15"
    assert dates.iso(newest([], timeline(as_of="")).day) == "1970-01-01"
