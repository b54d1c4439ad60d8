"""docs/publishing.md: what it tells other hosts to run is run, and what it says is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from tests.contribute.cloning import ROOT, WORKFLOWS, Clone, jobs, needs_git, small_timeline
from tests.contribute.cloning import workflow as read
from timeline import write

TEXT = (ROOT / "docs" / "publishing.md").read_text("utf-8")

ADDRESS = "https://timeline.example/some/"


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(small_timeline(tmp_path / "source"), tmp_path)


def shown(language: str) -> list[str]:
    """The blocks in a language, "" for none."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    return [block for named, block in blocks if named == language]


def run(clone: Clone, script: str, **environment: str) -> None:
    done = clone.run(script, **environment)
    assert done.returncode == 0, done.stderr


def home(clone: Clone, folder: str) -> str:
    return (clone.path / folder / "index.html").read_text("utf-8")


@needs_git
def test_gitlab_builds_and_publishes_with_its_own_address(clone: Clone) -> None:
    (settings,) = shown("yaml")
    job = yaml.safe_load(settings)["pages"]
    for script in job["script"]:
        run(clone, script, CI_PAGES_URL=ADDRESS)
    (folder,) = job["artifacts"]["paths"]
    assert ADDRESS in home(clone, folder)
    assert job["variables"] == {"GIT_DEPTH": "0"}


@needs_git
def test_netlify_builds_and_publishes_with_its_own_address(clone: Clone) -> None:
    (settings,) = shown("toml")
    build = tomllib.loads(settings)["build"]
    run(clone, build["command"], URL=ADDRESS)
    assert ADDRESS in home(clone, build["publish"])
    assert (clone.path / build["publish"] / "_headers").is_file()


@needs_git
def test_cloudflare_builds_and_publishes(clone: Clone) -> None:
    (command,) = re.findall(r"- Build command: `(.*)`", TEXT)
    (folder,) = re.findall(r"- Build output directory: `(.*)`", TEXT)
    run(clone, command)
    assert home(clone, folder)


@needs_git
def test_any_server_is_given_the_folder(clone: Clone) -> None:
    (block,) = (each for each in shown("") if "rsync" in each)
    build, copy = block.splitlines()
    run(clone, build)
    assert "https://example.org/timeline/" in home(clone, "site")
    assert f"--exclude={write.MANIFEST} site/" in copy


@needs_git
def test_headers_can_be_added_to(clone: Clone) -> None:
    (command,) = re.findall(r"`(cat .*_headers)`", TEXT)
    run(clone, "python3 build.py; echo '/media/*' > more-headers.txt")
    run(clone, command)
    text = (clone.path / "site" / "_headers").read_text("utf-8")
    assert text.startswith("/*\n")
    assert text.endswith("\n/media/*\n")
    run(clone, "python3 build.py")


@needs_git
def test_timeline_begins_beside_the_clone(clone: Clone) -> None:
    """`init` takes the docs, the licence and the workflows along where they are."""
    (command,) = (each for each in shown("") if " init " in each)
    run(clone, command)
    assert (clone.path.parent / "harbour-talks" / "content" / "timeline.md").is_file()


def test_every_workflow_is_told_by_its_name() -> None:
    told = dict(re.findall(r"^\| \*(.+?)\*, `(.+?)\.yml` \|", TEXT, re.MULTILINE))
    assert told == {read(path.stem)["name"]: path.stem for path in WORKFLOWS.glob("*.yml")}


def test_issue_about_links_is_told_by_its_label() -> None:
    tell = jobs("links")["tell"]["steps"][-1]
    words = " ".join(TEXT.split())
    assert f"`{tell['env']['LABEL']}`" in words
    (title,) = re.findall(r'--title "(.*?)"', tell["run"])
    assert f'"{title}"' in words


def test_every_section_that_is_linked_is_there() -> None:
    linked = re.findall(r"\]\(#(.*?)\)", TEXT)
    headings = re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)
    anchors = {re.sub(r"[^a-z -]", "", each.lower()).replace(" ", "-") for each in headings}
    assert len(linked) > 8
    assert set(linked) <= anchors
