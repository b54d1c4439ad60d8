"""What the first visit costs a reader on a slow line: limits that nothing may pass unnoticed."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.quality.weights import weigh

KIB = 1024


def test_a_first_visit_of_the_home_page_is_light(flagship: Path, browser: Browser) -> None:
    weight = weigh(flagship, "index.html", browser)
    assert weight.by_kind["JavaScript"] <= 25 * KIB
    assert weight.by_kind["CSS"] <= 15 * KIB
    assert weight.total <= 120 * KIB
