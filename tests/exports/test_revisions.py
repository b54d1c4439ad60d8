import pytest

from tests.exports.making import corrected, event, timeline, withdrawn
from timeline import dates
from timeline.exports.revisions import newest, published, timestamp, updated


def days(written: str, as_of: str = "2023-01-31", **values: object) -> tuple[str, str]:
    told = event("e", written, **values)
    about = timeline(as_of=as_of).about
    return dates.iso(published(told, about)), dates.iso(updated(told, about))


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


def test_years_that_rfc_3339_has_no_room_for_count_as_the_nearest_it_has() -> None:
    """RFC 3339 has four digits for a year, and XML Schema no year 0."""
    assert timestamp(dates.day_number(-43, 3, 15)) == "0001-01-01T00:00:00Z"
    assert timestamp(dates.day_number(17_000, 1, 1)) == "9999-12-31T00:00:00Z"


def test_timeline_without_events_was_updated_when_it_says_how_far_it_reaches() -> None:
    assert dates.iso(newest([], timeline(as_of="2022-12-15"))) == "2022-12-15"
    assert dates.iso(newest([], timeline(as_of=""))) == "1970-01-01"
