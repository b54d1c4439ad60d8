"""How quickly the timeline answers, in a browser with a slowed-down processor.

    python -m tests.interaction [EVENTS] [SLOWDOWN]      500 events, 4 times slower

For every kind of interaction: how many milliseconds the longest task took (the browser reports
those above 50), and the longest time from an input to the next picture. The first rows are what
browser and machine take by themselves: one and the same text laid out, which tells how quick the
machine is just now, and an empty page.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import CDPSession, Page, sync_playwright

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
EMPTY = "<!doctype html><title>Empty</title><input name=q><main></main>"
#: Milliseconds for a text that never changes: the middle of nine times.
SAME = """() => Array.from({length: 9}, () => {
  const main = document.querySelector("main");
  const from = performance.now();
  main.innerHTML = "<p>The same text, <b>every time</b>.</p>".repeat(1000);
  const height = main.offsetHeight;
  main.replaceChildren();
  return height && performance.now() - from;
}).sort((a, b) => a - b)[4]"""


EVENTS, SLOWDOWN = 500, 4


class Figures(NamedTuple):
    """What one kind of interaction took, in milliseconds; 0 where too short to be reported.

    None stands for the answer where nothing was asked.
    """

    name: str
    longest_task: int
    slowest_answer: int | None


class Point(NamedTuple):
    """A place on the screen, in pixels from its top left."""

    x: float
    y: float


#: What a reader does: up to its `yield` things are made ready, and only what follows is timed.
#: Elements are looked up before, since looking takes the page's time, too.
Interaction = Callable[[Page], Iterator[None]]


def figures(events: int = EVENTS, slowdown: int = SLOWDOWN) -> list[Figures]:
    """Do everything that a reader can do on a page of so many events, and time it."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        write(timeline(events), Path(folder), "index.html")
        (Path(folder) / "empty.html").write_text(EMPTY)
        browser = playwright.chromium.launch(executable_path=bring(), args=ARGUMENTS)
        with serving(Path(folder)) as address:
            page = browser.new_page(viewport={"width": 1280, "height": 800})
            page.add_init_script(WATCH)
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
            page.goto(address + "empty.html")
            found = [Figures("the same text", round(page.evaluate(SAME)), None)]
            found += [timed(page, "an empty page", type_words)]
            page.goto(address)
            page.locator("timeline-filters [role=status]").filter(has_text="shown").wait_for()
            page.wait_for_timeout(1500)
            found += [timed(page, name, act) for name, act in INTERACTIONS.items()]
        browser.close()
    return found


def timed(page: Page, name: str, interaction: Interaction) -> Figures:
    """Do one thing and read what it took."""
    doing = interaction(page)
    next(doing)
    page.wait_for_timeout(500)
    page.evaluate("seen.tasks.length = seen.inputs.length = 0")
    # What asks for the figures is itself a task, which must be over before anything is timed.
    page.wait_for_timeout(200)
    page.evaluate("seen.tasks.length = seen.inputs.length = 0")
    for _ in doing:
        pass
    page.wait_for_timeout(1200)
    task, answer = page.evaluate(
        "[Math.max(0, ...seen.tasks), Math.max(0, ...seen.inputs)].map(Math.round)"
    )
    return Figures(name, task, answer)


