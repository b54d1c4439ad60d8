"""What a finger chooses in the chart, and what a mouse does not drag away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serving import serving
from tests.synthetic import timeline, write
from tests.visiting import ready, visiting

#: Pixels from the middle of a target of 44 by 44 (WCAG 2.2, 2.5.5) to just within its edges.
EDGES = ((0, -21), (0, 21), (-21, 0), (21, 0))

#: For each of those, a place in the chart where it is beside a mark or heap, on no link, and nearer
#: to that one than to any other. Not at the edge of the chart, where a browser that looks for what
#: a touch may have meant finds the page beside it.
PLACES = """([selector, edges]) => {
    const targets = [...document.querySelectorAll('.mark, .heap')].flatMap((item) => {
        const link = item.querySelector('a');
        const {left, top, width, height} = link.getBoundingClientRect();
        const x = item.matches('.heap') ? left + width / 2 : item.getBoundingClientRect().left;
        return width ? [{item, hash: link.hash, x, y: top + height / 2}] : [];
    });
    return edges.flatMap(([right, down]) => targets.flatMap((target) => {
        const [x, y] = [target.x + right, target.y + down];
        const there = document.elementFromPoint(x, y);
        const apart = (other) => Math.hypot(other.x - x, other.y - y);
        const isInside = x > 60 && x < innerWidth - 60;
        return isInside && target.item.matches(selector)
            && there?.closest('.lane') && !there.closest('a')
            && targets.every((other) => other === target || apart(other) > apart(target) + 3)
            ? [{x, y, hash: target.hash}] : [];
    }).slice(0, 1));
}"""


@pytest.fixture(params=[".mark", ".heap"])
def target(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def phone(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    write(timeline(100, tracks=1, vague=0), tmp_path, "index.html")
    with (
        serving(tmp_path) as address,
        visiting(
            browser, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}
        ) as page,
    ):
        page.goto(address)
        page.locator(".chart-window").scroll_into_view_if_needed()
        ready(page)
        expect(page.locator('.chart-window ol [tabindex="0"]')).to_have_count(1)
        yield page


def test_a_finger_chooses_what_is_nearest(phone: Page, target: str) -> None:
    """So every target is as large as a finger needs, though it is drawn smaller; in the first and
    the last row, too, beside which there is the name of the lane, or nothing.
    """
    phone.locator(".lane ol").first.evaluate("list => list.scrollIntoView({block: 'center'})")
    found = phone.evaluate(PLACES, [target, EDGES])
    assert found
    for place in found:
        phone.touchscreen.tap(place["x"], place["y"])
        expect(phone.locator(".card-title a")).to_have_attribute("href", place["hash"])
        at = phone.locator(".card").bounding_box()
        # At the foot, where the thumb is.
        assert at
        assert (at["x"], at["width"], at["y"] + at["height"]) == (0, 390, 844)
        phone.locator("[data-go=close]").click()
        expect(phone.locator(".card")).to_be_hidden()


def test_the_name_of_a_lane_is_still_a_link_to_a_finger(phone: Page) -> None:
    phone.locator(".lane-name a").first.tap()
    phone.wait_for_url("**/tracks/track-0.html")


def test_the_browser_drags_no_link_out_of_the_chart(phone: Page) -> None:
    """It holds the whole page up for seconds, where one meant to drag the time."""
    assert phone.locator(".mark a").first.evaluate(
        """link => !link.dispatchEvent(
            new DragEvent('dragstart', {bubbles: true, cancelable: true}))"""
    )
