"""The timeline in hands: dragged, pinched, scrolled beside its text, from right to left."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving
from tests.synthetic import timeline, write
from tests.visiting import near, ready, visiting

FIRST_LINK = '.chart-window ol [tabindex="0"]'
#: Whether all lanes are as wide as the time.
AS_WIDE = """[...document.querySelectorAll(".lane ol")].every((lane) => Math.abs(
  lane.getBoundingClientRect().width
  - document.querySelector(".overlay").getBoundingClientRect().width) < 0.1)"""


@pytest.fixture(scope="module", params=["en", "he"], ids=["from-left", "from-right"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same timeline in a language that runs from left to right, and in one that does not."""
    folder = tmp_path_factory.mktemp("timeline")
    made = timeline(40)
    write(replace(made, about=replace(made.about, language=request.param)), folder, "index.html")
    with serving(folder) as address:
        yield address


@pytest.fixture
def home(page: Page, site: str) -> Page:
    open_chart(page, site)
    return page


def open_chart(page: Page, site: str) -> None:
    """Go to the chart, and wait until it can be used: its script begins when it comes near."""
    page.goto(site)
    near(page)
    ready(page)
    page.locator(FIRST_LINK).wait_for(state="attached")


def ahead(page: Page) -> int:
    """1 where the later is further right, -1 where it is further left."""
    return -1 if page.locator("html").get_attribute("dir") == "rtl" else 1


def shown(page: Page) -> tuple[float, float]:
    """The fractions of the time between which the window stands."""
    found = page.locator("timeline-chart").evaluate("chart => [chart.shown.from, chart.shown.to]")
    return found[0], found[1]


def shows(page: Page, condition: str) -> None:
    """Wait until the window stands between fractions, `from` and `to`, that meet a condition."""
    chart = "document.querySelector('timeline-chart').shown"
    page.wait_for_function(f"() => (({{from, to}}) => {condition})({chart})")


def zoom_in(page: Page) -> None:
    """Zoom to an eighth of the time, at its latest."""
    page.locator("timeline-chart").evaluate("chart => chart.zoomBy(8)")
    shows(page, "from > 0.8")


def middle(page: Page, selector: str) -> tuple[float, float]:
    element = page.locator(selector).first
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_the_page_begins_at_the_latest(home: Page) -> None:
    home.set_viewport_size({"width": 400, "height": 800})
    open_chart(home, home.url)
    shows(home, "from > 0.1 && to > 0.99")


def test_a_mouse_drags_the_time(home: Page) -> None:
    zoom_in(home)
    before = shown(home)[0]
    x, y = middle(home, ".chart-window")
    box = home.locator(".axis").bounding_box()
    assert box
    home.mouse.move(x, box["y"] + 40)
    home.mouse.down()
    home.mouse.move(x + ahead(home) * 200, y, steps=5)
    home.mouse.up()
    shows(home, f"{before} - from > 0.005 && {before} - from < 0.1")
    expect(home.locator("[name=day]")).to_have_value("")


def test_dragging_the_time_chooses_no_words(home: Page) -> None:
    zoom_in(home)
    x, _ = middle(home, ".chart-window")
    box = home.locator(".lane ol").nth(1).bounding_box()
    assert box
    home.mouse.move(x, box["y"] - 8)
    home.mouse.down()
    home.mouse.move(x + ahead(home) * 150, box["y"] + 90, steps=5)
    assert home.evaluate("String(getSelection())") == ""
    home.mouse.up()


def test_a_click_on_the_axis_still_chooses_a_day(home: Page) -> None:
    x, _ = middle(home, ".axis > div")
    box = home.locator(".axis").bounding_box()
    assert box
    home.mouse.click(x, box["y"] + 35)
    expect(home.locator("[name=day]")).not_to_have_value("")


def test_arrow_keys_lead_the_way_that_the_text_runs(home: Page) -> None:
    home.locator(FIRST_LINK).focus()
    home.keyboard.press("Home")
    order = home.evaluate("import('./assets/js/page.js').then((m) => m.entries.map((e) => e.id))")
    for at in (1, 2):
        home.keyboard.press("ArrowRight" if ahead(home) == 1 else "ArrowLeft")
        home.wait_for_function(f"() => document.activeElement.hash === '#{order[at]}'")


def test_the_overview_moves_the_window_by_pointer_and_keys(home: Page) -> None:
    zoom_in(home)
    _, y = middle(home, "timeline-overview")
    box = home.locator("timeline-overview").bounding_box()
    assert box
    home.mouse.click(box["x"] + (2 if ahead(home) == 1 else box["width"] - 2), y)
    shows(home, "from < 0.01")
    window = home.locator(".overview-window")
    window.focus()
    home.keyboard.press("End")
    shows(home, "to > 0.99")
    home.keyboard.press("ArrowLeft" if ahead(home) == 1 else "ArrowRight")
    shows(home, "to < 0.999")
    expect(window).to_have_attribute("aria-valuetext", re.compile("."))


