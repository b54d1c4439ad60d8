"""The view and its address: they say the same, whatever is done in whichever order."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.serving import serving
from tests.synthetic import timeline, write
from tests.visiting import drawn, near, ready

STATUS = "timeline-filters [role=status]"
#: The days between which the window of the chart stands.
WINDOW = """() => { const { shown, scale } = document.querySelector('timeline-chart');
  return [shown.from, shown.to].map((at) => scale.whole.day(at)); }"""
FOCUSED = "document.activeElement.closest('.mark, .heap') !== null"


@pytest.fixture
def home(page: Page, site: str) -> Page:
    open_at(page, site)
    return page


def open_at(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    near(page)
    ready(page)
    expect(page.locator(STATUS).first).to_contain_text("shown")


def shown(page: Page) -> list[float]:
    days: list[float] = page.evaluate(WINDOW)
    return days


def test_the_last_filter_leaves_the_address_while_an_event_is_chosen(page: Page, site: str) -> None:
    open_at(page, f"{site}?certainty=claimed#event-3")
    page.get_by_role("button", name="Show all events").click()
    expect(page).to_have_url(f"{site}#event-3")


def test_a_window_of_hours_is_the_same_after_a_reload(page: Page, tmp_path: Path) -> None:
    days = [f"2023-06-24T{hour:02}:10" for hour in range(5, 23)]
    write(timeline(18, tracks=2, days=days), tmp_path, "index.html")
    with serving(tmp_path) as root:
        open_at(page, f"{root}?from=2023-06-24T09%3A30&to=2023-06-24T11%3A00")
        before = shown(page)
        page.locator("[data-zoom=in]").click()
        page.wait_for_url(re.compile(r"from=2023-06-24T09%3A4\d&to=2023-06-24T10%3A4\d"))
        after = shown(page)
        open_at(page, page.url)
        assert shown(page) == pytest.approx(after, abs=2 / 1440)
        frame = page.locator(".chart-window").bounding_box()
        assert frame
        page.mouse.move(frame["x"] + frame["width"] / 2, frame["y"] + frame["height"] / 2)
        expect(page.locator(".crosshair")).to_have_text(re.compile(r"^24 June 2023, 1\d:\d\d$"))
    assert (before[1] - before[0]) * 24 == pytest.approx(1.5, abs=0.05)


def test_a_day_in_the_address_is_told_as_a_day_whatever_its_hour(page: Page, site: str) -> None:
    open_at(page, f"{site}?day=2021-06-24T10:30")
    expect(page.locator(".day-line")).to_have_text("24 June 2021")


def test_words_typed_stay_when_a_mark_is_pressed_at_once(home: Page) -> None:
    home.locator("[name=q]").press_sequentially("map", delay=10)
    home.locator(".mark:not([data-waits]) a").last.evaluate("link => link.click()")
    home.wait_for_url("**#event-*")
    assert "q=map" in home.url
    expect(home.locator("[name=q]")).to_have_value("map")


def test_back_undoes_only_what_came_last(home: Page) -> None:
    home.locator("[name=q]").press_sequentially("ma", delay=10)
    home.locator("[name=certainty]").select_option("claimed")
    home.locator("[name=q]").press_sequentially("p", delay=10)
    home.wait_for_url("**q=map&certainty=claimed")
    home.go_back()
    home.wait_for_url("**q=ma&certainty=claimed")
    home.go_back()
    home.wait_for_url(re.compile(r"\?q=ma$"))


def test_unfolding_keeps_the_time_that_is_shown(page: Page, flagship: Path) -> None:
    with serving(flagship) as root:
        open_at(page, f"{root}?from=2022-10-20&to=2022-11-10")
        before = shown(page)
        page.locator("[data-axis-plain]").click()
        page.wait_for_url("**axis=plain*")
        drawn(page)
        # How far one can zoom depends on how long the axis is.
        assert shown(page)[0] == pytest.approx(before[0], abs=3)


def test_another_width_shows_the_same_time(page: Page, site: str) -> None:
    open_at(page, f"{site}?from=2022-03-01&to=2022-06-01")
    before = shown(page)
    page.set_viewport_size({"width": 800, "height": 800})
    page.wait_for_function(
        "(was) => document.querySelector('.chart-window').clientWidth < was", arg=800
    )
    drawn(page)
    drawn(page)
    assert shown(page) == pytest.approx(before, abs=8)


def test_an_address_with_a_window_and_an_event_shows_that_window(page: Page, site: str) -> None:
    open_at(page, f"{site}?from=2021-03-01&to=2021-06-01")
    before = shown(page)
    page.goto("about:blank")
    last = "event-39"
    open_at(page, f"{site}?from=2021-03-01&to=2021-06-01#{last}")
    drawn(page)
    assert shown(page) == pytest.approx(before, abs=1)


def test_a_date_half_typed_is_no_day(page: Page, site: str) -> None:
    open_at(page, f"{site}?day=2022-11-15")
    page.locator("[name=day]").focus()
    for key in "11052022":
        page.keyboard.press(key)
    page.wait_for_url("**day=2022-11-05")
    page.go_back()
    page.wait_for_url("**day=2022-11-15")


def test_no_axis_is_unfolded_where_none_is_folded(page: Page, site: str) -> None:
    open_at(page, f"{site}?axis=plain")
    assert not page.locator("[data-axis-plain]").count()
    script = "import('./assets/js/view.js').then(({ views }) => views.now.plain)"
    assert page.evaluate(script) is False


def test_the_focus_stays_in_the_chart_through_a_zoom(home: Page) -> None:
    home.locator('.chart-window ol [tabindex="0"]').focus()
    for key in ["ArrowLeft"] * 6 + ["+", "+", "+", "0"]:
        home.keyboard.press(key)
        home.wait_for_timeout(300)
        assert home.evaluate(FOCUSED), key


def test_a_card_that_is_closed_gives_the_focus_back(home: Page) -> None:
    home.locator('.chart-window ol [tabindex="0"]').focus()
    card = home.locator("#the_card")
    expect(card).to_be_visible()
    card.evaluate("card => { card.dataset.stays = ''; card.querySelector('button').focus(); }")
    home.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert home.evaluate(FOCUSED)


@pytest.mark.parametrize("place", ["body", "[name=day]"])
def test_escape_closes_the_card_of_a_pointer_wherever_the_focus_is(home: Page, place: str) -> None:
    """It is left to others, too, and a hand that trembles does not bring the card again."""
    home.evaluate("addEventListener('keydown', (event) => (window.seen = event))")
    home.locator(place).focus()
    before = home.evaluate_handle("document.activeElement")
    mark, card = home.locator(".mark:not([data-waits]) a").last, home.locator("#the_card")
    mark.hover()
    expect(card).to_be_visible()
    home.keyboard.press("Escape")
    expect(card).to_be_hidden()
    assert home.evaluate("seen.key === 'Escape' && !seen.defaultPrevented")
    assert home.evaluate("(before) => document.activeElement === before", before)

    box = mark.bounding_box()
    assert box
    home.mouse.move(box["x"] + box["width"] / 2 + 1, box["y"] + box["height"] / 2)
    drawn(home)
    expect(card).to_be_hidden()
    home.locator(".axis").hover()
    # As long as a pointer may take from a mark to its card.
    home.wait_for_timeout(300)
    mark.hover()
    expect(card).to_be_visible()
