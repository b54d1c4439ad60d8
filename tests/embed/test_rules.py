"""What pages offer at their foot breaks no rule of HTML or of accessibility."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.axe.rules import COLOURS, violations
from tests.nu import nu_messages
from tests.visiting import ready


def test_the_offer_is_valid_html(built: Path, tmp_path: Path) -> None:
    for page in ("embed.html", "tracks/fertiliser.html", "events/abu-dhabi-meeting.html"):
        (tmp_path / page).parent.mkdir(exist_ok=True)
        shutil.copy(built / page, tmp_path / page)
    assert nu_messages(tmp_path) == []


def test_the_offer_breaks_no_rule_of_accessibility(page: Page, site: str) -> None:
    page.goto(f"{site}events/abu-dhabi-meeting.html")
    ready(page)
    page.locator(".embedding summary").click()
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []


def test_the_offer_is_reached_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}events/abu-dhabi-meeting.html")
    ready(page)
    page.locator(".embedding summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#embed_code")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy the HTML")).to_be_focused()
