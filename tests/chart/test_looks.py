"""The chart as it looks: its words meet nowhere, and what matters is in view from the start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.synthetic import timeline, write
from tests.visiting import drawn, near, ready, visiting
from timeline.dates import parse

#: Crowds with long gaps between them, the end of a year among their days.
CROWDS = (
    "2022-01-01", "2022-01-02", "2022-01-03", "2022-01-20", "2022-08-29", "2022-08-30",
    "2022-12-29", "2023-01-03", "2023-01-04", "2023-02-25", "2023-03-02",
)  # fmt: skip

#: Ages so far apart that all stand between folds.
AGES = (
    "Y-13800000000", "Y-4540000000", "Y-538000000", "Y-252000000", "Y-66000000", "Y-10900",
    "-0752-04-21", "0014-08-19", "1980-06-01", "2024-06-15",
)  # fmt: skip

#: What stands in words above the lanes and can be seen: from where to where its letters reach.
WORDS = """() => [...document.querySelectorAll(
  '.tick, .heading > span, .fold > span:not(.unseen), .as-of > span')]
  .filter((words) => {
    const { top, bottom } = words.parentElement.getBoundingClientRect();
    return words.checkVisibility() && words.textContent.trim()
      && (!words.matches('.heading > span') || words.getBoundingClientRect().top < bottom - 1);
  })
  .map((words) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { words: words.textContent.trim(), left, right, top: top + 2, bottom: bottom - 2 };
  })"""


@pytest.mark.parametrize("as_of", ["2022-01-02", "2022-10-15", "2023-01-06", "2023-03-05"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_words_above_the_lanes_meet(
    tmp_path: Path, browser: Browser, width: int, as_of: str
) -> None:
    made = timeline(40, days=CROWDS, vague=0)
    write(replace(made, about=replace(made.about, as_of=parse(as_of))), tmp_path, "index")
    with visiting(browser, viewport={"width": width, "height": 800}) as page:
        page.goto((tmp_path / "index.html").as_uri())
        top = page.locator(".lane").first.evaluate("lane => lane.getBoundingClientRect().top")
        found = page.evaluate(WORDS)
    assert {"told up to here", "2023"} <= {one["words"] for one in found}
    assert_apart(found, top)


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_no_words_of_many_folds_meet(tmp_path: Path, browser: Browser, width: int) -> None:
    write(timeline(40, days=AGES, vague=0), tmp_path, "index")
    with visiting(browser, viewport={"width": width, "height": 800}) as page:
        page.goto((tmp_path / "index.html").as_uri())
        top = page.locator(".lane").first.evaluate("lane => lane.getBoundingClientRect().top")
        found = page.evaluate(WORDS)
    assert {"13.8 billion BCE", "9.3 billion years"} <= {one["words"] for one in found}
    assert_apart(found, top)


def test_what_is_not_over_ends_in_an_arrow_of_its_own(tmp_path: Path, browser: Browser) -> None:
    write(timeline(10, days=("2022-02-24/..", "2022-03-01"), vague=0), tmp_path, "index")
    with visiting(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto((tmp_path / "index.html").as_uri())
        band, lane, arrow, heads = page.locator(".lane .closes-open").first.evaluate(
            """(band) => {
              const arrow = getComputedStyle(band, "::after");
              return [band.getBoundingClientRect().right,
                band.closest("ol").getBoundingClientRect().right,
                parseFloat(arrow.width), arrow.backgroundImage.match(/gradient/g).length];
            }"""
        )
    assert heads == 2
    assert 0 < arrow < lane - band <= 10


def assert_apart(found: list[dict[str, Any]], top: float) -> None:
    """That no words meet, nor reach below the top of the first lane."""
    assert max(one["bottom"] for one in found) <= top
    for one, other in combinations(found, 2):
        assert (
            one["right"] <= other["left"]
            or other["right"] <= one["left"]
            or one["bottom"] <= other["top"]
            or other["bottom"] <= one["top"]
        ), (one, other)


@pytest.mark.parametrize("has_script", [True, False])
@pytest.mark.parametrize(
    "date", ["2022-11-17", "2022-11", "2022-01-10/2022-12-03", "2022-02-24/.."]
)
def test_the_mark_of_a_single_event_is_in_view(
    tmp_path: Path,
    browser: Browser,
    served: Callable[..., str],
    date: str,
    has_script: bool,
) -> None:
    write(timeline(1, tracks=1, days=[date]), tmp_path, "index")
    options = {"viewport": {"width": 360, "height": 800}, "java_script_enabled": has_script}
    with visiting(browser, **options) as page:
        page.goto(served(tmp_path))
        near(page)
        if has_script:
            ready(page)
            drawn(page)
        expect(page.locator(".mark .label")).to_be_in_viewport(ratio=1)
        mark = page.locator(".mark > a").bounding_box()
        assert mark
        assert 0 <= mark["x"] <= mark["x"] + mark["width"] <= 360


def test_the_words_of_a_chosen_day_are_whole_at_the_end_of_the_axis(
    tmp_path: Path, browser: Browser, served: Callable[..., str]
) -> None:
    write(timeline(40), tmp_path, "index")
    with visiting(browser, viewport={"width": 360, "height": 800}) as page:
        page.goto(f"{served(tmp_path)}?day=2022-12-13")
        near(page)
        ready(page)
        words = page.locator(".day-line span")
        expect(words).to_have_text("13 December 2022")
        expect(words).to_be_in_viewport(ratio=1)
        expect(page.get_by_text("told up to here")).to_be_hidden()


def test_an_axis_without_folds_has_its_own_ticks(
    tmp_path: Path, browser: Browser, served: Callable[..., str]
) -> None:
    write(timeline(40, days=CROWDS, vague=0), tmp_path, "index")
    with visiting(browser) as page:
        page.goto(f"{served(tmp_path)}?axis=plain")
        near(page)
        ready(page)
        drawn(page)
        expect(page.locator(".axis > .on-plain .tick:visible")).not_to_have_count(0)
        expect(page.locator(".axis > .on-folded .tick:visible")).to_have_count(0)


def test_numbers_of_heaps_are_in_ink_since_hues_are_too_light_for_text(
    tmp_path: Path, browser: Browser, served: Callable[..., str]
) -> None:
    write(timeline(300), tmp_path, "index")
    with visiting(browser) as page:
        page.goto(served(tmp_path))
        colours = "all => [...new Set(all.map((one) => getComputedStyle(one).color))]"
        ink = page.locator("body").evaluate_all(colours)
        assert page.locator(".heap > a span").evaluate_all(colours) == ink
