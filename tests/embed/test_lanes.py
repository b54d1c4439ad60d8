"""The lanes above the list: which there are, in what order, and what their axis says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.embed.conftest import Undrawn
from tests.visiting import drawn, ready
from timeline import pipeline

#: Shows the frame of a timeline: of events on days, of which each may name its track.
Tell = Callable[..., Page]

GARDEN = {"garden": 1}


@pytest.fixture
def tell(page: Page, served: Callable[..., str], tmp_path: Path) -> Tell:
    """`tell(["2023-01-05", "2023-02-01 orchard"], {"garden": 2, "orchard": 1}, "?track=garden")`.

    Tracks have their order; an event without a track is on the first.
    """

    def show(events: Sequence[str], tracks: dict[str, int] = GARDEN, view: str = "") -> Page:
        files = {"timeline.md": "title: What grows", "actors/anna.md": "name: Anna"}
        for track, order in tracks.items():
            files[f"tracks/{track}.md"] = f"title: The {track}\norder: {order}"
        for number, written in enumerate(events):
            date, _, track = written.partition(" ")
            files[f"events/e{number}.md"] = (
                f'title: Event {number}\ndate: "{date}"\ntrack: "{track or next(iter(tracks))}"\n'
                "actors: [anna]\nsource: https://example.org/diary"
            )
        for name, fields in files.items():
            (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "content" / name).write_text(f"---\n{fields}\n---\n", encoding="utf-8")
        made = pipeline.build(tmp_path / "content", tmp_path / "site", cache=Undrawn())
        assert not made.has_errors, made
        page.goto(f"{served(tmp_path / 'site')}embed.html{view}")
        ready(page)
        drawn(page)
        return page

    return show


def words(page: Page, kind: str) -> list[tuple[str, float]]:
    """The words of a kind below the lanes with where they begin, from left to right."""
    found: list[tuple[str, float]] = page.locator(f".lanes .word.{kind}").evaluate_all("""all => all
        .map((each) => [each.textContent, Math.round(each.getBoundingClientRect().left)])
        .sort((one, other) => one[1] - other[1])""")
    return [(word, left) for word, left in found]


MONTHS = [f"2023-{month:02}-15" for month in range(1, 13)]


@pytest.mark.parametrize("width", [600, 768, 1200])
def test_a_few_days_of_a_year_do_not_take_the_room_of_the_next(
    page: Page, tell: Tell, width: int
) -> None:
    """The January above a year is its own."""
    page.set_viewport_size({"width": width, "height": 600})
    tell(["2022-12-30", *MONTHS, "2024-02-20"])
    januaries = [left for word, left in words(page, "tick") if word == "January"]
    years = words(page, "year")
    assert [year for year, _ in years] == ["2023", "2024"]
    assert [left for _, left in years] == pytest.approx(januaries, abs=2)


def test_a_year_stands_over_its_own_stretch(page: Page, tell: Tell) -> None:
    """In a frame of any width, with a year's beginning or end in it."""
    tell(["2021-11-20", "2022-05-01", *MONTHS, "2024-01-12"])
    for width in range(240, 1300, 60):
        page.set_viewport_size({"width": width, "height": 600})
        drawn(page)
        found = page.locator(".word.year").all()
        edges = [
            (box["x"], box["x"] + box["width"]) for each in found if (box := each.bounding_box())
        ]
        januaries = [left for word, left in words(page, "tick") if word == "January"]
        for start, end in edges:
            assert not [at for at in januaries if start + 2 < at < end - 2], width


def test_years_that_are_too_narrow_for_their_names_are_the_ticks(page: Page, tell: Tell) -> None:
    """A month says nothing there, and each name begins where its year does."""
    page.set_viewport_size({"width": 600, "height": 600})
    tell(["1999-12-20", *(f"{year}-06-15" for year in range(2000, 2020))])
    assert words(page, "year") == []
    named = words(page, "tick")
    assert len(named) >= 3
    wide = (named[-1][1] - named[0][1]) / (int(named[-1][0]) - int(named[0][0]))
    for (one, left), (other, next_left) in pairwise(named):
        assert next_left - left == pytest.approx((int(other) - int(one)) * wide, abs=2)


def test_lanes_stand_in_the_order_of_the_tracks(page: Page, tell: Tell) -> None:
    """Which is neither that of their ids, nor that in which objects of scripts have numbers."""
    tracks = {"apples": 3, "2022": 4, "orchard": 1, "7": 2}
    tell([f"2023-01-{5 + n:02} {track}" for n, track in enumerate(tracks)], tracks)
    names = page.locator(".lane:not(.foot) .lane-name").all_text_contents()
    assert names == ["The orchard", "The 7", "The apples", "The 2022"]


def test_the_flagships_lanes_stand_in_the_order_of_its_tracks(page: Page, site: str) -> None:
    page.goto(f"{site}index.html")
    ordered = page.locator("[name=track] option[value]:not([value=''])").evaluate_all(
        "all => all.map((each) => each.value)"
    )
    page.goto(f"{site}embed.html")
    ready(page)
    lanes = page.locator(".lane:not(.foot) .lane-name").all_text_contents()
    named = [page.evaluate(NAME, track) for track in ordered]
    assert len(lanes) > 3
    assert lanes == [name for name in named if name in lanes]


#: The name of a track, from the heading of the list that shows it alone.
NAME = """(track) => new Map(JSON.parse(
  document.querySelector('timeline-embed').dataset.names).track).get(track)"""


def test_what_no_track_is_called_is_not_known(page: Page, tell: Tell) -> None:
    """Not even what every object of a script has."""
    tell(["2023-01-05", "2023-02-01"], view="?track=constructor")
    expect(page.locator(".answer")).to_contain_text("There is no track “constructor” here.")


@pytest.mark.parametrize(
    ("events", "view"),
    [
        (["2023-01-05T09:00", "2023-01-05T17:30"], ""),
        (["2023-01-05T09:00", "2023-01-05T17:30", "2023-03-01"], "?to=2023-01-31"),
        (["2023-01-05", "2023-01-05", "2023-01-16"], "?from=2023-01-05&to=2023-01-05"),
        (["2023-01-05", "2023-01-05", "2023-03-01 orchard"], "?track=garden"),
    ],
)
def test_one_day_has_no_lanes(page: Page, tell: Tell, events: list[str], view: str) -> None:
    """There is nothing to compare, and a mark would stand for any hour of the day."""
    tell(events, {"garden": 1, "orchard": 2}, view)
    expect(page.locator(".told:visible")).to_have_count(2)
    expect(page.locator(".lanes")).to_have_count(0)


@pytest.mark.parametrize(
    "events",
    [
        ["2023-01-05T09:00", "2023-01-06T09:00"],
        ["2023-01-05", "2023-01-05/2023-01-20"],
        ["2023-01-05", "2023-01"],
    ],
)
def test_more_than_a_day_has_lanes(page: Page, tell: Tell, events: list[str]) -> None:
    tell(events)
    expect(page.locator(".lanes .mark")).to_have_count(2)
