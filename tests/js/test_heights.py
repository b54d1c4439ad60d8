"""What is far from view: as high as it will be, and drawn only while nobody does anything."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.serving import serving
from tests.synthetic import timeline, write
from tests.visiting import drawn, near, ready

PARTS = "[...document.querySelectorAll('.entries, .entry')]"
IS_FAR = "(part) => !part.firstElementChild.checkVisibility({ contentVisibilityAuto: true })"
HEIGHTS = f"{PARTS}.map((part) => part.getBoundingClientRect().height)"


def measured(page: Page) -> list[float]:
    """The heights of all parts, once each has been measured."""
    page.wait_for_function(f"() => {PARTS}.every((part) => part.style.containIntrinsicBlockSize)")
    drawn(page)
    heights: list[float] = page.evaluate(HEIGHTS)
    return heights


def laid_out(page: Page) -> list[float]:
    """The heights of all parts when nothing waits any more."""
    page.evaluate(f"{PARTS}.forEach((part) => part.toggleAttribute('data-laid', true))")
    heights: list[float] = page.evaluate(HEIGHTS)
    return heights


def test_a_page_is_whole_until_somebody_does_something(page: Page, site: str) -> None:
    """Whoever pictures all of it, or keeps it for later, has not scrolled through it."""
    page.goto(site)
    page.wait_for_function(f"() => !{PARTS}.some({IS_FAR})")
    before = page.evaluate(HEIGHTS)
    page.mouse.move(100, 100)
    page.wait_for_function(f"() => {PARTS}.filter({IS_FAR}).length > {PARTS}.length / 3")
    assert page.evaluate(HEIGHTS) == pytest.approx(before, abs=0.5)


@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_is_as_long_from_the_beginning_as_it_will_be(
    page: Page, site: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(site)
    heights = measured(page)
    assert heights == pytest.approx(laid_out(page), abs=0.5)


def test_counters_stay_contained_in_what_is_laid_out(page: Page, site: str) -> None:
    """To let them out, browsers go through all other parts: milliseconds for each part."""
    page.goto(site)
    laid_out(page)
    kept = f"{PARTS}.every((part) => getComputedStyle(part).contain.includes('style'))"
    assert page.evaluate(kept)


def test_another_width_gives_other_heights(page: Page, site: str) -> None:
    page.goto(site)
    wide = sum(measured(page))
    page.set_viewport_size({"width": 360, "height": 700})
    page.wait_for_function(f"(wide) => {HEIGHTS}.reduce((a, b) => a + b) > wide", arg=1.05 * wide)


def test_what_is_filtered_out_takes_no_room(page: Page, site: str) -> None:
    page.goto(site)
    measured(page)
    page.locator("[name=track]:enabled").select_option("track-1")
    expect(page.locator("[data-period][data-closed]")).not_to_have_count(0)
    page.wait_for_function(f"""() => {PARTS}.filter((part) => part.matches(".entries")).every(
      (group) => group.getBoundingClientRect().height <= 64 + [...group.children].reduce(
        (sum, each) => sum + each.getBoundingClientRect().height, 0))""")


def test_a_place_that_is_wanted_is_there_at_once(page: Page, site: str) -> None:
    """A page that is opened at a fragment, or gone back to, must not grow above it."""
    page.goto(f"{site}#event-30")
    assert page.evaluate(f"{PARTS}.every((part) => part.hasAttribute('data-laid'))")
    expect(page.locator("#event-30")).to_be_in_viewport()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """So many events that most are never laid out, unless one comes near."""
    folder = tmp_path_factory.mktemp("large")
    write(timeline(320), folder, "index.html")
    with serving(folder) as address:
        yield address


def top(page: Page, id: str) -> float:
    """How far below the top of the window an entry begins, once nothing moves any more."""
    drawn(page)
    drawn(page)
    found: float = page.locator(f"#{id}").evaluate("entry => entry.getBoundingClientRect().top")
    return found


def test_an_address_leads_to_its_event_among_very_many(page: Page, large: str) -> None:
    page.goto(f"{large}#event-200")
    ready(page)
    assert 0 <= top(page, "event-200") < 100


def test_a_mark_leads_to_its_event_among_very_many(page: Page, large: str) -> None:
    page.goto(large)
    near(page)
    for id in ("event-100", "event-300"):
        page.locator(f".mark > a[href='#{id}']").evaluate("link => link.click()")
        page.wait_for_url(f"**#{id}")
        assert 0 <= top(page, id) < 100


def test_lanes_are_laid_out_one_by_one_before_they_come_near(page: Page, large: str) -> None:
    """All at once they would hold a phone up for half a second."""
    page.set_viewport_size({"width": 360, "height": 500})
    page.add_init_script("""addEventListener('DOMContentLoaded', () => {
        window.most = 0;
        new MutationObserver((changes) => { most = Math.max(most, changes.length); })
            .observe(document, {attributeFilter: ['data-laid'], subtree: true});
    })""")
    page.goto(large)
    expect(page.locator(".lane:not([data-laid])")).to_have_count(0)
    assert page.evaluate("most") < page.locator(".lane").count()
    assert page.evaluate("scrollY") == 0
