"""Pages as readers meet them: in a browser, on a narrow screen, on paper, without styles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.nu import nu_messages
from tests.render.everything import everything
from tests.render.telling import TEMPLATES, event, timeline
from tests.visiting import visiting
from timeline.model.model import Timeline
from timeline.records import About
from timeline.render import assets, pages

ASSETS = TEMPLATES.parent / "assets"
ADDRESSES = (
    "index.html", "events/refusal.html", "events/meeting.html", "actors/index.html",
    "actors/russia.html", "tracks/peace.html", "tracks/ammonia.html", "sources/index.html",
    "sources/lewis.html", "when/2022.html", "when/2022-12.html", "corrections.html", "about.html",
    "404.html", "events/gone.html",
)  # fmt: skip
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def write(told: Timeline, folder: Path) -> Path:
    """The pages of a timeline with their assets, as files."""
    fixed = assets.load(ASSETS)
    sheets = tuple(address for address in fixed if address.endswith(".css"))
    whole = {**dict(pages.render(told, TEMPLATES, stylesheets=sheets)), **fixed}
    for address, data in {**whole, "media/a b.png": PIXEL}.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(everything(), tmp_path_factory.mktemp("everything"))


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[Page]:
    with visiting(browser, viewport={"width": 320, "height": 640}) as page:
        yield page


def test_html_is_valid(folder: Path) -> None:
    assert nu_messages(folder) == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_scrolls_sideways_on_a_narrow_screen(
    folder: Path, narrow: Page, address: str
) -> None:
    """320 px is also what 1280 px are at 400 % zoom (WCAG 2.2, 1.4.10)."""
    narrow.goto((folder / address).as_uri())
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_site_with_one_event_fits_one_screen(tmp_path: Path, browser: Browser) -> None:
    write(timeline(event(), about=About(title="One event")), tmp_path)
    with visiting(browser, viewport={"width": 1280, "height": 1400}) as page:
        page.goto((tmp_path / "index.html").as_uri())
        assert page.evaluate("document.documentElement.scrollHeight") <= 1400


def test_the_page_for_missing_addresses_has_its_style(folder: Path, browser: Browser) -> None:
    """Its policy names the hash of the one style that it carries."""
    with visiting(browser) as page:
        page.goto((folder / "404.html").as_uri())
        width = page.evaluate("document.querySelector('main').getBoundingClientRect().width")
        assert width < 700


def test_certainty_keeps_its_shape_in_forced_colours(folder: Path, browser: Browser) -> None:
    """Browsers fill transparent borders there, and take gradients away."""
    with visiting(browser, forced_colors="active") as page:
        page.goto((folder / "index.html").as_uri())
        shapes = page.evaluate(
            """() => Object.fromEntries([...document.querySelectorAll('.entry')].map(entry => {
                const style = getComputedStyle(entry.querySelector('.entry-when'), '::before');
                return [entry.dataset.certainty, {
                    border: parseFloat(style.borderLeftWidth),
                    gap: style.borderTopColor,
                    half: style.backgroundImage,
                }];
            }))"""
        )
    assert shapes["reported"]["border"] > 2 * shapes["rumoured"]["border"] > 0
    assert shapes["planned"]["border"] == 0
    assert shapes["planned"]["half"].count("gradient") == 4
    assert shapes["rumoured"]["gap"] == "rgba(0, 0, 0, 0)"
    assert "gradient" in shapes["disputed"]["half"]


def test_on_paper_sources_are_numbered_and_links_written_out(
    folder: Path, browser: Browser
) -> None:
    with visiting(browser) as page:
        page.goto((folder / "index.html").as_uri())
        page.emulate_media(media="print")
        after = "e => getComputedStyle(e, '::after').content"
        cited = page.locator("#meeting .entry-sources a").first.evaluate(after)
        original = page.locator(".sources .original").first.evaluate(after)
        assert cited == '" [1]"'
        assert original == '" (https://example.org/talking)"'
        expect(page.locator(".top nav")).to_be_hidden()
        expect(page.locator("#refusal .entry-title")).to_be_visible()


def test_titles_stand_in_the_printed_page(folder: Path, browser: Browser) -> None:
    with visiting(browser) as page:
        page.goto((folder / "index.html").as_uri())
        page.emulate_media(media="print")
        heights = page.locator(".entry-title").evaluate_all("all => all.map(e => e.offsetHeight)")
    assert len(heights) == 5
    assert min(heights) > 0
