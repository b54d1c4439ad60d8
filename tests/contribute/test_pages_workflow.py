"""pages.yml: what it may, in what order, and its steps, run in a clean clone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.contribute.cloning import Clone, jobs, needs_git, scripts, small_timeline

ADDRESS = "https://someone.github.io/timeline"

#: GitHub's own command, where there are Pages, where there are none, and where it cannot tell.
HAS_PAGES = f"#!/bin/sh\necho {ADDRESS}/\n"
HAS_NONE = '#!/bin/sh\necho "gh: Not Found (HTTP 404)" >&2\nexit 1\n'
CANNOT_TELL = '#!/bin/sh\necho "gh: Bad Gateway (HTTP 502)" >&2\nexit 1\n'


@pytest.fixture(scope="module")
def workflow() -> dict[str, Any]:
    return jobs("pages")


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(small_timeline(tmp_path / "source"), tmp_path)


def place(job: dict[str, Any], mark: str) -> int:
    """Where in a job the step stands that runs or uses something."""
    steps = [step.get("run", step.get("uses", "")) for step in job["steps"]]
    (found,) = [at for at, step in enumerate(steps) if mark in step]
    return found


def test_nothing_is_uploaded_before_it_is_checked_and_built(workflow: dict[str, Any]) -> None:
    build = workflow["build"]
    check, make, upload = (
        place(build, mark) for mark in ("build.py check", "build.py --url", "upload-pages-artifact")
    )
    assert check < make < upload
    assert workflow["deploy"]["needs"] == "build"
    assert not any("continue-on-error" in step for step in build["steps"])
    assert not {"if"} & {*build["steps"][check], *build["steps"][make]}


def test_only_the_job_that_publishes_may_write(workflow: dict[str, Any]) -> None:
    """The other one runs the code of the repository."""
    assert set(workflow["build"]["permissions"].values()) == {"read"}
    assert workflow["deploy"]["permissions"] == {
        "contents": "read", "pages": "write", "id-token": "write",
    }  # fmt: skip
    assert all("checkout" not in step.get("uses", "") for step in workflow["deploy"]["steps"])


def test_one_publishes_at_a_time_and_only_the_newest_commit(workflow: dict[str, Any]) -> None:
    deploy = workflow["deploy"]
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    last = deploy["steps"][-1]
    assert last["uses"].startswith("actions/deploy-pages@")
    assert last["if"] == "steps.branch.outputs.newest == github.sha"


def test_the_whole_history_is_there_when_the_site_is_built(workflow: dict[str, Any]) -> None:
    """A clone of the newest commit alone does not know when a page was changed."""
    steps = workflow["build"]["steps"]
    assert steps[place(workflow["build"], "actions/checkout")]["with"]["fetch-depth"] == "0"


@needs_git
def test_build_steps_run_in_a_clean_clone(workflow: dict[str, Any], clone: Clone) -> None:
    clone.program("gh", HAS_PAGES)
    for script in scripts(workflow["build"]).values():
        done = clone.run(script, PUBLIC_ADDRESS=ADDRESS)
        assert done.returncode == 0, done.stderr
    home = (clone.path / "site" / "index.html").read_text("utf-8")
    assert f"{ADDRESS}/" in home
    assert (clone.temp / "output").read_text() == "has_pages=true\n"


@needs_git
def test_repository_without_pages_is_built_and_told_how_to_publish(
    workflow: dict[str, Any], clone: Clone
) -> None:
    """A fork, or a new repository: nothing is wrong with it, so that nothing fails."""
    clone.program("gh", HAS_NONE)
    for script in scripts(workflow["build"]).values():
        done = clone.run(script, PUBLIC_ADDRESS="")
        assert done.returncode == 0, done.stderr
        assert ("::warning::Nothing is published yet" in done.stdout) is ("gh api" in script)
    assert (clone.path / "site" / "index.html").is_file()
    assert (clone.temp / "output").read_text() == "has_pages=false\n"
    assert workflow["deploy"]["if"] == "needs.build.outputs.has_pages == 'true'"


@needs_git
def test_question_that_is_not_answered_stops_the_run(
    workflow: dict[str, Any], clone: Clone
) -> None:
    """It is no reason to publish nothing and to call that a success."""
    clone.program("gh", CANNOT_TELL)
    done = clone.run(scripts(workflow["build"])["Ask whether there are Pages"])
    assert done.returncode == 1
    assert "Bad Gateway" in done.stderr


@needs_git
def test_content_with_a_mistake_stops_the_run(workflow: dict[str, Any], clone: Clone) -> None:
    event = clone.path / "content" / "events" / "first-talks.md"
    event.write_text(event.read_text("utf-8").replace("harbour", "harbor"), "utf-8")
    done = clone.run(scripts(workflow["build"])["Check the content"])
    assert done.returncode == 1
    assert "::error file=" in done.stdout + done.stderr


@needs_git
@pytest.mark.parametrize(("newest", "says"), [("abc123", False), ("def456", True)])
def test_commit_that_is_no_longer_the_newest_says_so(
    workflow: dict[str, Any], clone: Clone, newest: str, says: bool
) -> None:
    """GitHub's own command stands in for the question; it answers with the branch's newest."""
    asked = "repos/somebody/timeline/commits/main"
    clone.program("gh", f'#!/bin/sh\n[ "$2" = {asked} ] && echo {newest}\n')
    done = clone.run(
        scripts(workflow["deploy"])["Ask which commit is the newest"],
        GITHUB_REF_NAME="main",
        GITHUB_SHA="abc123",
    )
    assert done.returncode == 0, done.stderr
    assert (clone.temp / "output").read_text() == f"newest={newest}\n"
    assert ("::notice::main has moved on" in done.stdout) is says
