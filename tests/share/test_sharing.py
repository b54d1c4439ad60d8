"""Every page of a site with a public address has a picture, and it is there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.render.telling import RUSSIA, event, timeline
from tests.share.making import URL, Counting, shared, size
from timeline import pipeline
from timeline.commands.live_site import LiveSite
from timeline.dates import parse
from timeline.exports import pictures
from timeline.records import Withdrawal

DIG = Path(__file__).resolve().parents[1] / "sites" / "dig"


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A content folder that names its public address."""
    folder = Path(shutil.copytree(DIG, tmp_path_factory.mktemp("content") / "content"))
    about = folder / "timeline.md"
    about.write_text(about.read_text("utf-8").replace("---\n", f"---\nurl: {URL}\n", 1), "utf-8")
    return folder


@pytest.fixture(scope="module")
def cache() -> Counting:
    return Counting()


@pytest.fixture(scope="module")
def site(content: Path, cache: Counting) -> dict[str, bytes]:
    built, loaded = pipeline.read(content)
    assert built.timeline
    return pipeline.render(built.timeline, loaded, cache=cache)


def tags(html: bytes) -> dict[str, str]:
    return {
        node.attributes.get("property") or node.attributes.get("name") or "":
            node.attributes["content"] or ""
        for node in LexborHTMLParser(html.decode()).css("meta[content]")
    }  # fmt: skip


def shown(site: dict[str, bytes]) -> Iterator[tuple[str, dict[str, str]]]:
    """Every page that says what it is to those who share it, with its tags."""
    for address, data in site.items():
        if address.endswith(".html") and "og:title" in (found := tags(data)):
            yield address, found


def test_every_page_names_a_picture_that_is_there(site: dict[str, bytes]) -> None:
    pages = dict(shown(site))
    assert len(pages) > 10
    for page, found in pages.items():
        assert found["twitter:card"] == "summary_large_image", page
        assert found["og:image"].startswith(URL), page
        png = site[unquote(found["og:image"].removeprefix(URL))]
        assert size(png) == (int(found["og:image:width"]), int(found["og:image:height"])), page
        assert found["og:image:alt"], page


def test_every_picture_is_named_by_a_page(site: dict[str, bytes]) -> None:
    named = {unquote(found["og:image"].removeprefix(URL)) for _, found in shown(site)}
    assert {address for address in site if address.startswith("share/")} == named


def test_each_picture_is_drawn_once_and_never_again_without_a_change(
    content: Path, site: dict[str, bytes], cache: Counting
) -> None:
    assert len(cache.drawn) == sum(address.startswith("share/") for address in site)
    built, loaded = pipeline.read(content)
    assert built.timeline
    before = dict(cache.drawn)
    assert pipeline.render(built.timeline, loaded, cache=cache) == site
    assert cache.drawn == before


def test_site_that_does_not_know_its_address_has_no_pictures() -> None:
    """Who unfurls a link takes no relative address."""
    built, loaded = pipeline.read(DIG)
    assert built.timeline
    site = pipeline.render(built.timeline, loaded)
    assert not [address for address in site if address.startswith("share/")]
    assert {found["twitter:card"] for _, found in shown(site)} == {"summary"}


def test_preview_draws_nothing_before_it_is_asked_for(
    content: Path, site: dict[str, bytes]
) -> None:
    built, loaded = pipeline.read(content)
    assert built.timeline
    cache = Counting()
    live = LiveSite(built.timeline, loaded, {}, cache)
    assert live.get("index.html") == site["index.html"]
    assert live.addresses() == set(site)
    assert not cache.drawn
    assert live.get("share/index.png") == site["share/index.png"]
    assert live.get("share/index.png") == site["share/index.png"]
    assert len(cache.drawn) == 1
    assert live.get("share/nothing.png") is None


def test_preview_shows_the_pictures_that_a_build_writes(
    content: Path, site: dict[str, bytes], cache: Counting
) -> None:
    built, loaded = pipeline.read(content)
    assert built.timeline
    live = LiveSite(built.timeline, loaded, {}, cache)
    assert {address: live.get(address) for address in site} == site


def test_other_pages_show_the_picture_of_the_whole() -> None:
    own = pictures.of(shared(event(withdrawn=Withdrawal(parse("2023"), "Told in error"))))
    for page in ("about.html", "when/2022.html", "sources/lewis.html", "events/meeting.html"):
        assert pictures.address(page, own) == "share/index.png"


def test_actor_of_few_events_has_no_picture_of_its_own() -> None:
    few, more = (
        pictures.of(shared(*(event(f"e{n}") for n in range(count)))) for count in (2, 3)
    )  # fmt: skip
    assert RUSSIA.address not in few
    assert more[RUSSIA.address] == "share/actors/russia.png"


def test_of_too_many_events_the_key_ones_have_pictures() -> None:
    many = [event(f"e{n}", key=n % 100 == 0) for n in range(pictures.LIMIT + 1)]
    pages = {page for page in pictures.of(shared(*many)) if page.startswith("events/")}
    assert pages == {f"events/e{n}.html" for n in range(0, pictures.LIMIT + 1, 100)}
    assert len(pictures.of(shared(*many[:-1]))) == pictures.LIMIT + 4


def test_timeline_without_an_address_plans_no_pictures() -> None:
    assert pictures.of(timeline(event())) == {}
    assert pictures.address("index.html", {}) == ""
