"""A timeline that is too large for one page: its months are brought as a reader zooms in.

What is not there yet is waited for with `there`: `expect` would describe the whole page, which
is large, at every look.
"""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from tests.axe.rules import violations
from tests.serving import serving
from tests.synthetic import timeline, write
from timeline import pipeline
from timeline.model.overview import LIMIT, beyond, overview
from timeline.model.periods import period_of
from timeline.render import assets, pages, stylesheets
from timeline.render.chart import draw
from timeline.render.pages import events, home
from timeline.render.pages import when as periods

MANY = 1200
MADE = timeline(MANY, first="2022-01-01", vague=0.2)
MISSING = [event.id for event in beyond(MADE.events)]
#: A month of which only key events are on the home page.
MONTH, NAME = "2022-03", "March 2022"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The home page, the pages of months, and that of one event that the home page lacks."""
    folder = tmp_path_factory.mktemp("months")
    fixed = assets.served(pipeline.HOME / "assets")
    shared = pages.surroundings(
        MADE,
        pipeline.TEMPLATES,
        stylesheets=(stylesheets.JOINED, stylesheets.UNSCRIPTED),
        modules=tuple(address for address in fixed if address.endswith(assets.MODULES)),
        draw=draw,
    )
    one = f"events/{MISSING[40]}.html"
    told = [*home.pages(shared), *periods.pages(shared)]
    told += [page for page in events.pages(shared) if page.address == one]
    made = {page.address: pages.typeset(page, shared, pipeline.TEMPLATES) for page in told}
    for address, content in [*made.items(), *fixed.items()]:
        path = folder / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    with serving(folder) as address:
        yield address


@pytest.fixture
def large(page: Page, site: str) -> Page:
    """The home page with the chart in view and its scripts at work."""
    return opened(page, site)


def opened(page: Page, address: str) -> Page:
    """An address of the home page, with the chart in view and its scripts at work."""
    page.goto(address)
    page.locator(".chart-head").scroll_into_view_if_needed()
    there(page, '.cell a[tabindex="0"]')
    return page


def there(page: Page, selector: str) -> None:
    """Wait for an element."""
    page.locator(selector).first.wait_for(state="attached")


def number(month: str = MONTH) -> str:
    """The selector of a month's number in the chart."""
    return f'.cell a[href$="/{month}.html"]'


def of(month: str) -> list[str]:
    """The ids of a month's events, in their order."""
    return [event.id for event in MADE.events if period_of(event.date).edtf == month]


def lacking(month: str) -> list[str]:
    """Those of them that the home page does not hold."""
    return [id for id in of(month) if id in MISSING]


def told(page: Page, shown: int) -> None:
    """Wait until the page says that it shows so many events."""
    status = page.locator("timeline-filters [role=status]").first
    expect(status).to_have_text(re.compile(rf"^{shown:,} of {MANY:,} events shown"))


def bring(page: Page, month: str) -> None:
    """Press a month's number and wait until all its events are here."""
    page.locator(number(month)).click()
    expect(page.locator(number(month))).to_have_accessible_name(
        re.compile(rf": {len(of(month))} events$")
    )


def ids(page: Page, selector: str) -> list[str]:
    found: list[str] = page.locator(selector).evaluate_all("all => all.map(one => one.id)")
    return found


def test_nothing_is_brought_before_somebody_zooms_in(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, site)
    told(page, LIMIT)
    page.wait_for_timeout(600)
    assert not [url for url in asked if "/when/" in url or "/events/" in url]


def test_pressing_a_number_brings_the_events_of_its_month(large: Page) -> None:
    bring(large, MONTH)
    told(large, LIMIT + len(lacking(MONTH)))
    assert ids(large, f'[data-period="{MONTH}"] > article') == of(MONTH)
    for id in of(MONTH):
        expect(large.locator(f'.mark > a[href="#{id}"]')).to_have_count(1)


