"""Times of the built site: true to the commits of its content, for feed readers and robots."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.site.repository import Repository, repository
from timeline import pipeline
from timeline.commands.cli import main

DIG = Path(__file__).resolve().parents[1] / "sites" / "dig"
URL = "https://example.org/some/repo/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def dug(tmp_path: Path) -> Repository:
    """The dig, committed at three times: all of it, then an event, then an actor."""
    made = repository(tmp_path / "dug")
    shutil.copytree(DIG, made.folder / "content")
    made.commit("2025-05-01T10:00:00")
    event = "content/events/trench-a/first-cut.md"
    made.write(event, (made.folder / event).read_text("utf-8") + "\nIt rained.\n")
    made.commit("2025-06-01T10:00:00")
    actor = "content/actors/field-school.md"
    made.write(actor, (made.folder / actor).read_text("utf-8") + "\nIt has a hut.\n")
    made.commit("2025-07-01T10:00:00")
    return made


def build(made: Repository, site: Path) -> Path:
    built = pipeline.build(made.folder / "content", site, url=URL)
    assert built.written is not None
    return site


def entries(feed: Path) -> list[tuple[str, str]]:
    """Title and update of each entry, in their order."""
    return [
        (entry.findtext("a:title", "", ATOM), entry.findtext("a:updated", "", ATOM))
        for entry in ElementTree.parse(feed).getroot().findall("a:entry", ATOM)
    ]


def lastmods(site: Path) -> dict[str, str]:
    """Page → its month, as the sitemap has it."""
    return {
        entry.findtext("s:loc", "", MAP).removeprefix(URL): entry.findtext("s:lastmod", "", MAP)[:7]
        for entry in ElementTree.parse(site / "sitemap.xml").getroot()
    }


def test_feed_begins_with_the_event_that_was_committed_last(
    dug: Repository, tmp_path: Path
) -> None:
    site = build(dug, tmp_path / "site")
    (first, updated), *others = entries(site / "feed.xml")
    assert first == "The first cut"
    assert updated == "2025-06-01T10:00:00Z"
    assert {updated for _, updated in others} == {"2025-05-01T10:00:00Z"}
    assert entries(site / "tracks" / "trench-a.xml")[0] == (first, updated)


def test_sitemap_says_when_what_a_page_shows_was_committed(dug: Repository, tmp_path: Path) -> None:
    months = lastmods(build(dug, tmp_path / "site"))
    assert months["events/first-cut.html"] == "2025-06"
    assert months["events/hill-rises.html"] == "2025-05"
    assert months["actors/field-school.html"] == "2025-07"
    assert months["tracks/trench-a.html"] == "2025-07"  # what the school wants there
    assert months["tracks/deep-time.html"] == "2025-05"
    assert months["about.html"] == "2025-05"
    assert months[""] == "2025-07"


def test_page_and_calendar_say_the_same_as_the_feed(dug: Repository, tmp_path: Path) -> None:
    site = build(dug, tmp_path / "site")
    page = (site / "events" / "first-cut.html").read_text("utf-8")
    changed = re.findall(r'article:modified_time" content="([^"]*)"', page)
    assert changed == ["2025-06-01T10:00:00Z"]
    assert "LAST-MODIFIED:20250601T100000Z" in (site / "events.ics").read_text("utf-8")


def test_edit_that_is_not_committed_leaves_the_times(dug: Repository, tmp_path: Path) -> None:
    before = lastmods(build(dug, tmp_path / "site"))
    event = dug.folder / "content" / "events" / "hill-rises.md"
    event.write_text(event.read_text("utf-8") + "\nIt still does.\n", "utf-8")
    assert lastmods(build(dug, tmp_path / "site")) == before


def test_shallow_clone_has_the_days_of_the_content_and_says_so(
    dug: Repository, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its only commit seems to have changed everything: that would be told to every reader."""
    dug.git("clone", "--quiet", "--depth=1", dug.folder.as_uri(), str(tmp_path / "shallow"))
    shutil.copytree(dug.folder / "content", tmp_path / "plain" / "content")
    told, out = {}, tmp_path / "built"
    for name in ("shallow", "plain"):
        arguments = ["--content", str(tmp_path / name / "content"), "--out", str(out / name)]
        assert main([*arguments, "--url", URL, "--no-cache"]) == 0
        told[name] = capsys.readouterr().err
    assert "git fetch --unshallow" in told["shallow"]
    assert "git fetch" not in told["plain"]
    shallow, plain = (out / name for name in ("shallow", "plain"))
    assert entries(shallow / "feed.xml") == entries(plain / "feed.xml")
    assert lastmods(shallow) == lastmods(plain)
