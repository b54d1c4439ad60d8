"""Measure the built flagship and write the figures down.

python3 -m tests.quality        renews docs/quality.md; takes a quarter of an hour
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from statistics import median_low

from playwright.sync_api import sync_playwright

from tests import browser, interaction
from tests.quality import lighthouse, picture, preview, weights
from tests.serving import serving
from timeline import pipeline

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "quality.md"

#: One page of each kind that a search may lead to.
PAGES = {
    "home": "index.html",
    "event": "events/medvedchuk-exchange.html",
    "actor": "actors/ukraine.html",
    "track": "tracks/prisoner-swaps.html",
    "month": "when/2022-11.html",
}

HEAD = """\
# Quality

<!-- Made by `python3 -m tests.quality`. -->

Figures of the flagship as built, renewed by `python3 -m tests.quality`. Bytes are what a host that
compresses text sends; Lighthouse's times are those of its simulated phone and desktop. Times vary
from visit to visit: of three, each is the middle one, and in brackets the longest.
"""

VISITS = 3


def main() -> int:
    """Write docs/quality.md; returns the exit code."""
    chrome = browser.bring()
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if pipeline.build(ROOT / "content", site).has_errors:
            print("The flagship has errors; mend them first.", file=sys.stderr)
            return 1
        lines = [HEAD, *_weights(site, chrome), "", *_lighthouse(site, chrome), ""]
    lines += [*_preview(chrome), "", *_answers(), ""]
    PAGE.write_text("\n".join(lines), encoding="utf-8")
    return 0


def _weights(site: Path, chrome: str) -> Iterator[str]:
    kinds = [*weights.KINDS.values(), "other"]
    yield "## First visit, in bytes over the wire\n"
    yield f"| page | {' | '.join(kinds)} | all | requests |"
    yield f"| --- |{' ---: |' * (len(kinds) + 2)}"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chrome, args=browser.ARGUMENTS)
        for name, address in PAGES.items():
            weight = weights.weigh(site, address, running)
            cells = [f"{weight.by_kind[kind]:,}" for kind in kinds]
            yield f"| {name} | {' | '.join(cells)} | {weight.total:,} | {weight.requests} |"
        picture.take(site, running, PAGE.with_name("home.png"))
        running.close()


def _lighthouse(site: Path, chrome: str) -> Iterator[str]:
    yield f"## Lighthouse {lighthouse.VERSION}\n"
    yield "| page | profile | performance | accessibility | practices | SEO | LCP | TBT | CLS |"
    yield "| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    with serving(site, weights.BASE, is_compressed=True) as root:
        for name, address in PAGES.items():
            for profile in ("mobile", "desktop"):
                visits = [lighthouse.report(root + address, profile, chrome) for _ in range(VISITS)]
                said = sorted(visits, key=attrgetter("largest_paint"))[VISITS // 2]
                blocking = _middle([round(visit.blocking) for visit in visits])
                scores = " | ".join(str(said.scores[each]) for each in lighthouse.CATEGORIES)
                yield (
                    f"| {name} | {profile} | {scores} | {said.largest_paint / 1000:.2f} s "
                    f"| {blocking} | {said.shift:.3f} |"
                )


def _preview(chrome: str) -> Iterator[str]:
    yield f"## From a saved file to the changed page, in `serve` at {preview.EVENTS:,} events\n"
    yield "| page | median | shortest | longest |"
    yield "| --- | ---: | ---: | ---: |"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chrome, args=browser.ARGUMENTS)
        for each in preview.figures(running):
            yield (
                f"| {each.page} | {each.middle:.2f} s "
                f"| {each.shortest:.2f} s | {each.longest:.2f} s |"
            )
        running.close()


def _answers() -> Iterator[str]:
    events, slowdown = interaction.EVENTS, interaction.SLOWDOWN
    yield f"## Answers, at {events} events and with a processor {slowdown} times slower\n"
    yield (
        "The longest task, and the longest time from an input to the next picture; wheels and "
        "pointers that move are no inputs to browsers. The first two rows are what browser and "
        "machine take by themselves: for one and the same text, laid out before each round, which "
        "tells how quick the machine was just then, and for a page with one field.\n"
    )
    yield "| what a reader does | longest task | slowest answer |"
    yield "| --- | ---: | ---: |"
    for visits in zip(*(interaction.figures() for _ in range(VISITS)), strict=True):
        tasks = _middle([visit.longest_task for visit in visits], 50)
        answers = [visit.slowest_answer for visit in visits if visit.slowest_answer is not None]
        told = _middle(answers, 16) if answers else ""
        yield f"| {visits[0].name} | {tasks} | {told} |"


def _middle(milliseconds: Sequence[int], least: int = 0) -> str:
    """The middle one and the longest, where the browser tells 0 for all below the least."""
    middle, longest = (
        f"{each} ms" if each or not least else f"below {least} ms"
        for each in (median_low(milliseconds), max(milliseconds))
    )
    return middle if middle == longest else f"{middle} ({longest})"


if __name__ == "__main__":
    sys.exit(main())
