"""pages.yml: what it may, in what order, and its commands, run in a clean copy of the project."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.exports.making import DIG

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = ROOT / ".github" / "workflows" / "pages.yml"

#: What a build needs; content/ comes from the small site of the tests.
PROJECT = ("build.py", "pyproject.toml", "requirements", "timeline", "templates", "assets")


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    # BaseLoader, because YAML 1.1 takes the key `on` for true.
    read = yaml.load(WORKFLOW.read_text("utf-8"), Loader=yaml.BaseLoader)
    found: dict[str, Any] = read["jobs"]
    return found


def place(job: dict[str, Any], mark: str) -> int:
    """Where in a job the step stands that runs or uses something."""
    steps = [step.get("run", step.get("uses", "")) for step in job["steps"]]
    (found,) = [at for at, step in enumerate(steps) if mark in step]
    return found


def test_nothing_is_uploaded_before_it_is_checked_and_built(jobs: dict[str, Any]) -> None:
    build = jobs["build"]
    check, make, upload = (
        place(build, mark) for mark in ("build.py check", "build.py --url", "upload-pages-artifact")
    )
    assert check < make < upload
    assert jobs["deploy"]["needs"] == "build"
    assert not any("continue-on-error" in step or "if" in step for step in build["steps"])


def test_only_the_job_that_publishes_may_write(jobs: dict[str, Any]) -> None:
    """The other one runs the code of the repository."""
    assert set(jobs["build"]["permissions"].values()) == {"read"}
    assert jobs["deploy"]["permissions"] == {
        "contents": "read", "pages": "write", "id-token": "write",
    }  # fmt: skip
    assert all("checkout" not in step.get("uses", "") for step in jobs["deploy"]["steps"])


def test_one_publishes_at_a_time_and_only_the_newest_commit(jobs: dict[str, Any]) -> None:
    deploy = jobs["deploy"]
    assert deploy["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}
    last = deploy["steps"][-1]
    assert last["uses"].startswith("actions/deploy-pages@")
    assert last["if"] == "steps.branch.outputs.newest == github.sha"


def test_actions_are_githubs_own_pinned_by_major_version(jobs: dict[str, Any]) -> None:
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    for action in used:
        name, _, version = action.partition("@v")
        assert name.startswith("actions/")
        assert version.isdigit()


def run(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as the runner does: bash that stops at the first failure."""
    path = os.pathsep.join([str(folder / "bin"), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A clean copy of the project whose `python3` is the one that runs the tests."""
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    shutil.copytree(DIG, tmp_path / "content")
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    return tmp_path


def test_build_steps_run_in_a_clean_checkout(jobs: dict[str, Any], checkout: Path) -> None:
    address = "https://someone.github.io/timeline"
    for step in jobs["build"]["steps"]:
        if "run" in step:
            done = run(step["run"], checkout, PUBLIC_ADDRESS=address)
            assert done.returncode == 0, done.stderr
    home = (checkout / "site" / "index.html").read_text("utf-8")
    assert f"{address}/" in home


def test_content_with_a_mistake_stops_the_run(jobs: dict[str, Any], checkout: Path) -> None:
    event = checkout / "content" / "events" / "hill-rises.md"
    event.write_text(event.read_text("utf-8").replace("deep-time", "shallow-time"), "utf-8")
    steps = jobs["build"]["steps"]
    done = run(steps[place(jobs["build"], "build.py check")]["run"], checkout)
    assert done.returncode == 1
    assert "::error file=" in done.stdout + done.stderr


@pytest.mark.parametrize(("newest", "says"), [("abc123", False), ("def456", True)])
def test_commit_that_is_no_longer_the_newest_says_so(
    jobs: dict[str, Any], tmp_path: Path, newest: str, says: bool
) -> None:
    """GitHub's own command stands in for the question; it answers with the branch's newest."""
    asked = tmp_path / "bin" / "gh"
    asked.parent.mkdir()
    asked.write_text(f'#!/bin/sh\n[ "$2" = repos/a/b/commits/main ] && echo {newest}\n')
    asked.chmod(0o755)
    done = run(
        jobs["deploy"]["steps"][0]["run"],
        tmp_path,
        GITHUB_REPOSITORY="a/b",
        GITHUB_REF_NAME="main",
        GITHUB_SHA="abc123",
        GITHUB_OUTPUT=str(tmp_path / "output"),
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output").read_text() == f"newest={newest}\n"
    assert ("::notice::main has moved on" in done.stdout) is says
