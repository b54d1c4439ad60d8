"""A chart of hundreds of events: what is touched while it is zoomed and moved, and what is not."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.serving import serving
from tests.synthetic import timeline, write
from tests.visiting import ready


def named(page: Page, condition: str) -> None:
    """Wait until a condition holds for `named`, the places of all labels that are switched on."""
    page.wait_for_function(f"""() => {{
        const named = [...document.querySelectorAll('.label[data-named]')].map(
            (label) => Number(label.closest('.mark').style.getPropertyValue('--a')));
        return {condition};
    }}""")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("timeline")
    write(timeline(300), folder, "index.html")
    with serving(folder) as address:
        yield address


@pytest.fixture
def home(page: Page, site: str) -> Page:
    page.goto(site)
    page.locator(".chart-window").scroll_into_view_if_needed()
    ready(page)
    expect(page.locator('.chart-window ol [tabindex="0"]')).to_have_count(1)
    return page


def test_no_lane_is_laid_out_anew_by_the_zoom_itself(home: Page) -> None:
    """Lanes keep their width to the last part of a pixel: a sixty-fourth more, and all of them
    would be laid out in the one frame.
    """
    before, after = home.locator("timeline-chart").evaluate(
        """chart => {
            const lists = [...chart.querySelectorAll('.lane ol')];
            const before = lists.map((list) => list.getBoundingClientRect().width);
            chart.zoomBy(2);
            return [before, lists.map((list) => parseFloat(getComputedStyle(list).inlineSize))];
        }"""
    )
    assert after == before


def test_only_labels_near_the_window_are_shown(home: Page) -> None:
    """Hundreds of labels out of sight would be laid out and drawn with every step of a zoom."""
    home.locator("timeline-chart").evaluate("chart => chart.zoomBy(16)")
    named(home, "named.some((at) => at > 0.9)")
    named(home, "!named.some((at) => at < 0.8)")


def test_labels_are_there_where_the_window_goes(home: Page) -> None:
    chart = home.locator("timeline-chart")
    chart.evaluate("chart => chart.zoomBy(16)")
    named(home, "named.some((at) => at > 0.9)")
    chart.evaluate("chart => chart.show(0.4)")
    named(home, "named.some((at) => at > 0.4 && at < 0.46)")
    named(home, "!named.some((at) => at > 0.9)")


def test_a_heap_leads_to_its_event_and_leaves_the_view_as_it_is(home: Page) -> None:
    """Its link must not hold the view of the moment at which it was made."""
    home.evaluate("window.isSame = true")
    home.locator(".chart-window ol [tabindex='0']").focus()
    while not home.evaluate("document.activeElement.matches('.heap > a')"):
        home.keyboard.press("ArrowLeft")
    event = home.evaluate("document.activeElement.hash")
    home.locator("timeline-chart").evaluate("chart => chart.zoomBy(1.01)")
    home.wait_for_url("**from=**")
    home.keyboard.press("Enter")
    home.wait_for_url(f"**from=**{event}")
    expect(home.locator(event)).to_be_in_viewport()
    assert home.evaluate("isSame")


def test_a_way_to_an_event_is_laid_out_bit_by_bit(home: Page) -> None:
    """The link answers at once, and nothing above the event takes less room when one is there."""
    id = "event-100"
    mark = home.locator(f".mark > a[href='#{id}']")
    assert mark.evaluate("link => { link.click(); return location.hash; }") == ""
    home.wait_for_url(f"**#{id}")
    laid = home.locator(".entry[data-laid]")
    assert 10 <= laid.count() < 20
    assert "event-95" in laid.evaluate_all("parts => parts.map((part) => part.id)")


def test_a_mark_leads_to_its_event_when_the_network_is_gone(page: Page, site: str) -> None:
    page.route("**/frames.js", lambda route: route.abort())
    page.goto(site)
    mark = page.locator(".mark > a[href='#event-100']")
    mark.evaluate("link => link.click()")
    page.wait_for_url("**#event-100")
    expect(page.locator("#event-100")).to_be_in_viewport()