def test_zooming_keeps_what_is_under_the_pointer(home: Page) -> None:
    x, y = middle(home, ".lane ol")
    day = "chart => chart.scale.day((chart.shown.from + chart.shown.to) / 2)"
    before = home.locator("timeline-chart").evaluate(day)
    home.mouse.move(x, y)
    home.keyboard.down("Control")
    for at_most in (0.6, 0.4, 0.2):
        home.mouse.wheel(0, -200)
        shows(home, f"to - from < {at_most}")
    home.keyboard.up("Control")
    assert home.locator("timeline-chart").evaluate(day) == pytest.approx(before, abs=5)


def test_two_fingers_zoom(browser: Browser, site: str) -> None:
    with visiting(browser, has_touch=True) as page:
        open_chart(page, site)
        x, y = middle(page, ".lane ol")
        session = page.context.new_cdp_session(page)

        def touch(kind: str, apart: float) -> None:
            points = [{"x": x + apart * side, "y": y} for side in (-0.5, 0.5)]
            event = {"type": kind, "touchPoints": points if kind != "touchEnd" else []}
            session.send("Input.dispatchTouchEvent", event)

        touch("touchStart", 40)
        for apart in range(50, 200, 10):
            touch("touchMove", apart)
        touch("touchEnd", 0)
        page.wait_for_url("**from=*")
        shows(page, "to - from < 0.5")


def test_the_mark_of_the_entry_that_is_read_stands_out(home: Page) -> None:
    for at in (20, 30):
        home.locator("article").nth(at).evaluate("entry => entry.scrollIntoView({block: 'start'})")
        home.mouse.wheel(0, -200)
        home.wait_for_function("""() => {
            const link = document.querySelector('.mark[data-reading] a');
            const entry = link && document.querySelector(link.hash).getBoundingClientRect();
            return entry && entry.bottom > 0 && entry.top < innerHeight;
        }""")


def test_a_chosen_mark_leads_to_its_entry_and_back(home: Page) -> None:
    link = home.locator(FIRST_LINK)
    chosen = str(link.evaluate("link => link.hash"))
    link.focus()
    home.keyboard.press("Enter")
    expect(home.locator(chosen)).to_be_in_viewport()
    expect(home.locator(".mark[data-current] a")).to_have_attribute("href", chosen)
    home.go_back()
    expect(home.locator(".mark[data-current]")).to_have_count(0)


def test_nothing_moves_by_itself_where_less_motion_is_asked_for(
    browser: Browser, site: str
) -> None:
    with visiting(browser, reduced_motion="reduce") as page:
        open_chart(page, site)
        page.locator("[data-zoom=in]").click()
        page.locator(".lane a").first.hover()
        assert page.evaluate("document.getAnimations().length") == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_a_large_chart_is_crisp_again_soon_after_zooming(page: Page, tmp_path: Path) -> None:
    """While it is zoomed its lanes are but stretched; then each is laid out anew."""
    write(timeline(300), tmp_path, "index.html")
    with serving(tmp_path) as address:
        open_chart(page, address)
        page.locator("[data-zoom=in]").click()
        page.wait_for_url("**from=*")
        lanes = page.locator(".lane ol")
        for lane in lanes.all():
            expect(lane).to_have_css("scale", "1")
        widths = "lanes => lanes.map((lane) => lane.offsetWidth)"
        assert set(lanes.evaluate_all(widths)) == {
            page.locator(".overlay").evaluate("overlay => overlay.offsetWidth")
        }
        expect(page.locator(".label[data-named]")).not_to_have_count(0)


@pytest.mark.parametrize("events", [30, 300], ids=["small", "large"])
def test_a_zoomed_chart_follows_the_window_and_fits_paper(
    page: Page, tmp_path: Path, events: int
) -> None:
    """Whatever has been zoomed or laid out before, all of the time is as wide as its lanes."""
    write(timeline(events), tmp_path, "index.html")
    with serving(tmp_path) as address:
        open_chart(page, address)
        page.locator("[data-zoom=in]").click()
        page.wait_for_url("**from=*")
        for width in (900, 1400):
            page.set_viewport_size({"width": width, "height": 700})
            page.wait_for_function(f"() => {AS_WIDE}")
        page.emulate_media(media="print")
        page.wait_for_function(f"() => {AS_WIDE}")
        window, sheet = (
            page.locator(part).evaluate("part => part.offsetWidth")
            for part in (".chart-window", ".sheet")
        )
        assert sheet <= window
