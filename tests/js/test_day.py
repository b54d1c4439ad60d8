"""The state of play on a day: as it had happened by then, and as it was publicly known."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.render.telling import event, timeline
from tests.serving import serving
from tests.synthetic import write
from timeline.dates import parse


def told(id: str, date: str, state: str, **others: Any) -> Any:
    return event(id, date, title=id.title(), states=(("ammonia", state),), **others)


STOP = told("stop", "2021-05-02", "cold")
SECRET = told("secret", "2021-05-10", "warm", known=parse("2021-06-20"))
PUBLIC = told("public", "2021-05-20", "warm")
AGAIN = told("again", "2021-07-01", "cold")


@pytest.mark.parametrize(
    ("view", "expected"),
    [
        ("day=2021-05-01", "No state recorded by then"),
        ("day=2021-05-25", "Talking warmer than before since 10 May 2021 Secret"),
        # The handshake was secret, and yet all the world saw them talk.
        ("day=2021-05-25&by=known", "Talking warmer than before since 20 May 2021 Public"),
        ("day=2021-05-15&by=known", "Blocked since 2 May 2021 Stop"),
        ("day=2021-06-25&by=known", "Talking warmer than before since 10 May 2021 Secret"),
        ("day=2021-07-02", "Blocked colder than before since 1 July 2021 Again"),
    ],
)
def test_a_track_stands_where_what_counts_has_left_it(
    page: Page, tmp_path: Path, view: str, expected: str
) -> None:
    write(timeline(STOP, SECRET, PUBLIC, AGAIN), tmp_path, "index.html")
    with serving(tmp_path) as address:
        page.goto(f"{address}?{view}")
        line = page.locator("[data-tellings]")
        expect(line).to_contain_text(expected)


def test_buttons_go_from_change_to_change(page: Page, tmp_path: Path) -> None:
    """Not to an event that finds the track in the state in which it leaves it."""
    write(timeline(STOP, SECRET, PUBLIC, AGAIN), tmp_path, "index.html")
    with serving(tmp_path) as address:
        page.goto(f"{address}?day=2021-07-01")
        page.locator("[data-day=before]:enabled").click()
        page.wait_for_url("**day=2021-05-10")
        page.locator("[data-day=before]").click()
        page.wait_for_url("**day=2021-05-02")


@pytest.mark.parametrize(
    ("view", "idle"),
    [
        ("", {"after", "none"}),
        ("day=2021-07-02", {"after"}),
        ("day=2021-05-25", set()),
        ("day=2021-05-02", {"before"}),
        ("day=2021-06-20&by=known", set()),
    ],
)
def test_buttons_that_lead_nowhere_say_so(
    page: Page, tmp_path: Path, view: str, idle: set[str]
) -> None:
    write(timeline(STOP, SECRET, PUBLIC, AGAIN), tmp_path, "index.html")
    with serving(tmp_path) as address:
        page.goto(f"{address}?{view}")
        for way in ("before", "after", "none"):
            button = page.locator(f"[data-day={way}]")
            expect(button).to_have_attribute("aria-disabled", str(way in idle).lower())


def test_the_last_change_leaves_the_focus_on_its_button(page: Page, tmp_path: Path) -> None:
    """It leads no further, but whoever pressed it has not to look for their place anew."""
    write(timeline(STOP, SECRET, PUBLIC, AGAIN), tmp_path, "index.html")
    with serving(tmp_path) as address:
        page.goto(f"{address}?day=2021-06-30")
        button = page.locator("[data-day=after][aria-disabled=false]")
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**day=2021-07-01")
        idle = page.locator("[data-day=after][aria-disabled=true]")
        expect(idle).to_be_focused()
        page.keyboard.press("Enter")
        assert page.url == f"{address}?day=2021-07-01"
        expect(idle).to_be_focused()


def test_what_was_planned_has_not_happened_on_any_day(page: Page, tmp_path: Path) -> None:
    planned = event("plan", "2021-06-01", title="Plan", certainty="planned")
    write(timeline(STOP, planned, AGAIN), tmp_path, "index.html")
    with serving(tmp_path) as address:
        page.goto(f"{address}?day=2021-06-15")
        later = page.locator("article[data-later]")
        expect(later).to_have_count(2)
        assert later.evaluate_all("all => all.map(({id}) => id)") == ["plan", "again"]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("day=2021-05-15", "15 May 2021: what had happened by then"),
        ("day=2021-05-15&by=known", "15 May 2021: what was publicly known by then"),
        ("", ""),
    ],
)
def test_paper_names_the_day_whose_states_it_tells(
    page: Page, tmp_path: Path, view: str, said: str
) -> None:
    write(timeline(STOP, SECRET, PUBLIC, AGAIN), tmp_path, "index.html")
    with serving(tmp_path) as address:
        page.goto(f"{address}?{view}")
        expect(page.locator("[data-day=before]:enabled")).to_be_visible()
        day = page.locator(".on-paper")
        expect(day).to_be_hidden()
        page.emulate_media(media="print")
        assert day.inner_text() == said
        assert day.is_visible() == bool(said)
        expect(page.locator(".day-control button").first).to_be_hidden()
