"""oEmbed (https://oembed.com): what is answered, how it is found, and what readers can copy."""

from __future__ import annotations

import json
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.embed.conftest import URL
from tests.exports.making import event, timeline, withdrawn
from tests.render.telling import parsed, text
from tests.visiting import visiting
from timeline.exports import oembed
from timeline.model.overview import LIMIT

PAGES = {
    "index.html": "",
    "tracks/fertiliser.html": "?track=fertiliser",
    "actors/united-nations.html": "?actor=united-nations",
    "events/abu-dhabi-meeting.html": "#abu-dhabi-meeting",
}


def answer(built: Path, page: str) -> dict[str, Any]:
    """What is answered for a page, found as oEmbed's consumers find it (4: Discovery)."""
    html = parsed((built / page).read_text("utf-8"))
    (link,) = html.css('link[rel=alternate][type="application/json+oembed"]')
    address = link.attributes["href"] or ""
    assert address.startswith(URL)
    assert link.attributes["title"]
    found: dict[str, Any] = json.loads((built / address.removeprefix(URL)).read_text("utf-8"))
    return found


@pytest.mark.parametrize("page", PAGES)
def test_an_answer_has_what_the_specification_wants(built: Path, page: str) -> None:
    """2.3.4.4: a rich answer has html, width and height; 2.3.4: all of a thumbnail or nothing."""
    said = answer(built, page)
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert (said["provider_name"], said["provider_url"]) == ("Back channels", URL)
    assert all(isinstance(said[each], int) for each in ("width", "height"))
    assert (said["thumbnail_width"], said["thumbnail_height"]) == (1200, 630)
    assert (built / said["thumbnail_url"].removeprefix(URL)).is_file()
    assert "author_name" not in said


@pytest.mark.parametrize("page", PAGES)
def test_the_frame_shows_what_the_page_is_about(built: Path, page: str) -> None:
    said = answer(built, page)
    frame = parsed(said["html"]).css_first("iframe")
    assert frame
    assert frame.attributes == {
        "src": f"{URL}embed.html{PAGES[page]}",
        "title": said["title"],
        "width": str(said["width"]),
        "height": str(said["height"]),
        "loading": "lazy",
        "style": "border: 0; width: 100%",
    }


@pytest.mark.parametrize("page", PAGES)
def test_a_page_offers_the_html_of_its_answer(built: Path, page: str) -> None:
    html = (built / page).read_text("utf-8")
    written = html.partition('<textarea id="embed_code"')[2].partition(">")[2]
    assert unescape(written.partition("</textarea>")[0]) == answer(built, page)["html"]


@pytest.mark.parametrize("page", ["about.html", "when/2022-11.html", "sources/lewis-scroll.html"])
def test_what_a_frame_cannot_show_is_not_offered(built: Path, page: str) -> None:
    html = parsed((built / page).read_text("utf-8"))
    assert html.css('.embedding, link[type="application/json+oembed"]') == []


def test_without_a_public_address_nothing_is_answered() -> None:
    """Others could not find the frame."""
    assert oembed.render(timeline(event("a"))) == {}


def test_titles_are_escaped_in_html_and_plain_beside_it() -> None:
    told = timeline(event("a", title='A "deal" <b> & more'), url="https://example.org/")
    said = json.loads(oembed.render(told)["oembed/events/a.json"])
    assert said["title"] == 'A "deal" <b> & more · Back channels'
    frame = parsed(said["html"]).css_first("iframe")
    assert frame
    assert frame.attributes["title"] == said["title"]
    assert parsed(said["html"]).css("b") == []


def test_only_what_has_events_is_answered_for() -> None:
    told = timeline(
        event("a", actors=()), event("b", withdrawn=withdrawn("2023-01-09")), url="https://e.org"
    )
    assert set(oembed.render(told)) == {
        "oembed/index.json", "oembed/tracks/ammonia.json", "oembed/events/a.json",
    }  # fmt: skip


def test_only_events_that_the_frame_lists_are_answered_for() -> None:
    many = [event(f"e{n}", f"{1000 + n}") for n in range(LIMIT + 1)]
    answers = oembed.render(timeline(*many, url="https://example.org/"))
    assert "oembed/events/e0.json" not in answers
    assert len([each for each in answers if each.startswith("oembed/events/")]) == LIMIT


def test_the_html_is_copied_with_one_press(browser: Browser, built: Path, site: str) -> None:
    with visiting(browser, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.goto(f"{site}tracks/fertiliser.html")
        # By keys: the foot of the page may still move while heights are measured above it.
        page.locator(".embedding summary").press("Enter")
        page.get_by_role("button", name="Copy the HTML").press("Enter")
        expect(page.locator(".embedding [role=status]")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == answer(built, "tracks/fertiliser.html")["html"]


def test_the_html_can_be_selected_without_script(browser: Browser, site: str) -> None:
    with visiting(browser, java_script_enabled=False) as page:
        page.goto(f"{site}tracks/fertiliser.html")
        page.locator(".embedding summary").click()
        field = page.get_by_label("HTML that shows this")
        expect(field).to_be_visible()
        expect(field).not_to_be_editable()
        expect(page.locator(".embedding a")).to_be_hidden()


def test_the_frame_itself_offers_nothing(built: Path) -> None:
    html = (built / "embed.html").read_text("utf-8")
    assert "oembed" not in html
    assert text(html, ".origin-title") == "Back channels"
