"""How long the preview takes from a saved file to the changed page in the browser."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, Page

from tests.contribute.previewing import checkout, previewing

EVENTS, SAVES = 1000, 8

#: The newest stands on the home page, too.
CHANGED = f"event-{EVENTS - 1}"

PAGES = {"event": f"events/{CHANGED}.html", "home, of 500 events": "index.html"}

WORDS = (
    "council", "bridge", "ferry", "vote", "harbour", "budget", "strike", "mayor", "offer", "storm",
)  # fmt: skip

SHOWN = """said => [document.querySelector("h1"), document.getElementById(%r)].some(
  element => element?.textContent.includes(said))"""


class Saved(NamedTuple):
    """Seconds from saving an event to seeing it on a page."""

    page: str
    middle: float
    shortest: float
    longest: float


def figures(browser: Browser) -> Iterator[Saved]:
    """Save an event of a thousand, several times for each of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        root = checkout(Path(folder))
        write(root / "content")
        with previewing(root) as preview:
            page = browser.new_page()
            for name, address in PAGES.items():
                page.goto(preview.address + address, timeout=90_000)
                file = root / "content" / "events" / f"{CHANGED}.md"
                times = [saved(page, file, f"{name}, take {n}") for n in range(SAVES)]
                yield Saved(name, median(times), min(times), max(times))


def saved(page: Page, file: Path, title: str) -> float:
    """The seconds until the page shows the event with another title."""
    page.wait_for_timeout(1500)
    lines = file.read_text("utf-8").splitlines()
    lines[1] = f"title: {title}"
    start = time.perf_counter()
    file.write_text("\n".join(lines), encoding="utf-8")
    page.wait_for_function(SHOWN % CHANGED, arg=title, timeout=60_000)
    return time.perf_counter() - start


def write(content: Path) -> None:
    """The content files of a timeline of many events, the same each time."""
    chance = random.Random(1)
    for folder in ("events", "actors", "tracks", "sources"):
        (content / folder).mkdir(parents=True)

    def put(file: str, body: str = "", **fields: str) -> None:
        front = "".join(f"{name}: {value}\n" for name, value in fields.items())
        (content / file).write_text(f"---\n{front}---\n\n{body}\n", encoding="utf-8")

    put("timeline.md", title="Made to measure")
    put("sources/gazette.md", title="Council votes", publisher="Gazette")
    for n in range(6):
        put(f"tracks/track-{n}.md", title=f"Track {n}")
    for n in range(40):
        put(f"actors/actor-{n}.md", name=f"Actor {n}", kind="person")
    for n in range(EVENTS):
        put(
            f"events/event-{n}.md",
            " ".join(chance.choices(WORDS, k=90)),
            title=" ".join(chance.choices(WORDS, k=6)).capitalize(),
            date=str(date(2020, 1, 1) + timedelta(days=n)),
            track=f"track-{chance.randrange(6)}",
            actors=f"[{', '.join(f'actor-{a}' for a in chance.sample(range(40), 2))}]",
            source="gazette",
        )
