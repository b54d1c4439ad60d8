"""Tab leads through the timeline, and the focus is never lost on the way."""

from playwright.sync_api import Browser, Page, expect

from tests.visiting import visiting

FIRST_LINK = '.chart-window ol [tabindex="0"]'


def ready(page: Page, site: str) -> Page:
    page.goto(site)
    page.locator(".chart-window").scroll_into_view_if_needed()
    expect(page.locator(FIRST_LINK)).to_have_count(1)
    return page


def test_tab_leads_past_the_card_of_a_mark_to_what_follows(page: Page, site: str) -> None:
    """The card goes when its mark loses the focus: whatever in it took it would lose it again."""
    ready(page, site).locator(FIRST_LINK).focus()
    expect(page.locator("#the_card")).to_be_visible()
    for _ in page.locator(".lane").all():
        page.keyboard.press("Tab")
        if not page.evaluate("document.activeElement.closest('.chart-window')"):
            break
    expect(page.locator(".overview-window")).to_be_focused()
    expect(page.locator("#the_card")).to_be_hidden()


def test_a_card_that_stays_can_take_the_focus(browser: Browser, site: str) -> None:
    """A finger has opened it, and taps next on one of its buttons."""
    with visiting(browser, has_touch=True) as page:
        link = ready(page, site).locator(FIRST_LINK)
        link.focus()
        link.tap()
        expect(page.locator("#the_card[data-stays]")).to_be_visible()
        page.locator("[data-go=previous]").focus()
        expect(page.locator("[data-go=previous]")).to_be_focused()
        expect(page.locator(".card-title a")).to_have_attribute("tabindex", "0")
