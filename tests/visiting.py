"""A reader's page that lets no request to another host, failing script or broken policy go by.

Whoever waits for something on it gives `wait_for_function` a function: an expression is evaluated
anew at every look, which the pages' own policy forbids at all but the first.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Frame, Page, Response, WebError, expect

MOMENT = 50
"""Milliseconds."""

PATIENCE = 60_000
"""Milliseconds that a test waits at most for what it expects. Slow machines are slow; what never
comes fails all the same."""

SLOWDOWN = float(os.environ.get("BACKCHANNEL_SLOWDOWN", "1"))
"""By how many times the processor of pages is slowed down: tests must hold at any speed."""

LEFT = "Failed to fetch dynamically imported module"
"""What a browser says of a script that it was bringing when the page was left; of one that is not
there at all the answer to its request tells."""

READY = """() => {
  const isWaiting = document.querySelector(':root:has([src$="/main.js"]) body:not([data-faced])');
  const isLeft = [...document.fonts].every(
    ({ family, status }) => !family.includes('As wide') || status === 'error');
  return document.fonts.status === 'loaded' && (!isWaiting || isLeft)
    && !document.querySelector(':not(:defined), timeline-embed:not([aria-busy=false])');
}"""
"""Where the machine has none of the faces that are as wide, words stay as they are."""

DRAWN = """() => new Promise((resume) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resume))))"""

expect.set_options(timeout=PATIENCE)


def is_elsewhere(address: str) -> bool:
    """Whether `address` is on another host; files and `data:` are on none."""
    return urlsplit(address).hostname not in (None, "127.0.0.1")


@contextmanager
def visiting(browser: Browser, **options: Any) -> Iterator[Page]:
    """A page in a fresh context of `browser`, made with Playwright's `options` for contexts.

    Requests to other hosts go nowhere (tests/browser.py). Raises AssertionError at the end, with
    each of them, each error that no script caught and each breach of the page's own
    Content-Security-Policy.
    """
    complaints: list[str] = []

    def note(address: str) -> None:
        if is_elsewhere(address):
            complaints.append(f"the page asked another host for {address}")

    def hear(error: WebError) -> None:
        if LEFT not in str(error.error):
            complaints.append(f"a script failed: {error.error}")

    def check(response: Response) -> None:
        if response.request.resource_type == "script" and response.status >= 400:
            complaints.append(f"a script is not there: {response.url}")

    def listen(message: ConsoleMessage) -> None:
        if message.type == "error" and "Content Security Policy" in message.text:
            complaints.append(message.text)

    # A service worker's requests would not be heard of.
    context = browser.new_context(service_workers="block", **options)
    context.set_default_timeout(PATIENCE)
    context.on("weberror", hear)
    context.on("response", check)
    context.on("console", listen)
    context.on("request", lambda request: note(request.url))
    context.on("page", lambda page: page.on("websocket", lambda socket: note(socket.url)))
    page = context.new_page()
    if SLOWDOWN != 1:
        throttle = {"rate": SLOWDOWN}
        context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", throttle)
    try:
        yield page
        # What the page asked for at the last moment is told a moment later.
        page.wait_for_timeout(MOMENT)
    finally:
        context.close()
    assert not complaints, "\n".join(complaints)


def near(page: Page) -> None:
    """Bring the timeline of the page, if it has one, so near that its scripts begin."""
    page.evaluate("document.querySelector('timeline-chart .chart-window')?.scrollIntoView()")


def ready(page: Page | Frame) -> None:
    """Wait until every script of the page has begun, and the faces of its text are there.

    A page without a place in its address begins those of a timeline when it comes `near`.
    """
    page.wait_for_function(READY, polling=MOMENT)


def drawn(page: Page | Frame) -> None:
    """Wait until what has changed is drawn, and those who watch its size have been told."""
    page.evaluate(DRAWN)