def middle(page: Page, selector: str) -> Point:
    """The middle of the first such element, which is brought into view."""
    element = page.locator(selector).first
    element.scroll_into_view_if_needed()
    box = element.bounding_box()
    assert box, selector
    return Point(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def over_lanes(page: Page) -> Point:
    """A point over the first lane, in the middle of the screen however far the chart is zoomed."""
    page.locator(".lane").first.evaluate("lane => lane.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(300)
    return Point(middle(page, ".chart-window").x, middle(page, ".lane ol").y)


def zoom_by_buttons(page: Page) -> Iterator[None]:
    points = {name: middle(page, f"[data-zoom={name}]") for name in ("in", "out", "all")}
    yield
    for button in ["in"] * 4 + ["out"] * 2 + ["all"]:
        page.mouse.click(*points[button])
        page.wait_for_timeout(300)


def zoom_by_wheel(page: Page) -> Iterator[None]:
    page.mouse.move(*over_lanes(page))
    page.keyboard.down("Control")
    yield
    for turn in [-100] * 12 + [100] * 12:
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(30)
    page.keyboard.up("Control")


def zoom_by_fingers(page: Page) -> Iterator[None]:
    session = page.context.new_cdp_session(page)
    at = over_lanes(page)
    yield
    for apart in (range(40, 240, 10), range(240, 40, -10)):
        fingers(session, "touchStart", at, apart[0])
        for pixels in apart:
            fingers(session, "touchMove", at, pixels)
            page.wait_for_timeout(16)
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def fingers(session: CDPSession, kind: str, at: Point, apart: float) -> None:
    """Two fingers side by side, so many pixels apart."""
    points = [{"x": at.x + apart * side, "y": at.y} for side in (-0.5, 0.5)]
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def pan_by_wheel(page: Page) -> Iterator[None]:
    page.mouse.click(*middle(page, "[data-zoom=in]"), click_count=3)
    page.mouse.move(*over_lanes(page))
    yield
    for turn in [-60] * 20 + [60] * 20:
        page.mouse.wheel(turn, 0)
        page.wait_for_timeout(16)


def pan_by_mouse(page: Page) -> Iterator[None]:
    at = over_lanes(page)
    yield
    for ahead in (1, -1):
        page.mouse.move(at.x, at.y)
        page.mouse.down()
        for step in range(40):
            page.mouse.move(at.x + ahead * 8 * step, at.y)
        page.mouse.up()


def drag_overview(page: Page) -> Iterator[None]:
    at = middle(page, "timeline-overview")
    yield
    page.mouse.move(at.x + 300, at.y)
    page.mouse.down()
    for step in range(30):
        page.mouse.move(at.x + 300 - step * 20, at.y)
    page.mouse.up()


def arrow_keys(page: Page) -> Iterator[None]:
    page.locator('.chart-window ol [tabindex="0"]').focus()
    yield
    for key in ["ArrowLeft"] * 8 + ["ArrowUp"] * 2 + ["ArrowRight"] * 4 + ["+", "+", "-", "0"]:
        page.keyboard.press(key)
        page.wait_for_timeout(100)


def point(page: Page) -> Iterator[None]:
    at = over_lanes(page)
    yield
    for step in range(40):
        page.mouse.move(at.x - 300 + step * 15, at.y - 80 + step * 4)
        page.wait_for_timeout(16)


def choose_filters(page: Page) -> Iterator[None]:
    middle(page, ".filters")
    page.locator("[name=track]").focus()
    yield
    for _ in range(3):
        for key in ("ArrowDown", "ArrowDown", "Home"):
            page.keyboard.press(key)
            page.wait_for_timeout(500)
        page.keyboard.press("Tab")


def press_legend(page: Page) -> Iterator[None]:
    at = middle(page, ".legend li:nth-child(2) button")
    yield
    for _ in range(4):
        page.mouse.click(*at)
        page.wait_for_timeout(600)


def type_words(page: Page) -> Iterator[None]:
    page.mouse.click(*middle(page, "[name=q]"))
    yield
    page.keyboard.type("second round map", delay=80)
    for _ in range(16):
        page.keyboard.press("Backspace", delay=30)


def choose_a_day(page: Page) -> Iterator[None]:
    buttons = [middle(page, f"[data-day={name}]") for name in ("before", "before", "after", "none")]
    page.locator("[name=slide]").focus()
    yield
    for key in ["ArrowLeft"] * 12 + ["PageDown"] * 6 + ["PageUp"] * 6:
        page.keyboard.press(key)
        page.wait_for_timeout(50)
    for button in buttons:
        page.mouse.click(*button)
        page.wait_for_timeout(300)


def open_an_event(page: Page) -> Iterator[None]:
    over_lanes(page)
    page.locator('.chart-window ol [tabindex="0"]').focus()
    yield
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    page.go_back()


def scroll(page: Page) -> Iterator[None]:
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(640, 20)
    yield
    for turn in [300] * 25 + [-300] * 25:
        page.mouse.wheel(0, turn)
        page.wait_for_timeout(16)


INTERACTIONS: dict[str, Interaction] = {
    "zoom, buttons": zoom_by_buttons,
    "zoom, wheel": zoom_by_wheel,
    "zoom, fingers": zoom_by_fingers,
    "pan, wheel": pan_by_wheel,
    "pan, mouse": pan_by_mouse,
    "overview dragged": drag_overview,
    "arrow keys": arrow_keys,
    "pointing": point,
    "filters chosen": choose_filters,
    "certainty pressed": press_legend,
    "words typed": type_words,
    "day chosen": choose_a_day,
    "event opened": open_an_event,
    "page scrolled": scroll,
}


def main(events: int = EVENTS, slowdown: int = SLOWDOWN) -> None:
    """Print the figures as a table."""
    print(f"{events} events, processor {slowdown} times slower (milliseconds)")
    print(f"{'':20}{'longest task':>14}{'slowest answer':>16}")
    for name, task, answer in figures(events, slowdown):
        told = "" if answer is None else answer or "< 16"
        print(f"{name:20}{task or '< 50':>14}{told:>16}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
