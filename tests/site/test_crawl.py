"""The flagship's site under any address: below a folder, at a root, and without a server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from tests.serving import serving
from tests.site.crawling import Crawl, crawl
from tests.visiting import near, ready, visiting
from timeline import pipeline

COMET = Path(__file__).resolve().parents[1] / "sites" / "comet"

#: Where a site may stand; "" is a folder on a disk.
WAYS = ("/some/repo/", "/", "")

#: What no page leads to: it is asked for by name.
ASKED_FOR = {
    ".backchannel", ".nojekyll", "404.html", "_headers", "assets/fonts/OFL.txt", "embed.html",
    "robots.txt", "schema.json", "timelinejs.json",
}  # fmt: skip


@contextmanager
def standing(folder: Path, way: str) -> Iterator[str]:
    """The address of the site's root, as it stands there."""
    if not way:
        yield f"{folder.as_uri()}/"
        return
    with serving(folder, way) as address:
        yield address


@pytest.fixture(scope="module", params=WAYS)
def found(request: pytest.FixtureRequest, flagship: Path) -> Crawl:
    """All that is found of the site where it stands: it does not know its public address."""
    with standing(flagship, request.param) as root:
        return crawl(root, *ASKED_FOR & files(flagship))


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> tuple[Crawl, set[str]]:
    """All that is found of a site that knows its address, and the files that it has."""
    out = tmp_path_factory.mktemp("public")
    with serving(out) as address:
        assert not pipeline.build(COMET, out, url=address).has_errors
        return crawl(address, *ASKED_FOR & files(out)), files(out)


def files(folder: Path) -> set[str]:
    """The paths of everything in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_every_address_in_every_file_leads_to_something(found: Crawl) -> None:
    assert found.faults() == []


def test_every_file_is_found_from_the_home_page(found: Crawl, flagship: Path) -> None:
    """But those that are asked for by name."""
    assert set(found.files) == files(flagship)


def test_site_without_a_public_address_names_no_host_of_its_own(found: Crawl) -> None:
    assert [link for link in found.links if link.written.startswith(found.root)] == []


def test_whole_addresses_of_a_public_site_lead_to_its_files(public: tuple[Crawl, set[str]]) -> None:
    found, written = public
    assert found.faults() == []
    assert set(found.files) == written


def test_pages_of_a_public_site_link_to_each_other_relatively(
    public: tuple[Crawl, set[str]],
) -> None:
    """A copy of it works elsewhere; only 404.html cannot know where it is served."""
    found, _ = public
    whole = {
        found.path(link.file)
        for link in found.links
        if link.use != "read" and link.written.startswith(found.root)
    }
    assert whole == {"404.html"}


def kinds(folder: Path) -> dict[str, list[str]]:
    """Kind of page → its pages."""
    found: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.html")):
        kind = re.search(r'<body data-page="(\w+)"', path.read_text("utf-8"))
        name = kind[1] if kind else path.stem
        found.setdefault(name, []).append(path.relative_to(folder).as_posix())
    return found


WHOLE = """() => ({
  title: document.title,
  heading: document.querySelectorAll('h1').length,
  words: document.querySelector('main').innerText.split(/\\s+/).length,
  unstyled: [...document.styleSheets].filter(sheet => sheet.ownerNode.sheet === null).length,
  type: getComputedStyle(document.querySelector('h1')).fontFamily,
  pictures: [...document.images].filter(image => image.complete && !image.naturalWidth).length,
  elements: [...document.querySelectorAll(':not(:defined)')].map(element => element.localName),
})"""


def matters(message: ConsoleMessage, root: str) -> bool:
    """Whether a line of the console tells of a failure: from a disk browsers run no modules."""
    expected = root.startswith("file:") and "from origin 'null' has been blocked" in message.text
    loading = root.startswith("file:") and "Failed to load resource" in message.text
    return message.type in ("error", "warning") and not (expected or loading)


@pytest.mark.parametrize("way", WAYS)
def test_pages_of_every_kind_are_whole_in_a_browser(
    flagship: Path, browser: Browser, way: str
) -> None:
    """Of kinds with many pages each place has others."""
    with standing(flagship, way) as root, visiting(browser) as page:
        said: list[str] = []
        page.on("console", lambda m: said.append(m.text) if matters(m, root) else None)
        for kind, pages in kinds(flagship).items():
            address = pages[len(pages) * WAYS.index(way) // len(WAYS)]
            page.goto(root + address)
            if way:
                near(page)
                ready(page)
            told = page.evaluate(WHOLE)
            assert told["title"], address
            assert told["heading"] == 1, address
            assert told["words"] > 10, address
            assert "Georgia" in told["type"], address
            assert (told["unstyled"], told["pictures"]) == (0, 0), address
            assert said == [], f"{kind}: {address}"


def test_from_a_disk_a_page_keeps_no_room_for_controls(flagship: Path, browser: Browser) -> None:
    """Browsers run no modules there: it is the page without script, in its own face."""
    seen = {}
    for script in (True, False):
        with standing(flagship, "") as root, visiting(browser, java_script_enabled=script) as page:
            page.goto(f"{root}index.html")
            expect(page.locator(".filters")).to_be_hidden()
            expect(page.locator(".view-controls")).to_be_hidden()
            page.locator(".chart-window").scroll_into_view_if_needed()
            boxes = [page.locator(part).first.bounding_box() for part in ("h1", ".chart-window")]
            seen[script] = boxes
    assert seen[True] == seen[False]


def made(folder: Path, **pages: str) -> Crawl:
    """The crawl of a small site below a folder; `a__b` is a/b.html."""
    for name, html in {"index": "", **pages}.items():
        path = folder / "site" / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><title>A</title>{html}", "utf-8")
    return crawl(f"{(folder / 'site').as_uri()}/")


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ('<a href="gone.html">', "gone.html: is not there"),
        ('<a href="/index.html">', "/index.html: is an absolute path"),
        ('<a href="../index.html">', "../index.html: leaves the site"),
        ('<a href="#gone">', "#gone: names no place there"),
        ('<img src="https://example.org/a.png">', "another host"),
        ('<img srcset="a.png 1x, https://example.org/b.png 2x">', "another host"),
        ('<img srcset="a.png 1x, b.png 2x">', "b.png: is not there"),
        ("<style>@import 'a.css';</style>", "a.css: is not there"),
        ('<p style="background: url(//example.org/a.png)">', "another host"),
        ('<script type="application/ld+json">{"@id": "gone.html#it"}</script>', "is not there"),
        ('<meta http-equiv="refresh" content="0; url=gone.html">', "is not there"),
        ('<link rel="stylesheet" href="https://example.org/a.css">', "another host"),
    ],
)
def test_crawler_finds_what_is_wrong(tmp_path: Path, html: str, why: str) -> None:
    assert any(why in fault for fault in made(tmp_path, index=html).faults())


def test_crawler_has_nothing_against_links_to_other_hosts(tmp_path: Path) -> None:
    html = '<a href="https://example.org/">a</a> <a href="mailto:a@example.org">b</a>'
    assert made(tmp_path, index=html).faults() == []


def test_crawler_tells_visitors_from_machines(tmp_path: Path) -> None:
    found = made(
        tmp_path,
        index='<a href="a.html">a</a><link rel="alternate" href="b.html">',
        a='<a href="x/c.html#here">c</a>',
        b="",
        x__c='<i id="here"></i>',
    )
    assert found.faults() == []
    assert found.visited() == {"index.html", "a.html", "x/c.html"}
    assert set(found.files) == {"index.html", "a.html", "b.html", "x/c.html"}
