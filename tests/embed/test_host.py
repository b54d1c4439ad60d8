"""The page around the frame: what it is told, and what docs/embedding.md tells it to do."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, Route, expect

from tests.embed.conftest import ROOT, Host
from tests.visiting import MOMENT, PATIENCE, drawn, ready

DOCS = (ROOT / "docs" / "embedding.md").read_text("utf-8")


def snippet() -> str:
    """The script that a page is told to have."""
    (script,) = re.findall(r"^```html\n(<script>.*?)^```$", DOCS, re.DOTALL | re.MULTILINE)
    return str(script)


def heard(page: Page) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("heard")
    return found


def height(page: Page, frame: Frame) -> int:
    """The height of the frame's list, once that is what was told last."""
    whole = "Math.ceil(document.documentElement.getBoundingClientRect().height)"
    for _ in range(PATIENCE // MOMENT):
        drawn(frame)
        found = int(frame.evaluate(whole))
        if heard(page)[-1].get("height") == found:
            return found
        page.wait_for_timeout(MOMENT)
    pytest.fail("the height of the list was never told")


def fits(frame: Frame) -> None:
    """Wait until the frame is as high as its list, so that nothing in it scrolls."""
    frame.wait_for_function("() => document.documentElement.scrollHeight === innerHeight")


def test_the_frame_becomes_as_high_as_its_list(page: Page, host: Host) -> None:
    frame = host("?track=fertiliser", snippet())
    page.wait_for_function("() => document.querySelector('iframe').height !== '300'")
    fits(frame)


def test_the_height_follows_the_width(page: Page, host: Host) -> None:
    frame = host("?track=fertiliser", snippet())
    page.wait_for_function("() => document.querySelector('iframe').height !== '300'")
    before = height(page, frame)
    page.set_viewport_size({"width": 300, "height": 700})
    page.wait_for_function(f"() => document.querySelector('iframe').height > {before + 50}")
    fits(frame)


def test_two_frames_keep_their_own_heights(page: Page, site: str, host: Host) -> None:
    other = f'<iframe src="{site}embed.html#abu-dhabi-meeting" title="One" height="999"></iframe>'
    host("?track=fertiliser", snippet() + other)
    heights = "[...document.querySelectorAll('iframe')].map((each) => Number(each.height))"
    page.wait_for_function(f"() => !{heights}.includes(999) && !{heights}.includes(300)")
    low, high = page.evaluate(heights)
    assert low < high


def test_the_height_is_told_in_our_form_and_in_that_of_amp(page: Page, host: Host) -> None:
    """AMP: amp-iframe, "Iframe resizing"."""
    frame = host("?track=fertiliser")
    told = height(page, frame)
    own, amp = heard(page)[-2:]
    assert own == {"type": "backchannel:height", "height": told}
    assert amp == {"sentinel": "amp", "type": "embed-size", "height": told}


def test_nothing_is_told_twice(page: Page, host: Host) -> None:
    frame = host("?track=fertiliser")
    height(page, frame)
    told = [message["height"] for message in heard(page) if "sentinel" not in message]
    assert all(before != after for before, after in pairwise(told))
    assert len(told) <= 3


@pytest.mark.parametrize("view", ["?track=fertiliser", "#abu-dhabi-meeting"])
def test_a_frame_made_by_wordpress_is_understood(page: Page, host: Host, view: str) -> None:
    """WordPress adds a secret to the address, which every message must hold (wp-embed.js)."""
    frame = host(f"{view}#?secret=Abc123")
    if view.startswith("#"):
        expect(frame.locator(".told:visible")).to_have_count(1)
    page.wait_for_function("() => heard.some(({message}) => message === 'height')")
    told = [message for message in heard(page) if message.get("message") == "height"]
    assert told[-1]["secret"] == "Abc123"
    assert told[-1]["value"] > 100
    frame.locator(".told:visible a").first.click()
    page.wait_for_function("() => heard.at(-1).message === 'link'")
    assert "/events/" in heard(page)[-1]["value"]


def test_a_sandbox_shows_what_is_asked_for_where_the_host_allows_it(page: Page, site: str) -> None:
    """As WordPress makes one for sites that it does not know: of an origin of its own."""

    def allowed(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "access-control-allow-origin": "*"}
        route.fulfill(response=answer, headers=headers)

    page.route("**/assets/**", allowed)
    view = "?track=fertiliser#?secret=Abc123"
    page.set_content(f'<iframe sandbox="allow-scripts" src="{site}embed.html{view}"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.locator("h1")).to_contain_text("Ammonia and grain: ")


def test_a_page_that_is_no_frame_tells_nobody(page: Page, site: str) -> None:
    page.add_init_script("heard = []; addEventListener('message', ({data}) => heard.push(data))")
    page.goto(f"{site}embed.html")
    ready(page)
    drawn(page)
    assert heard(page) == []


def test_a_sandbox_without_scripts_shows_the_whole_list(page: Page, site: str) -> None:
    page.set_content(f'<iframe sandbox src="{site}embed.html?track=fertiliser"></iframe>')
    frame = page.frame_locator("iframe")
    expect(frame.locator(".told:visible")).to_have_count(84)


def test_every_name_in_the_documents_table_is_read() -> None:
    """By the modules of the frame, where each is named as text."""
    table = DOCS.split("| in the address", 1)[1].split("\n\n", 1)[0]
    names = set(re.findall(r"`([a-z]+)=", table))
    modules = (ROOT / "assets" / "js").glob("**/*.js")
    code = "".join(path.read_text("utf-8") for path in modules)
    assert {"track", "from", "theme"} <= names
    assert [name for name in sorted(names) if f'"{name}"' not in code] == []
