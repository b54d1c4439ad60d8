"""One changed event changes the files that show it, and leaves all others as they stand."""

from __future__ import annotations

import json
import os
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.site.repository import repository
from timeline import pipeline
from timeline.write import MANIFEST, Written

FLAGSHIP = Path(__file__).resolve().parents[2] / "content"

#: An event on a track, with actors, sources and relations, as most have them.
EVENT = "nuclear-safety/grossi-mediation.md"
ANEW = "It is told by another name"
AGES_AGO = 1_000_000_000 * 10**9


def shown(path: Path) -> str:
    """What a file says, whatever its format makes of quotation marks, dashes and long lines."""
    text = path.read_bytes().decode("utf-8-sig", "replace")
    if path.suffix == ".json":
        text = json.dumps(json.loads(text), ensure_ascii=False).replace('\\"', '"')
    if path.suffix == ".ics":
        text = text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";")
    # Markup inside of a format is escaped twice.
    return unescape(unescape(unquote(text)))


def showing(site: Path, *words: str) -> set[str]:
    """The files of a site in which some of the words stand; its own list of files is none."""
    return {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.name != MANIFEST and any(word in shown(path) for word in words)
    }


@pytest.fixture(scope="module")
def change(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str], Written]:
    """The site after an event was told anew and committed; which files showed it before or show it
    now; and what was written. All files were made old between the two builds.
    """
    made = repository(tmp_path_factory.mktemp("change"))
    content, out = made.folder / "content", made.folder.parent / "site"
    shutil.copytree(FLAGSHIP, content)
    made.commit("2024-05-01T10:00:00")
    built = pipeline.build(content, out)
    assert built.timeline
    event = built.timeline.by_id[Path(EVENT).stem]
    before = showing(out, event.title, event.address)
    for path in out.rglob("*"):
        os.utime(path, ns=(AGES_AGO, AGES_AGO))
    text = (content / "events" / EVENT).read_text("utf-8").replace(event.title, ANEW)
    made.write(f"content/events/{EVENT}", f"{text.rstrip()} And with one more sentence.\n")
    made.commit("2024-06-01T10:00:00")
    again = pipeline.build(content, out)
    assert again.written
    return out, before | showing(out, ANEW, event.address), again.written


def test_files_that_show_the_event_are_written_and_no_other(
    change: tuple[Path, set[str], Written],
) -> None:
    _, shows_it, written = change
    assert set(written.changed) == shows_it
    assert written.removed == ()


def test_those_are_its_page_what_lists_it_and_what_follows_it(
    change: tuple[Path, set[str], Written],
) -> None:
    changed = set(change[2].changed)
    assert changed >= {
        f"events/{Path(EVENT).stem}.html", "index.html", "embed.html", "events.json", "events.csv",
        "events.ics", "timelinejs.json", "feed.xml", "feed.json", "tracks/nuclear-safety.html",
        "tracks/nuclear-safety.xml", "tracks/nuclear-safety.ics",
    }  # fmt: skip
    assert not {"schema.json", "about.html", "404.html", "sources/index.html"} & changed
    assert not any(address.startswith("assets/") for address in changed)


def test_everything_else_keeps_its_time_of_change(change: tuple[Path, set[str], Written]) -> None:
    """Caches go by it, and rsync."""
    out, _, written = change
    young = {
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if path.is_file() and path.stat().st_mtime_ns != AGES_AGO
    }
    assert young == set(written.changed)
