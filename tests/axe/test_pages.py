"""No rule of accessibility is broken: on any kind of page, nor in any state of the timeline."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.axe.rules import COLOURS, SOURCE, violations
from tests.serving import serving
from tests.visiting import near, ready, visiting

WIDTHS = (320, 768, 1280)

PAGES = {
    "home": "index.html",
    "event": "events/abu-dhabi-meeting.html",
    "actor": "actors/vladimir-putin.html",
    "actors": "actors/index.html",
    "track": "tracks/fertiliser.html",
    "source": "sources/elpais-peace-talks.html",
    "sources": "sources/index.html",
    "month": "when/2022-11.html",
    "year": "when/2022.html",
    "about": "about.html",
    "not found": "404.html",
    "frame": "embed.html",
    "frame of a track": "embed.html?track=fertiliser",
    "empty frame": "embed.html?track=fertiliser&q=no+such+word",
}


ALIKE = (".period:not(:last-child)",)
"""Months of entries like those of the last one, which would take most of the time."""

FIRST = '.chart-window ol [tabindex="0"]'
"""What Tab reaches in the chart, once its script has gathered everything in it."""

AT_ONCE = "#page_main"
"""Asked for a place of its own, a page is laid out at once and not bit by bit."""


@pytest.fixture(scope="module")
def site(flagship: Path) -> Iterator[str]:
    with serving(flagship) as address:
        yield address


def test_the_checker_is_the_one_that_its_readme_names() -> None:
    readme = SOURCE.with_name("README.md").read_text("utf-8")
    source = SOURCE.read_bytes()
    assert hashlib.sha256(source).hexdigest() in readme
    version = source.split(b"\n", 1)[0].decode().split("v")[-1]
    assert f"version: {version}\n" in readme


def test_the_checker_finds_what_is_wrong(page: Page) -> None:
    page.set_content("<button></button><p style='color: #aaa; background: #fff'>pale</p>")
    assert {found.split(":")[0] for found in violations(page)} >= {"button-name", "color-contrast"}
    assert {found.split(":")[0] for found in violations(page, COLOURS)} == {"color-contrast"}


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_breaks_no_rule_at_any_width_in_any_colours(
    kind: str, browser: Browser, site: str
) -> None:
    """Dark and forced colours are looked at where they could differ: in the rules about colours."""
    with visiting(browser) as page:
        page.goto(site + PAGES[kind] + ("" if "embed" in PAGES[kind] else AT_ONCE))
        ready(page)
        found = {}
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found[f"{width} px"] = violations(page)
        page.emulate_media(color_scheme="dark")
        found["dark"] = violations(page, COLOURS)
        page.emulate_media(color_scheme="light", forced_colors="active")
        found["forced colours"] = violations(page, COLOURS)
        assert not any(found.values()), found


def by_filters(page: Page) -> None:
    page.locator("[name=track]").select_option("fertiliser")
    expect(page.locator("article:visible:not([data-tracks~=fertiliser])")).to_have_count(0)


def by_words_that_nothing_holds(page: Page) -> None:
    page.locator("[name=q]").fill("no such word")
    expect(page.locator("article:visible")).to_have_count(0)


def by_a_card(page: Page) -> None:
    page.locator(FIRST).focus()
    expect(page.locator("#the_card")).to_be_visible()


def by_a_day(page: Page) -> None:
    page.locator("[name=day]").fill("2022-03-01")
    expect(page.locator("article[data-later]").first).to_be_attached()


def by_zooming(page: Page) -> None:
    for _ in range(4):
        page.locator("[data-zoom=in]").click()
    page.wait_for_url("**from=*")


def by_unfolding(page: Page) -> None:
    page.locator("[data-axis-plain]").click()
    page.wait_for_url("**axis=plain*")


STATES: tuple[Callable[[Page], None], ...] = (
    by_filters,
    by_words_that_nothing_holds,
    by_a_card,
    by_a_day,
    by_zooming,
    by_unfolding,
)


@pytest.mark.parametrize("change", STATES, ids=lambda change: change.__name__)
def test_the_timeline_breaks_no_rule_when_changed(
    change: Callable[[Page], None], browser: Browser, site: str
) -> None:
    with visiting(browser, viewport={"width": 1280, "height": 800}) as page:
        page.goto(site + AT_ONCE)
        ready(page)
        page.locator(FIRST).wait_for(state="attached")
        change(page)
        assert violations(page, but=ALIKE) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page, COLOURS, but=ALIKE) == []


def test_the_filters_break_no_rule_when_unfolded_on_a_phone(browser: Browser, site: str) -> None:
    with visiting(browser, viewport={"width": 320, "height": 640}) as page:
        page.goto(site)
        near(page)
        page.locator(".fold-filters").click()
        expect(page.locator("[name=track]")).to_be_visible()
        assert violations(page, but=ALIKE) == []