def test_a_mark_that_was_brought_stands_in_the_lane_of_its_track(large: Page) -> None:
    bring(large, MONTH)
    lanes = large.locator(".mark > a").evaluate_all(
        """all => Object.fromEntries(all.map(
            a => [a.hash.slice(1), a.closest('.lane').dataset.track]))"""
    )
    tracks = {event.id: event.tracks[0] for event in MADE.events}
    assert lanes == {id: tracks[id] for id in lanes}
    assert set(lacking(MONTH)) <= set(lanes)


def test_months_stand_in_the_text_in_the_order_of_time(large: Page) -> None:
    for month in (MONTH, "2022-05", "2022-01"):
        bring(large, month)
    found = large.locator(".register > section").evaluate_all(
        "all => all.map(section => section.dataset.period)"
    )
    assert found == sorted(found)
    assert {MONTH, "2022-05", "2022-01"} <= set(found)


def test_an_entry_that_was_brought_leads_where_it_led_on_its_own_page(
    large: Page, site: str
) -> None:
    id = lacking(MONTH)[0]
    links = f"#{id} a"
    bring(large, MONTH)
    here = large.locator(links).evaluate_all("all => all.map(a => a.href)")
    assert large.locator(f"#{id} h4").count() == 1
    large.goto(f"{site}when/{MONTH}.html")
    assert here == large.locator(links).evaluate_all("all => all.map(a => a.href)")


def test_search_finds_what_was_brought(large: Page) -> None:
    id = lacking(MONTH)[0]
    title = next(event.title for event in MADE.events if event.id == id)
    large.locator("[name=q]").fill(title)
    status = large.locator("timeline-filters [role=status]").first
    expect(status).to_contain_text(f"0 of {MANY:,} events shown")
    expect(status).to_contain_text("Only the events on this page were searched")
    bring(large, MONTH)
    told(large, 1)
    expect(large.locator(f"#{id}")).to_be_visible()
    expect(large.locator(".register article:visible")).to_have_count(1)


def test_what_was_brought_steps_back_when_it_had_not_happened_by_the_day(
    page: Page, site: str
) -> None:
    opened(page, f"{site}?day=2022-03-10")
    bring(page, MONTH)
    found = {id: page.locator(f"#{id}") for id in lacking(MONTH)}
    later = [
        id for id, article in found.items()
        if int(article.get_attribute("data-day") or 0) > date(2022, 3, 10).toordinal()
        or article.get_attribute("data-certainty") == "planned"
    ]  # fmt: skip
    assert 0 < len(later) < len(found)
    for id in found:
        article = expect(page.locator(f"#{id}[data-later]"))
        article.to_have_count(int(id in later))


def test_an_address_with_an_event_that_is_not_on_the_page_leads_to_it(
    page: Page, site: str
) -> None:
    id = MISSING[40]
    page.goto(f"{site}#{id}")
    there(page, f"#{id}")
    expect(page.locator(f"#{id}")).to_be_in_viewport()
    there(page, f".mark[data-current] > a[href='#{id}']")


def test_an_address_with_nothing_behind_it_leaves_the_page_as_it_is(page: Page, site: str) -> None:
    with page.expect_response(re.compile(r"/events/nobody-knows\.html")):
        page.goto(f"{site}#nobody-knows")
    told(page, LIMIT)


def test_arrow_keys_lead_from_number_to_number_and_enter_shows_that_time(large: Page) -> None:
    reached = large.locator('.cell a[tabindex="0"]')
    reached.focus()
    for key in ("Home", "ArrowRight", "ArrowRight"):
        large.keyboard.press(key)
    expect(large.locator(number())).to_be_focused()
    expect(reached).to_have_count(1)
    large.keyboard.press("Enter")
    expect(large).to_have_url(re.compile(r"from=2022-03-01&to=2022-04-01"))
    told(large, LIMIT + len(lacking(MONTH)))
    expect(large.locator(number())).to_be_focused()


def test_the_focus_goes_to_the_number_that_stands_for_its_time(page: Page, tmp_path: Path) -> None:
    """A year where its months have no room, and the first of them where they have."""
    write(timeline(700, first="2016-01-01"), tmp_path, "index.html")
    with serving(tmp_path) as address:
        opened(page, address).locator(number("2019")).focus()
        for key, there in (("+", "2019-01"), ("0", "2019"), ("+", "2019-01")):
            for _ in range(4):
                page.keyboard.press(key)
            expect(page.locator(number(there))).to_be_focused()
            expect(page.locator('.cell a[tabindex="0"]')).to_have_count(1)


