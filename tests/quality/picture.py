"""The picture in the README: the home page as a visitor with a wide window meets it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.serving import serving
from tests.visiting import visiting


def take(site: Path, browser: Browser, target: Path) -> None:
    """Save the state of play and the lanes of a built site's home page as a PNG."""
    window = {"width": 1280, "height": 1000}
    with serving(site) as root, visiting(browser, viewport=window) as page:
        page.goto(root, wait_until="networkidle")
        page.locator("#the_timeline").scroll_into_view_if_needed()
        page.evaluate("scrollTo(0, document.querySelector('#the_timeline').offsetTop - 24)")
        page.wait_for_timeout(500)
        page.screenshot(path=target)
