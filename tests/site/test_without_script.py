"""With scripts off, and on paper, nothing of the timeline is out of reach."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.serving import serving
from tests.visiting import visiting

SITES = {
    "flagship": Path(__file__).parents[2] / "content",
    "comet": Path(__file__).parents[1] / "sites" / "comet",
}


@pytest.fixture(scope="module", params=SITES)
def site(
    request: pytest.FixtureRequest, site_of: Callable[[Path], Path]
) -> Iterator[tuple[str, Any]]:
    """The site's address, and its events.json."""
    folder = site_of(SITES[request.param])
    with serving(folder) as address:
        yield address, json.loads((folder / "events.json").read_text("utf-8"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with visiting(browser, java_script_enabled=False) as page:
        yield page


def letters(text: str) -> str:
    """What is left of a text however its lines were broken, hyphenated and set in capitals."""
    return "".join(letter for letter in text if letter.isalnum()).casefold()


def test_home_page_tells_every_event_claim_and_state(page: Page, site: tuple[str, Any]) -> None:
    address, data = site
    labels = {state["id"]: state["label"] for state in data["timeline"]["states"]}
    page.goto(address)
    for event in data["events"]:
        entry = page.locator(f"[id='{event['id']}']")
        # What is far from view is laid out, and has a text to read, only when one comes near.
        entry.scroll_into_view_if_needed()
        expect(entry).to_contain_text(event["title"], use_inner_text=True)
        told = letters(entry.inner_text())
        words = [event["title"], *(claim["text"] for claim in event["claims"])]
        words += [labels[state] for state in event["state"].values()]
        assert [text for text in words if letters(text) not in told] == []


def test_every_source_is_one_step_from_the_home_page(page: Page, site: tuple[str, Any]) -> None:
    address, data = site
    page.goto(address)
    page.locator("nav a[href='sources/index.html']").first.click()
    page.wait_for_url("**/sources/index.html")
    told = letters(page.locator("main").inner_text())
    assert [s["id"] for s in data["sources"] if letters(s["title"]) not in told] == []


def test_no_control_is_shown_that_does_nothing(page: Page, site: tuple[str, Any]) -> None:
    page.goto(site[0])
    assert page.locator(":is(button, input, select):enabled:visible").all_inner_texts() == []


def test_printed_home_page_holds_every_title(page: Page, site: tuple[str, Any]) -> None:
    address, data = site
    page.goto(address)
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    told = letters("".join(sheet.extract_text() for sheet in printed.pages))
    assert [e["id"] for e in data["events"] if letters(e["title"]) not in told] == []
