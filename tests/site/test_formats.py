"""What machines read, judged by each format's own rules, of whole content trees.

The flagship, small trees that have nothing to do with it, and one in which every text is made to
break something.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
from lxml import etree
from selectolax.lexbor import LexborHTMLParser

from tests.exports.making import URL
from tests.exports.test_atom import SCHEMA
from tests.exports.test_jsonfeed import faults
from tests.exports.test_jsonld import expanded, parts
from timeline import exports, pipeline
from timeline.model.model import Timeline
from timeline.render import pages

ROOT = Path(__file__).resolve().parents[2]
TREES = [ROOT / "content", *sorted((ROOT / "tests" / "sites").iterdir())]

#: Ends of what a format would have to escape, and what only looks like one.
HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]> & &amp; <b>bold</b> &#0; \"'`",
    "BEGIN:VEVENT; a, b\\n \\; END:VEVENT",
    "{{ site }} {% raw %} ${x} %s {0}",
    "=1+1;@SUM(A1)",
    "\u202eright to left\u202c שלום 🕊️ " + "x" * 120,
)


@dataclass(frozen=True)
class Told:
    """A timeline that knows its public address, and its site but for pictures."""

    timeline: Timeline
    site: dict[str, bytes]

    def of(self, ending: str) -> dict[str, bytes]:
        """The files of a kind, by address."""
        return {name: data for name, data in self.site.items() if name.endswith(ending)}


def tell(content: Path) -> Told:
    """The site of a content folder, as the build makes it."""
    built, loaded = pipeline.read(content)
    assert built.timeline, built.problems
    timeline = replace(built.timeline, about=replace(built.timeline.about, url=URL))
    shared, _ = pipeline.surroundings(timeline, loaded)
    site = dict(pages.every(shared, pipeline.TEMPLATES))
    return Told(timeline, site | exports.render(timeline, pages.html_of(shared), list(site)))


def quoted(text: str) -> str:
    """Text as YAML writes it in double quotes."""
    return json.dumps(text, ensure_ascii=False)


def hostile(folder: Path) -> Path:
    """A content folder whose every text is hostile; each of the texts is an event's title."""
    said = quoted(HOSTILE[0])

    def write(file: str, /, **fields: str) -> None:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        front = "".join(f"{field}: {value}\n" for field, value in fields.items())
        path.write_text(f"---\n{front}---\n\n{HOSTILE[1]}\n", "utf-8")

    write("timeline.md", title=said, tagline=said, licence=said, as_of="2024-05")
    write("tracks/garden.md", title=said, question=quoted(HOSTILE[2]))
    write("actors/anna.md", name=said, aliases=f"[{quoted(HOSTILE[3])}]", kind="person")
    write("sources/diary.md", title=said, publisher=said, author=said)
    for number, title in enumerate(HOSTILE):
        write(
            f"events/e{number}.md",
            title=quoted(title),
            date=f"2024-04-{number + 1:02d}",
            date_text=said,
            track="garden",
            actors="anna",
            source=f"{{id: diary, at: {said}}}",
            place=said,
            certainty="disputed",
            claims=f"[{{by: anna, stance: denies, text: {said}}}]",
            corrections=f"[{{date: 2024-05-0{number + 1}, text: {said}}}]",
        )
    write("events/gone.md", title=said, date="2024-04", track="garden", actors="anna",
          source="diary", withdrawn=f"{{date: 2024-05-09, reason: {said}}}")  # fmt: skip
    return folder


@pytest.fixture(scope="module", params=[*TREES, None], ids=lambda at: at.name if at else "hostile")
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Each content tree in turn."""
    return tell(request.param or hostile(tmp_path_factory.mktemp("hostile")))


def data(page: bytes) -> list[dict[str, Any]]:
    """The JSON-LD of a page."""
    blocks = LexborHTMLParser(page).css('script[type="application/ld+json"]')
    return [json.loads(block.text()) for block in blocks]


def calendar(written: bytes) -> list[Any]:
    """The entries of a calendar."""
    return list(icalendar.Calendar.from_ical(written).walk("VEVENT"))


def test_every_atom_feed_is_valid_and_read_as_it_was_meant(told: Told) -> None:
    feeds = {name: feed for name, feed in told.of(".xml").items() if name != "sitemap.xml"}
    assert "feed.xml" in feeds
    for address, feed in feeds.items():
        assert SCHEMA.validate(etree.fromstring(feed)), f"{address}: {SCHEMA.error_log}"
        read = feedparser.parse(feed)
        assert not read.bozo, address
        assert len({entry.id for entry in read.entries}) == len(read.entries), address
        moments = [entry.updated for entry in read.entries]
        assert moments == sorted(moments, reverse=True), address


def test_every_json_feed_keeps_the_rules(told: Told) -> None:
    for address, feed in told.of(".json").items():
        read = json.loads(feed)
        if "jsonfeed.org" in str(read.get("version")):
            assert faults(read) == [], address
    assert faults(json.loads(told.site["feed.json"])) == []


def test_every_calendar_is_read_back_without_an_error(told: Told) -> None:
    for address, written in told.of(".ics").items():
        entries = calendar(written)
        assert entries, address
        assert not any(entry.errors for entry in entries), address
        assert len({str(entry["UID"]) for entry in entries}) == len(entries), address
        assert all(entry["DTSTART"].dt < entry["DTEND"].dt for entry in entries), address
        assert all(line == b"" or len(line) <= 75 for line in written.split(b"\r\n")), address


def test_json_ld_of_every_page_is_understood_without_loss(told: Told) -> None:
    """One page of many will do: those of a kind are alike."""
    seen = 0
    for number, (address, page) in enumerate(sorted(told.of(".html").items())):
        if number % 5 == 0 or len(told.timeline.events) < 50:
            for document in data(page):
                expanded(document, address)
                seen += len(list(parts(document)))
    assert seen


def test_sitemap_lists_the_pages_and_nothing_else(told: Told) -> None:
    root = ElementTree.fromstring(told.site["sitemap.xml"])
    listed = [entry.findtext("{*}loc", "").removeprefix(URL) or "index.html" for entry in root]
    moved = {
        address for address, page in told.of(".html").items() if b'http-equiv="refresh"' in page
    }
    assert sorted(listed) == sorted({*told.of(".html")} - moved - {"404.html", "embed.html"})
    assert not any(b"noindex" in told.site[address] for address in listed)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """The tree that is made to break something."""
    return tell(hostile(tmp_path_factory.mktemp("broken")))


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_title_is_the_same_title_in_every_format(broken: Told, number: int) -> None:
    address, title = f"events/e{number}.html", HOSTILE[number]
    entries = ElementTree.fromstring(broken.site["feed.xml"]).findall("{*}entry")
    heading = LexborHTMLParser(broken.site[address]).css_first("h1")
    assert heading
    assert heading.text(strip=True) == title
    assert title in [entry.findtext("{*}title") for entry in entries]
    assert title in [item["title"] for item in json.loads(broken.site["feed.json"])["items"]]
    assert title in [event["title"] for event in json.loads(broken.site["events.json"])["events"]]
    assert title in [part.get("name") for part in parts(data(broken.site[address]))]
    assert any(each["SUMMARY"].startswith(title) for each in calendar(broken.site["events.ics"]))


def test_no_hostile_text_becomes_a_script(broken: Told) -> None:
    for address, page in broken.of(".html").items():
        for script in LexborHTMLParser(page).css("script:not([src])"):
            assert script.attributes == {"type": "application/ld+json"}, address
