"""How quickly the timeline answers, in a browser with a slowed-down processor.

    python -m tests.interaction [EVENTS] [SLOWDOWN]      500 events, 4 times slower

For every kind of interaction: how many milliseconds the longest task took (the browser reports
those above 50), and the longest time from an input to the next picture.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Page, sync_playwright

from tests.browser import ARGUMENTS, bring
from tests.serving import serving
from tests.synthetic import timeline, write

WATCH = """
window.seen = {tasks: [], inputs: []};
const watch = (type, keep, options) => new PerformanceObserver((list) =>
  list.getEntries().forEach(keep)).observe({type, buffered: true, ...options});
watch('longtask', ({duration}) => seen.tasks.push(duration));
watch('event', ({duration, interactionId}) => interactionId && seen.inputs.push(duration),
  {durationThreshold: 16});
"""


class Figures(NamedTuple):
    """What one kind of interaction took, in milliseconds; 0 where too short to be reported."""

    name: str
    longest_task: float
    slowest_answer: float


def measure(page: Page, slowdown: float) -> list[Figures]:
    """Do everything that a reader can do on an open timeline page, and time it."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.wait_for_timeout(1500)
    return [timed(page, name, act) for name, act in INTERACTIONS.items()]


def timed(page: Page, name: str, act: Callable[[Page], None]) -> Figures:
    """Do one thing and read what it took."""
    page.evaluate("seen.tasks.length = seen.inputs.length = 0")
    act(page)
    page.wait_for_timeout(1200)
    task, answer = page.evaluate(
        "[Math.max(0, ...seen.tasks), Math.max(0, ...seen.inputs)].map(Math.round)"
    )
    return Figures(name, task, answer)


def zoom_by_buttons(page: Page) -> None:
    for button in ["in"] * 4 + ["out"] * 2 + ["all"]:
        page.locator(f"[data-zoom={button}]").click()
        page.wait_for_timeout(300)


def zoom_by_wheel(page: Page) -> None:
    over_chart(page)
    page.keyboard.down("Control")
    for turn in [-100] * 12 + [100] * 12:
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(30)
    page.keyboard.up("Control")


def pan(page: Page) -> None:
    page.locator("[data-zoom=in]").click(click_count=2)
    over_chart(page)
    for turn in [-60] * 20 + [60] * 20:
        page.mouse.wheel(turn, 0)
        page.wait_for_timeout(16)


def drag_overview(page: Page) -> None:
    strip = page.locator("timeline-overview")
    strip.scroll_into_view_if_needed()
    box = strip.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + 10)
    page.mouse.down()
    for step in range(30):
        page.mouse.move(box["x"] + box["width"] * (0.8 - step * 0.02), box["y"] + 10)
    page.mouse.up()


def arrow_keys(page: Page) -> None:
    page.locator('.chart-window ol [tabindex="0"]').focus()
    for key in ["ArrowLeft"] * 8 + ["ArrowUp"] * 2 + ["ArrowRight"] * 4:
        page.keyboard.press(key)
        page.wait_for_timeout(60)


def hover(page: Page) -> None:
    over_chart(page)
    box = page.locator(".chart-window").bounding_box()
    assert box
    for step in range(40):
        page.mouse.move(box["x"] + 200 + step * 15, box["y"] + 90 + step * 4)
        page.wait_for_timeout(16)


def choose_filters(page: Page) -> None:
    for name in ("track", "certainty", "actor"):
        for index in (1, 2, 0):
            page.locator(f"[name={name}]").select_option(index=index)
            page.wait_for_timeout(400)


def press_filters(page: Page) -> None:
    for _ in range(4):
        page.locator(".legend button").nth(1).click()
        page.wait_for_timeout(500)


def type_words(page: Page) -> None:
    field = page.locator("[name=q]")
    field.click()
    page.keyboard.type("second round map", delay=80)
    for _ in range(16):
        page.keyboard.press("Backspace", delay=30)


def choose_a_day(page: Page) -> None:
    slide = page.locator("[name=slide]")
    slide.focus()
    for key in ["ArrowLeft"] * 12 + ["PageDown"] * 6 + ["PageUp"] * 6:
        page.keyboard.press(key)
        page.wait_for_timeout(50)
    for button in ("before", "before", "after", "none"):
        page.locator(f"[data-day={button}]").click()
        page.wait_for_timeout(300)


def open_an_event(page: Page) -> None:
    page.locator('.chart-window ol [tabindex="0"]').focus()
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.go_back()


def over_chart(page: Page) -> None:
    """Put the pointer into the middle of the chart."""
    window = page.locator(".chart-window")
    window.scroll_into_view_if_needed()
    page.mouse.move(0, 0)
    window.hover(position={"x": 500, "y": 60})


INTERACTIONS: dict[str, Callable[[Page], None]] = {
    "zoom, buttons": zoom_by_buttons,
    "zoom, wheel": zoom_by_wheel,
    "pan": pan,
    "overview dragged": drag_overview,
    "arrow keys": arrow_keys,
    "pointing": hover,
    "filters chosen": choose_filters,
    "certainty pressed": press_filters,
    "words typed": type_words,
    "day chosen": choose_a_day,
    "event opened": open_an_event,
}


def main(events: int = 500, slowdown: float = 4) -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write(timeline(events), Path(folder), "index.html")
        browser = playwright.chromium.launch(executable_path=bring(), args=ARGUMENTS)
        with serving(Path(folder)) as address:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.add_init_script(WATCH)
            page.goto(address)
            print(f"{events} events, processor {slowdown:g} times slower (milliseconds)")
            print(f"{'':20}{'longest task':>14}{'slowest answer':>16}")
            for name, task, answer in measure(page, slowdown):
                print(f"{name:20}{task or '< 50':>14}{answer or '< 16':>16}")
        browser.close()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
