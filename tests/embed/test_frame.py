"""The frame in a browser: what its address asks for, told in any size and any colours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.embed.conftest import ROOT, Host
from tests.visiting import drawn, ready, visiting
from timeline import pipeline


def visit(page: Page, site: str, view: str = "") -> Page:
    """The page at that view, told."""
    page.goto(f"{site}embed.html{view}")
    ready(page)
    return page


@pytest.fixture(scope="module")
def events(built: Path) -> list[dict[str, Any]]:
    """The events, as everybody else gets them."""
    found: list[dict[str, Any]] = json.loads((built / "events.json").read_text("utf-8"))["events"]
    return found


def told(page: Page) -> tuple[str, int, int]:
    """What the heading says: what is shown, how many, and of how many."""
    (what, n, total) = re.findall(r"(.*): (\d+) of (\d+) events", page.inner_text("h1"))[0]
    expect(page.locator(".told:visible")).to_have_count(int(n))
    return " ".join(what.split()), int(n), int(total)


def test_the_heading_says_what_is_shown_and_how_many_of_all(
    page: Page, site: str, events: list[dict[str, Any]]
) -> None:
    def count(wanted: Callable[[dict[str, Any]], bool]) -> int:
        return sum(map(wanted, events))

    def takes_part(event: dict[str, Any], **part: str) -> bool:
        return any(part.items() <= each.items() for each in event["actors"])

    united_nations = count(lambda event: takes_part(event, id="united-nations"))
    convenor = count(lambda event: takes_part(event, id="united-nations", role="convenor"))
    on_track = count(lambda event: "fertiliser" in event["tracks"])
    late = count(
        lambda event: (
            "fertiliser" in event["tracks"] and (event["date"]["latest"] or "2022-11") >= "2022-11"
        )
    )
    claimed = count(lambda event: event["certainty"] == "claimed")
    for view, what, n in (
        ("?actor=united-nations", "United Nations", united_nations),
        ("?actor=united-nations&role=convenor", "United Nations as convenor", convenor),
        ("?track=fertiliser", "Ammonia and grain", on_track),
        ("?track=fertiliser&from=2022-11-01", "Ammonia and grain, from 1 November 2022", late),
        ("?certainty=claimed", "Claimed", claimed),
    ):
        visit(page, site, view)
        assert n > 0
        assert told(page) == (what, n, len(events))


@pytest.mark.parametrize(
    "view",
    [
        "?track=prisoner-swaps",
        "?actor=russia&role=party",
        "?source=lewis-conversation&certainty=planned",
        "?q=odesa",
        "?q=zelenskiy+peace&track=peace-settlement",
    ],
)
def test_it_shows_what_the_home_page_shows_at_that_view(page: Page, site: str, view: str) -> None:
    """The names in the address are the same, and words find the same events."""
    page.goto(f"{site}{view}")
    status = page.locator(".shown > [role=status]")
    expect(status).to_have_text(re.compile(r"^(?!84 ).* of 84"))
    shown = int((status.text_content() or "").split()[0])
    assert 0 < shown < 84
    visit(page, site, view)
    expect(page.locator("h1")).to_contain_text(f": {shown} of 84")
    expect(page.locator(".told:visible")).to_have_count(shown)
    expect(page.locator(".same-view")).to_have_attribute("href", f"{site}index.html{view}")


def test_days_are_told_as_people_say_them(page: Page, site: str) -> None:
    for days, words in (
        ("from=2022-07-01&to=2022-07-31", "July 2022"),
        ("from=2022-07-01&to=2022-12-31", "July – December 2022"),
        ("from=2022-01-01&to=2022-12-31", "2022"),
        ("from=2022-07-02&to=2022-07-31", "2 – 31 July 2022"),
        ("from=2022-07-02", "from 2 July 2022"),
        ("to=2022-07-31", "until 31 July 2022"),
        ("from=-0043-01-01&to=2022-07-31", "44 BCE to 31 July 2022"),
    ):
        visit(page, site, f"?{days}")
        # Browsers differ in the blanks around the dash.
        assert told(page)[0].replace(" ", "") == words.replace(" ", "")


def test_an_event_is_shown_for_days_on_which_it_may_have_happened(page: Page, site: str) -> None:
    """The exchange began on some day of a stretch, and the war goes on."""
    visit(page, site, "?from=2022-12-15&to=2022-12-15")
    expect(page.locator("#invasion")).to_be_hidden()
    lasting = page.locator(".told[data-lasts]:not([data-to])")
    assert lasting.count() > 0
    assert all(each.is_visible() for each in lasting.all())


def test_months_without_an_event_are_closed(page: Page, site: str) -> None:
    visit(page, site, "?track=washington-moscow")
    for period in page.locator(".period:visible").all():
        assert period.locator(".told:visible").count() > 0
    expect(page.locator(".period:visible")).not_to_have_count(page.locator(".period").count())


def test_a_fragment_alone_shows_one_event(page: Page, site: str) -> None:
    visit(page, site, "#abu-dhabi-meeting")
    expect(page.locator(".told:visible")).to_have_count(1)
    expect(page.locator("h1")).to_have_text("Back channels: 1 of 84 events")


def test_nothing_left_says_what_to_loosen_and_by_how_much(page: Page, site: str) -> None:
    visit(page, site, "?track=fertiliser&actor=elon-musk&theme=light")
    answer = page.locator(".answer")
    expect(answer).to_contain_text("No event matches.")
    link = answer.get_by_role("link", name="Remove the actor filter?")
    n = int((link.text_content() or "").partition("(")[2].rstrip(")"))
    link.click()
    expect(page).to_have_url(f"{site}embed.html?track=fertiliser&theme=light")
    expect(page.locator(".told:visible")).to_have_count(n)


def test_what_alone_leaves_nothing_is_not_offered(page: Page, site: str) -> None:
    visit(page, site, "?track=fertiliser&q=no+such+word+anywhere")
    first, last = page.locator(".answer a").all_text_contents()
    assert first.startswith("Remove the search words?")
    assert last == "Show all events"


@pytest.mark.parametrize(
    ("view", "said"),
    [
        ("?track=ammonia", "There is no track “ammonia” here."),
        ("?actor=un", "There is no actor “un” here."),
        ("#nothing", "There is no event “nothing” in this list."),
        ("?from=2022-13-01", "“2022-13-01” is no day, so every day counts."),
    ],
)
def test_what_is_not_known_is_said(page: Page, site: str, view: str, said: str) -> None:
    visit(page, site, view)
    expect(page.locator(".answer")).to_contain_text(said)


def test_markup_in_the_address_is_text(page: Page, site: str) -> None:
    visit(page, site, "?track=<img src=x onerror=alert(1)>&q=<b>")
    expect(page.locator("h1")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("main img, main b")).to_have_count(0)


@pytest.mark.parametrize("view", ["", "?track=fertiliser", "?track=nothing&from=2022"])
def test_it_fits_any_width(page: Page, site: str, view: str) -> None:
    visit(page, site, view)
    outside = """[...document.querySelectorAll('html, main *')].filter((each) => {
      const { left, right, width } = each.getBoundingClientRect();
      return width && (left < -1 || right > innerWidth + 1); }).map((each) => each.className)"""
    for width in (240, 300, 600, 1200, 1600):
        page.set_viewport_size({"width": width, "height": 200})
        drawn(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        assert page.evaluate(outside) == [], width


def test_a_low_frame_scrolls_inside(browser: Browser, site: str) -> None:
    with visiting(browser, viewport={"width": 300, "height": 120}) as page:
        visit(page, site)
        page.locator(".same-view").scroll_into_view_if_needed()
        expect(page.locator(".same-view")).to_be_in_viewport()


def test_colours_are_the_readers_unless_the_address_asks_for_others(page: Page, site: str) -> None:
    paper = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/)[0] < 128"
    schemes: tuple[Literal["light", "dark"], ...] = ("light", "dark")
    for asked in ("", "light", "dark", "blue"):
        visit(page, site, f"?theme={asked}")
        for preferred in schemes:
            page.emulate_media(color_scheme=preferred)
            expected = asked if asked in ("light", "dark") else preferred
            assert page.evaluate(paper) == (expected == "dark"), (asked, preferred)


def test_lanes_stand_for_the_tracks_of_what_is_shown(page: Page, site: str) -> None:
    visit(page, site, "?actor=turkey")
    expect(page.locator(".lanes")).to_have_attribute("aria-hidden", "true")
    shown = page.locator(".told:visible").all()
    tracks = {(each.get_attribute("data-tracks") or "").split()[0] for each in shown}
    expect(page.locator(".lanes .lane:not(.foot)")).to_have_count(len(tracks))
    expect(page.locator(".lanes .mark")).to_have_count(len(shown))


@pytest.mark.parametrize("view", ["#abu-dhabi-meeting", "?track=nothing"])
def test_too_little_to_compare_has_no_lanes(page: Page, site: str, view: str) -> None:
    visit(page, site, view)
    expect(page.locator(".lanes")).to_have_count(0)


def test_words_on_the_axis_do_not_overlap(page: Page, site: str) -> None:
    visit(page, site)
    for row in (".word.tick", ".word:is(.year, .gap)"):
        expect(page.locator(row).nth(1)).to_be_visible()
        edges = page.locator(row).evaluate_all("""all =>
            all.map((each) => each.getBoundingClientRect()).map((at) => [at.left, at.right])""")
        for (_, end), (start, _) in pairwise(sorted(edges)):
            assert end <= start


def test_without_script_it_is_the_whole_list(browser: Browser, site: str) -> None:
    with visiting(browser, java_script_enabled=False) as page:
        page.goto(f"{site}embed.html?track=fertiliser")
        expect(page.locator(".told:visible")).to_have_count(84)


def test_from_a_disk_it_is_the_whole_list(browser: Browser, built: Path) -> None:
    with visiting(browser) as page:
        page.goto((built / "embed.html").as_uri())
        expect(page.locator(".told:visible")).to_have_count(84)


def test_links_open_a_tab_of_their_own(page: Page, host: Host) -> None:
    frame = host("?track=fertiliser")
    with page.context.expect_page() as opened:
        frame.locator(".told:visible a").first.click()
    expect(opened.value).to_have_url(re.compile("/events/"))
    assert opened.value.evaluate("opener") is None


@pytest.mark.parametrize("view", ["", "#abu-dhabi-meeting", "?track=nothing"])
def test_the_first_link_leads_past_the_events(page: Page, site: str, view: str) -> None:
    """A list of many links stands between the words before a frame and those below it."""
    heading = visit(page, site, view).inner_text("h1")
    skip = page.get_by_role("link").first
    expect(skip).to_have_text("Skip the events")
    skip.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".origin-title")).to_be_focused()
    assert page.inner_text("h1") == heading


def test_a_timeline_without_events_says_so_and_offers_nothing_else(
    page: Page, served: Callable[..., str], tmp_path: Path
) -> None:
    assert not pipeline.build(ROOT / "tests" / "sites" / "empty", tmp_path).has_errors
    visit(page, served(tmp_path))
    expect(page.get_by_text("No event has been written down yet.")).to_be_visible()
    expect(page.locator(".answer")).to_have_count(0)
