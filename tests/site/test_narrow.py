"""What does not fit a narrow page: tables wider than it, and states with long names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.render.telling import event, timeline
from tests.render.test_reading import write
from tests.visiting import visiting
from timeline.records import About, State

PHONE = {"width": 360, "height": 740}


@pytest.mark.parametrize(
    ("address", "are_wider"),
    [
        ("actors/index.html", True),
        ("actors/russia.html", True),
        ("sources/index.html", True),
        ("tracks/prisoner-swaps.html", False),
    ],
)
def test_a_table_wider_than_the_page_has_a_name_and_the_keyboard_reaches_it(
    flagship: Path, browser: Browser, address: str, *, are_wider: bool
) -> None:
    with visiting(browser, viewport=PHONE) as page:
        page.goto((flagship / address).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
        tables = page.locator(".wide:has(table)").all()
        wider = [one for one in tables if one.evaluate("at => at.scrollWidth > at.clientWidth")]
        assert tables
        assert bool(wider) == are_wider
        for table in wider:
            expect(table).to_have_accessible_name(re.compile(r"\S"))
            expect(table).to_have_attribute("tabindex", "0")


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_shade_lies_on_the_end_at_which_a_table_goes_on(
    flagship: Path,
    browser: Browser,
    direction: str,
    scheme: Literal["light", "dark"],
    forced: Literal["none", "active"],
) -> None:
    with visiting(browser, viewport=PHONE, color_scheme=scheme, forced_colors=forced) as page:
        page.goto((flagship / "actors/index.html").as_uri())
        page.evaluate("way => { document.documentElement.dir = way; }", direction)
        table = page.locator(".wide:has(.matrix)")
        table.evaluate("one => { one.firstElementChild.style.visibility = 'hidden'; }")
        begun, ended = (False, True), (True, False)
        if direction == "rtl":
            begun, ended = ended, begun
        assert shades(table) == begun
        table.evaluate("one => { one.scrollLeft = 50; one.scrollLeft ||= -50; }")
        assert shades(table) == (True, True)
        table.evaluate("one => { one.scrollLeft *= 999; }")
        assert shades(table) == ended


def shades(box: Locator) -> tuple[bool, bool]:
    """Whether the left and the right end of an empty box look other than its middle."""
    box.evaluate("one => one.scrollIntoView()")
    area = box.bounding_box()
    assert area
    x, width = area["x"], area["width"]
    left, middle, right = (
        box.page.screenshot(clip={"x": at, "y": area["y"] + 40, "width": 4, "height": 40})
        for at in (x, x + width / 2, x + width - 4)
    )
    return left != middle, right != middle


NAME = "Negotiations suspended pending guarantees"
STATES = (State("suspended", NAME, "cold"), State("framework", f"{NAME}, again", "warm"))
MOVES = (
    event("first", "2022-11-01", states=(("ammonia", "suspended"),)),
    event("second", "2022-11-02", states=(("ammonia", "framework"),)),
)
#: Of names of states, how many lines they have, and how far below their tops their arrows begin.
NAMES = """[...document.querySelectorAll('.step')].map(step => {
  const name = new Range();
  name.selectNodeContents(step.previousElementSibling);
  const tops = [...name.getClientRects()].map(line => line.top);
  return [new Set(tops).size, Math.abs(step.getBoundingClientRect().top - tops[0])];
})"""


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
@pytest.mark.parametrize("language", ["en", "he"])
def test_the_arrow_of_a_state_stands_beside_the_first_line_of_its_name(
    tmp_path: Path, browser: Browser, language: str, width: int
) -> None:
    write(timeline(*MOVES, about=About("Talks", language=language, states=STATES)), tmp_path)
    lines = []
    with visiting(browser, viewport={"width": width, "height": 900}) as page:
        for address in ("index.html", "tracks/ammonia.html", "events/second.html"):
            page.goto((tmp_path / address).as_uri())
            found = page.evaluate(NAMES)
            assert found
            lines += [count for count, _ in found]
            assert all(below < 8 for _, below in found), (address, found)
    assert max(lines) > 1
