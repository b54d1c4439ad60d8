"""A whole visit to the flagship with the keyboard alone."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.visiting import near, ready, visiting


@pytest.fixture
def site(flagship: Path, served: Callable[[Path], str]) -> str:
    return served(flagship)


@pytest.fixture
def home(browser: Browser, site: str) -> Iterator[Page]:
    with visiting(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(site)
        near(page)
        ready(page)
        page.evaluate("scrollTo(0, 0)")
        yield page


def status(page: Page) -> Locator:
    return page.locator("timeline-filters [role=status]").first


def tab_to(page: Page, wanted: Locator, most: int = 150) -> None:
    """Press Tab until `wanted` has the focus; fails when it has not after `most` times."""
    for _ in range(most):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {wanted}")


def choose(page: Page, name: str, value: str) -> None:
    """Choose in a list by its first letter, as often as it takes to come to the value."""
    select = page.locator(f"select[name={name}]")
    tab_to(page, select)
    letter = select.locator(f"option[value={value}]").inner_text()[0]
    for _ in range(select.locator("option").count()):
        page.keyboard.press(letter)
        if select.input_value() == value:
            return
    pytest.fail(f"{letter} does not lead to {value}")


def test_a_whole_visit_needs_no_pointer(home: Page, site: str, flagship: Path) -> None:
    choose(home, "track", "fertiliser")
    home.wait_for_url("**?track=fertiliser")
    choose(home, "actor", "abu-dhabi")
    home.wait_for_url("**actor=abu-dhabi")
    events = json.loads((flagship / "events.json").read_text("utf-8"))["events"]
    left = [
        event
        for event in events
        if "fertiliser" in event["tracks"]
        and "abu-dhabi" in [actor["id"] for actor in event["actors"]]
    ]
    told = f"{len(left)} of {len(events)} events shown"
    expect(status(home)).to_have_text(told)
    expect(home.locator("article:visible")).to_have_count(len(left))

    home.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    tab_to(home, home.locator("[name=day]"))
    home.keyboard.type("11172022")
    home.wait_for_url("**day=2022-11-17")
    view = home.url

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
    assert copied == f"{site}events/abu-dhabi-meeting.html"

    # The keys for Back are the browser's own, and reach no page of a headless one.
    home.go_back()
    home.wait_for_url("**#abu-dhabi-meeting")
    home.go_back()
    home.wait_for_url(view)
    # The browser loads the page anew and goes on to another view of it before that is done.
    expect(status(home)).to_have_text(told)
    expect(home.locator("[name=day]")).to_have_value("2022-11-17")
