"""The whole build, on real content trees, as its readers and machines meet it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.nu import nu_messages
from tests.site.crawling import crawl
from tests.site.repository import repository
from tests.visiting import visiting
from timeline import pipeline

ROOT = Path(__file__).resolve().parents[2]
FLAGSHIP = ROOT / "content"
SITES = sorted(path for path in (ROOT / "tests" / "sites").iterdir() if path.is_dir())


@pytest.fixture(scope="session", params=[FLAGSHIP, *SITES], ids=lambda path: path.name)
def content(request: pytest.FixtureRequest) -> Path:
    """Each content tree in turn: the flagship, and small ones that have nothing to do with it."""
    path: Path = request.param
    return path


@pytest.fixture(scope="session")
def site(content: Path, site_of: Callable[[Path], Path]) -> Path:
    return site_of(content)


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by its path below it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_every_link_and_fragment_leads_somewhere(site: Path) -> None:
    pages = [path.relative_to(site).as_posix() for path in site.rglob("*.html")]
    assert crawl(f"{site.as_uri()}/", *pages).faults() == []


def test_every_page_is_reached_from_the_home_page(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    unreached = pages - crawl(f"{site.as_uri()}/").visited()
    redirects = {p for p in unreached if 'http-equiv="refresh"' in (site / p).read_text("utf-8")}
    assert unreached - redirects <= {"404.html", "embed.html"}


def test_html_is_valid(site_of: Callable[[Path], Path]) -> None:
    assert nu_messages(*map(site_of, [FLAGSHIP, *SITES])) == []


def test_nothing_is_asked_of_another_host(site: Path, browser: Browser) -> None:
    """A reader's visit is nobody else's business; the page also works without a server."""
    with visiting(browser) as page:
        for path in (*site.glob("*.html"), *site.glob("*/index.html")):
            page.goto(path.as_uri())


def test_flagship_has_no_warnings() -> None:
    """Each warning was looked at: mended, or allowed with a reason in the file."""
    built, _ = pipeline.read(FLAGSHIP)
    assert [(p.file, p.code) for p in built.problems] == []


#: Builds like build.py, on a machine whose clock is ahead by so many seconds.
BUILD_LATER = """
import datetime, sys, time
ahead, now = int(sys.argv[1]), time.time
time.time = lambda: now() + ahead
class Later(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
datetime.datetime = Later
from timeline.commands.cli import main
sys.exit(main([]))
"""


def test_another_machine_builds_the_same_bytes_of_a_commit(tmp_path: Path) -> None:
    """Another day, folder, time zone, language and hash seed must not show."""
    origin = repository(tmp_path / "here")
    for part in ("timeline", "templates", "assets", "content"):
        shutil.copytree(
            ROOT / part, origin.folder / part, ignore=shutil.ignore_patterns("__pycache__")
        )
    origin.commit("2024-05-01T23:30:15", zone="-0500")
    origin.git("clone", "--quiet", str(origin.folder), str(tmp_path / "dört köşe 東"))
    sites = []
    for name, zone, language, seed, ahead in (
        ("here", "UTC", "C.UTF-8", "0", "0"),
        ("dört köşe 東", "Pacific/Kiritimati", "tr_TR.UTF-8", "4711", "100_000_000"),
    ):
        environment = {**os.environ, "TZ": zone, "LANG": language, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", BUILD_LATER, ahead], cwd=tmp_path / name, env=environment,
            check=True, capture_output=True,
        )  # fmt: skip
        sites.append(files(tmp_path / name / "site"))
    assert sites[0] == sites[1]
    assert b"<updated>2024-05-01T23:30:15Z</updated>" in sites[0]["feed.xml"]


def test_building_again_writes_nothing(tmp_path: Path) -> None:
    pipeline.build(FLAGSHIP, tmp_path / "site")
    again = pipeline.build(FLAGSHIP, tmp_path / "site")
    assert again.written is not None
    assert (again.written.changed, again.written.removed) == ((), ())


def test_events_json_holds_every_event(site: Path, content: Path) -> None:
    """Counted a second way: by the files that say nothing of draft or withdrawal."""
    data = json.loads((site / "events.json").read_text("utf-8"))
    files = [
        path
        for path in (content / "events").rglob("*.md")
        if not {"draft: true", "withdrawn:"} & set(path.read_text("utf-8").split("\n"))
    ]
    assert sorted(event["id"] for event in data["events"]) == sorted(path.stem for path in files)
