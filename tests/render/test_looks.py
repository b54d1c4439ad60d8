"""Pages look right with long words, in BCE, and in a language that runs from right to left."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.render.everything import LONG, everything
from tests.render.telling import event, timeline
from tests.render.test_reading import write
from tests.visiting import visiting
from timeline.dates import parse
from timeline.records import About, State


def boxes(page: Page, selector: str) -> list[dict[str, float]]:
    """Where the elements stand."""
    found: list[dict[str, float]] = page.eval_on_selector_all(
        selector, "all => all.map(one => one.getBoundingClientRect().toJSON())"
    )
    assert found
    return found


def test_a_state_of_one_long_word_does_not_widen_pages(tmp_path: Path, browser: Browser) -> None:
    states = (State("cold", LONG, "cold"), State("warm", "Talking to each other again", "warm"))
    moves = event(states=(("ammonia", "cold"),))
    write(timeline(moves, about=About(title="Ferry", states=states)), tmp_path)
    with visiting(browser, viewport={"width": 320, "height": 640}) as page:
        for address in ("index.html", "events/meeting.html", "tracks/ammonia.html"):
            page.goto((tmp_path / address).as_uri())
            expect(page.locator(".state").first).to_have_text(LONG)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_the_day_of_a_timeline_in_bce_stands_below_its_title(
    tmp_path: Path, browser: Browser
) -> None:
    """HTML has no `time` for it, so that it is a `span`, as are labels of the chart."""
    about = About(title="Before the common era", as_of=parse("-0030"))
    write(timeline(event(date="-0043"), about=about), tmp_path)
    with visiting(browser) as page:
        page.goto((tmp_path / "index.html").as_uri())
        [title], [day] = boxes(page, "h1"), boxes(page, ".extent .as-of > *")
        assert day["top"] > title["bottom"]


@pytest.mark.parametrize("width", [320, 1280])
def test_every_certainty_is_explained_on_a_line_of_its_own(
    tmp_path: Path, browser: Browser, width: int
) -> None:
    write(everything(), tmp_path)
    with visiting(browser, viewport={"width": width, "height": 900}) as page:
        page.goto((tmp_path / "about.html").as_uri())
        for above, below in pairwise(boxes(page, ".meanings > div")):
            assert above["bottom"] <= below["top"]


@pytest.mark.parametrize("language", ["en", "he"])
def test_names_in_a_drawing_keep_to_their_side(
    tmp_path: Path, browser: Browser, language: str
) -> None:
    """Where a text is anchored follows from which way it runs; drawings run one way only."""
    told = everything()
    write(replace(told, about=replace(told.about, language=language)), tmp_path)
    with visiting(browser) as page:
        page.goto((tmp_path / "actors" / "index.html").as_uri())
        [drawing] = boxes(page, ".network")
        ends = max(box["right"] for box in boxes(page, ".network [text-anchor=end]"))
        starts = min(box["left"] for box in boxes(page, ".network [text-anchor=start]"))
        assert ends - drawing["left"] < 0.3 * drawing["width"]
        assert drawing["right"] - starts < 0.3 * drawing["width"]