def test_a_number_whose_time_is_shown_leads_to_its_page(large: Page) -> None:
    bring(large, MONTH)
    expect(large).to_have_url(re.compile(r"from=2022-03-01&to=2022-04-01"))
    large.locator(number()).click()
    expect(large).to_have_url(re.compile(rf"/when/{MONTH}\.html$"))


def test_zoomed_out_again_every_event_of_the_page_has_a_mark_or_stands_in_a_heap(
    large: Page,
) -> None:
    bring(large, MONTH)
    large.locator("[data-zoom=all]").click()
    expect(large.locator(number("2022-12"))).to_be_in_viewport()
    held = {event.id for event in overview(MADE.events)} | set(lacking(MONTH))
    for lane in large.locator(".lane").all():
        track = lane.get_attribute("data-track")
        own = sum(event.tracks[0] == track for event in MADE.events if event.id in held)
        large.wait_for_function(
            """([lane, own]) => own === [...lane.querySelectorAll('li:not([data-waits])')]
                .reduce((sum, li) => sum + Number(li.matches('.heap') ? li.textContent : 1), 0)""",
            arg=[lane.element_handle(), own],
        )


def test_a_month_that_cannot_be_had_is_named_and_tried_again(large: Page) -> None:
    large.route(f"**/when/{MONTH}.html", lambda route: route.abort())
    large.locator(number()).click()
    said = large.locator(".not-brought")
    expect(said).to_contain_text(f"{NAME} could not be loaded")
    expect(said.get_by_role("link", name=NAME)).to_be_visible()
    told(large, LIMIT)
    large.unroute(f"**/when/{MONTH}.html")
    large.locator("[data-zoom=in]").click()
    told(large, LIMIT + len(lacking(MONTH)))
    expect(said).to_be_empty()


def test_the_page_says_which_month_it_is_waiting_for(large: Page) -> None:
    waiting: list[Route] = []
    large.route(f"**/when/{MONTH}.html", lambda route: waiting.append(route))
    large.locator(number()).click()
    said = large.locator(".bringing")
    expect(said).to_have_text(f"Loading {NAME}…")
    waiting[0].continue_()
    told(large, LIMIT + len(lacking(MONTH)))
    expect(said).to_be_empty()


def test_what_was_brought_first_goes_when_much_has_come(large: Page) -> None:
    """A page that only grew would in the end be slow."""
    months = [f"2022-{month:02d}" for month in range(1, 10)]
    assert sum(len(lacking(month)) for month in months) > 600
    for month in months:
        if lacking(month):
            bring(large, month)
    expect(large.locator(f"#{lacking('2022-01')[0]}")).to_have_count(0)
    count = large.locator(".register article").count()
    assert count <= 2 * LIMIT
    told(large, count)
    assert large.locator(".mark").count() == count
    first = large.locator(number("2022-01"))
    here = len(of("2022-01")) - len(lacking("2022-01"))
    expect(first).to_have_accessible_name(re.compile(rf", {here} of them here$"))


def test_the_numbers_break_no_rule_of_accessibility(large: Page) -> None:
    bring(large, MONTH)
    # All that other pages have, too, and that would take most of the time.
    large.locator(".register, .lane + .lane, .sources").evaluate_all(
        "all => all.map(one => one.remove())"
    )
    assert violations(large) == []


def test_a_page_that_holds_everything_brings_no_script_for_months(
    page: Page, tmp_path: Path
) -> None:
    write(timeline(40), tmp_path, "index.html")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serving(tmp_path) as address:
        page.goto(address)
        page.locator(".chart-head").scroll_into_view_if_needed()
        there(page, '.chart-window ol [tabindex="0"]')
        page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.endswith("/timeline.js")]
    assert not [url for url in asked if url.endswith(("/months.js", "/cells.js", "/heaps.js"))]
