"""A whole visit to the flagship with the keyboard alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.serving import serving
from tests.visiting import visiting
from timeline import pipeline


@pytest.fixture(scope="module")
def flagship(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("flagship")
    pipeline.build(Path(__file__).parents[2] / "content", folder)
    with serving(folder) as address:
        yield address


@pytest.fixture
def home(browser: Browser, flagship: str) -> Iterator[Page]:
    with visiting(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(flagship)
        status(page).filter(has_text="events shown").wait_for()
        yield page


def status(page: Page) -> Locator:
    return page.locator("timeline-filters [role=status]").first


def tab_to(page: Page, wanted: Locator, most: int = 150) -> None:
    """Press Tab until `wanted` has the focus; fails when it has not after `most` times."""
    for _ in range(most):
        if wanted.evaluate("element => element === document.activeElement", timeout=5000):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {wanted}")


def choose(page: Page, name: str, words: str) -> None:
    """Choose in a list as its keys do: by typing how the choice begins."""
    tab_to(page, page.locator(f"select[name={name}]"))
    page.keyboard.type(words)
    page.keyboard.press("Enter")


def test_a_whole_visit_needs_no_pointer(home: Page, flagship: str) -> None:
    choose(home, "track", "Ammonia")
    home.wait_for_url("**?track=fertiliser")
    choose(home, "actor", "Abu")
    home.wait_for_url("**actor=abu-dhabi")

    home.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    tab_to(home, home.locator("[name=day]"))
    home.keyboard.type("11172022")
    home.wait_for_url("**day=2022-11-17")
    view = home.url
    told = status(home).text_content()

    mark = home.locator('.chart-window ol [tabindex="0"]')
    tab_to(home, mark)
    home.keyboard.press("Home")
    for _ in range(10):
        if home.evaluate("document.activeElement.hash") == "#abu-dhabi-meeting":
            break
        home.keyboard.press("ArrowRight")
    home.keyboard.press("Enter")
    home.wait_for_url("**#abu-dhabi-meeting")

    tab_to(home, home.locator('#abu-dhabi-meeting a[href="events/abu-dhabi-meeting.html"]').first)
    home.keyboard.press("Enter")
    home.wait_for_url("**/events/abu-dhabi-meeting.html")
    tab_to(home, home.locator("copy-link button"))
    home.keyboard.press("Enter")
    expect(home.locator("copy-link [role=status]")).not_to_be_empty()
    copied = home.evaluate("navigator.clipboard.readText()")
    assert copied == f"{flagship}events/abu-dhabi-meeting.html"

    # The keys for Back are the browser's own, and reach no page of a headless one.
    home.go_back()
    home.wait_for_url("**#abu-dhabi-meeting")
    home.go_back()
    home.wait_for_url(view)
    # The browser loads the page anew and goes on to another view of it before that is done.
    expect(status(home)).to_have_text(told or "", timeout=20_000)
    expect(home.locator("[name=day]")).to_have_value("2022-11-17")
