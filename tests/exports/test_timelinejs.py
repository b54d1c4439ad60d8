import json
from typing import Any

import pytest

from tests.exports.making import URL, body, event, timeline
from timeline.exports import timelinejs
from timeline.model.model import Timeline
from timeline.records import Image

DATE = {"year", "month", "day"}
#: The members that https://timeline.knightlab.com/docs/json-format.html has for a slide.
SLIDE = {
    "start_date", "end_date", "text", "media", "group", "display_date", "background", "autolink",
    "unique_id",
}  # fmt: skip


def written(timeline: Timeline) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(timelinejs.render(timeline, body))
    return told


def slide(date: str, as_of: str = "2023-01-31", **values: Any) -> dict[str, Any]:
    (told,) = written(timeline(event("a", date, **values), as_of=as_of))["events"]
    assert set(told) <= SLIDE
    assert all(set(told[end]) <= DATE for end in ("start_date", "end_date") if end in told)
    found: dict[str, Any] = told
    return found


@pytest.mark.parametrize(
    ("date", "start"),
    [
        ("2022-11-17", {"year": 2022, "month": 11, "day": 17}),
        ("2022-11-17T10:00Z", {"year": 2022, "month": 11, "day": 17}),
        ("2022-11", {"year": 2022, "month": 11}),
        ("2022~", {"year": 2022}),
        ("-0043", {"year": -43}),
    ],
)
def test_single_date_is_as_fine_as_it_is_written(date: str, start: dict[str, int]) -> None:
    told = slide(date)
    assert told["start_date"] == start
    assert "end_date" not in told


@pytest.mark.parametrize(
    ("date", "end"),
    [
        ("2022-11-01/2022-12", {"year": 2022, "month": 12, "day": 31}),
        ("[2022-11-01..2022-11-05]", {"year": 2022, "month": 11, "day": 5}),
        ("2022-22", {"year": 2022, "month": 8, "day": 31}),
        ("2022-02-24/..", {"year": 2023, "month": 1, "day": 31}),
    ],
)
def test_extent_ends_on_its_last_possible_day(date: str, end: dict[str, int]) -> None:
    assert slide(date)["end_date"] == end


def test_open_end_without_a_known_reach_has_no_end() -> None:
    assert "end_date" not in slide("2022-02-24/..", as_of="")


def test_every_slide_says_its_date_in_words() -> None:
    """TimelineJS cannot draw doubt: it would print a month as its first day."""
    assert slide("2022-12~")["display_date"] == "about December 2022"
    assert slide("2022-12", date_text="before Christmas")["display_date"] == "before Christmas"


def test_headline_is_text_and_not_markup() -> None:
    """TimelineJS takes it for HTML."""
    assert slide("2022", title="A < B & C")["text"]["headline"] == "A &lt; B &amp; C"


def test_picture_comes_with_its_words() -> None:
    image = Image("plant.jpg", "Two towers", credit="IAEA", caption="In <May>")
    told = timeline(event("a", image=image), url=URL)
    assert written(told)["events"][0]["media"] == {
        "url": f"{URL}media/plant.jpg",
        "alt": "Two towers",
        "caption": "In &lt;May&gt;",
        "credit": "IAEA",
    }


def test_tracks_are_groups_and_ids_stay() -> None:
    told = slide("2022")
    assert (told["group"], told["unique_id"]) == ("Ammonia & grain", "a")


@pytest.mark.parametrize(("date", "scale"), [("-0320", "human"), ("Y-13800000000", "cosmological")])
def test_years_beyond_javascripts_dates_change_the_scale(date: str, scale: str) -> None:
    assert written(timeline(event("a", date)))["scale"] == scale


def test_timeline_without_events_has_no_slides() -> None:
    assert written(timeline())["events"] == []
