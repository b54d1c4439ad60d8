"""Text spacing that a reader sets cuts no label of the chart (WCAG 2.2, 1.4.12)."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.visiting import visiting

#: The values of the success criterion.
SPACED = (
    "* { line-height: 1.5; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
)
CUT = """labels => labels.filter((one) => one.clientWidth && one.scrollWidth > one.clientWidth + 2)
  .map((one) => one.textContent)"""
OVERLAPPING = """labels => {
  const boxes = labels.map((one) => one.getBoundingClientRect()).filter(({ width }) => width);
  return boxes.filter((a, n) => boxes.slice(n + 1).some((b) =>
    a.left < b.right - 1 && b.left < a.right - 1 &&
    a.top < b.bottom - 4 && b.top < a.bottom - 4)).length;
}"""


def cut(page: Page) -> set[str]:
    found: list[str] = page.eval_on_selector_all(".label", CUT)
    return set(found)


@pytest.mark.parametrize("width", [800, 1280, 1600])
def test_wider_spacing_cuts_no_label_that_was_whole(
    browser: Browser, site: str, width: int
) -> None:
    """What has no room then waits until the chart is zoomed, as on a narrower screen."""
    with visiting(browser, viewport={"width": width, "height": 900}, bypass_csp=True) as page:
        page.goto(site)
        page.locator(".chart-window").scroll_into_view_if_needed()
        expect(page.locator('.chart-window ol [tabindex="0"]')).to_have_count(1)
        expect(page.locator(".label:visible")).not_to_have_count(0)
        before = cut(page)
        page.add_style_tag(content=SPACED)
        expect(page.locator(".chart[data-spaced]")).to_have_count(1)
        page.wait_for_function(
            f"before => ({CUT})([...document.querySelectorAll('.label')])"
            ".every((one) => before.includes(one))",
            arg=list(before),
        )
        assert page.eval_on_selector_all(".label", OVERLAPPING) == 0
        page.locator("timeline-chart").evaluate("chart => chart.zoomBy(4)")
        expect(page.locator(".label:visible")).not_to_have_count(0)
