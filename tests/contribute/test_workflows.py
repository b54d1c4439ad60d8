"""The workflows: what they may do, and what their steps do in a clean clone, GitHub apart."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.contribute.conftest import FILES, write
from tests.contribute.previewing import checkout
from tests.contribute.test_issue_form import FILLED

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"

needs_git = pytest.mark.skipif(
    os.name == "nt" or not shutil.which("git"), reason="the steps are for bash and git"
)


def workflow(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load((WORKFLOWS / f"{name}.yml").read_text("utf-8"))
    return found


def jobs(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = workflow(name)["jobs"]
    return found


@pytest.mark.parametrize("name", ["pull-request", "suggest"])
def test_nothing_is_permitted_but_what_a_job_asks_for(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in jobs(name).values())


def test_proposed_code_runs_where_nothing_can_be_written() -> None:
    assert list(workflow("pull-request")[True]) == ["pull_request"]  # YAML reads `on` as true
    assert [job["permissions"] for job in jobs("pull-request").values()] == [{"contents": "read"}]


def test_job_that_can_write_runs_none_of_our_code() -> None:
    writing = [job for job in jobs("suggest").values() if "write" in job["permissions"].values()]
    (answer,) = writing
    assert "build.py" not in yaml.dump(answer)


@pytest.mark.parametrize("name", ["pull-request", "suggest"])
def test_steps_never_hold_a_text_that_somebody_typed(name: str) -> None:
    """`${{ … }}` is pasted into the script before a shell reads it."""
    for job in jobs(name).values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@pytest.mark.parametrize("name", ["pull-request", "suggest"])
def test_actions_are_githubs_own_and_pinned_by_major_version(name: str) -> None:
    for job in jobs(name).values():
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


class Clone:
    """A clean clone of a repository with the small timeline, and the runner around it."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "clone"
        self.temp = folder / "runner"
        self.origin = folder / "origin.git"
        self.calls = folder / "gh.txt"
        source = checkout(folder / "source")
        for name, front in FILES.items():
            write(source / "content" / name, front)
        (source / ".gitignore").write_text("/site/\n/.cache/\n__pycache__/\n")
        self.git("init", "--quiet", "--initial-branch=main", cwd=source)
        self.commit("Begin", cwd=source)
        self.git("clone", "--quiet", "--bare", str(source), str(self.origin), cwd=folder)
        self.git("clone", "--quiet", str(self.origin), str(self.path), cwd=folder)
        (self.temp / "bin").mkdir(parents=True)
        self.program("python3", f'exec "{sys.executable}" "$@"')
        self.program("gh", f'printf "%s\\n" "$*" >> "{self.calls}"; cat /dev/null')

    def program(self, name: str, script: str) -> None:
        path = self.temp / "bin" / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def git(self, *arguments: str, cwd: Path | None = None) -> str:
        return subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@t.example", *arguments],
            cwd=cwd or self.path, check=True, capture_output=True, encoding="utf-8",
        ).stdout  # fmt: skip

    def commit(self, subject: str, cwd: Path | None = None) -> None:
        self.git("add", "--all", cwd=cwd)
        self.git("commit", "--quiet", "--message", subject, cwd=cwd)

    def run(self, script: str, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a step as a runner does: bash, stopping at the first failure."""
        environ = {
            **os.environ,
            "PATH": f"{self.temp / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.temp),
            "RUNNER_TEMP": str(self.temp),
            "ANSWER": str(self.temp / "answer"),
            "GITHUB_EVENT_PATH": str(self.temp / "event.json"),
            "GITHUB_STEP_SUMMARY": str(self.temp / "summary.md"),
            "GITHUB_REPOSITORY": "somebody/timeline",
            "GITHUB_SERVER_URL": "https://github.example",
            **more,
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.path, env=environ, check=False, capture_output=True, encoding="utf-8",
        )  # fmt: skip


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(tmp_path)


def scripts(job: Mapping[str, Any]) -> dict[str, str]:
    return {step["name"]: step["run"] for step in job["steps"] if "run" in step}


@needs_git
def test_pull_request_is_checked_built_and_summarised(clone: Clone) -> None:
    clone.git("switch", "--quiet", "--create", "proposal")
    front = FILES["events/first-talks.md"].replace("first", "second")
    write(clone.path / "content" / "events" / "second-talks.md", front)
    clone.commit("Add the second talks")
    clone.git("switch", "--quiet", "main")
    clone.git("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    steps = scripts(jobs("pull-request")["check"])
    for script in steps.values():
        done = clone.run(script)
        assert done.returncode == 0, done.stderr
    assert (clone.path / "site" / "events" / "second-talks.html").is_file()
    summary = (clone.temp / "summary.md").read_text("utf-8")
    assert "| 17 November 2022 | The second talks | Norland, Sutland |" in summary
    assert "The first talks |" not in summary


@needs_git
def test_mistake_in_a_pull_request_is_annotated_and_summarised(clone: Clone) -> None:
    clone.git("switch", "--quiet", "--create", "proposal")
    path = clone.path / "content" / "events" / "first-talks.md"
    path.write_text(path.read_text().replace("sutland", "sutlnd"))
    clone.commit("Break it")
    clone.git("switch", "--quiet", "main")
    clone.git("merge", "--quiet", "--no-ff", "--message", "Merge", "proposal")
    steps = scripts(jobs("pull-request")["check"])
    checked = clone.run(steps["Check"])
    assert checked.returncode == 1
    assert "::error file=content/events/first-talks.md,line=5,col=19" in checked.stdout
    assert clone.run(steps["Summarise"]).returncode == 0
    assert "1 error to mend first" in (clone.temp / "summary.md").read_text("utf-8")


def suggest(clone: Clone, text: str) -> str:
    """Run both jobs on an issue; what was asked of `gh`, and the comment or body it was given."""
    (clone.temp / "event.json").write_text(json.dumps({"issue": {"body": text}}), "utf-8")
    for script in scripts(jobs("suggest")["read"]).values():
        done = clone.run(script)
        assert done.returncode == 0, done.stderr
    clone.git("reset", "--quiet", "--hard")  # the other job has a clone of its own
    for script in scripts(jobs("suggest")["answer"]).values():
        done = clone.run(script, BASE="main", ISSUE="12", GH_TOKEN="none")
        assert done.returncode == 0, done.stderr
    return clone.calls.read_text("utf-8")


@needs_git
def test_filled_form_becomes_a_branch_and_a_pull_request(clone: Clone) -> None:
    called = suggest(clone, FILLED)
    assert "pr create --repo somebody/timeline --base main --head suggestion-12" in called
    assert "--title Add the-second-talks-harbour-more" in called
    body = (clone.temp / "answer" / "body.md").read_text("utf-8")
    assert "The second talks: " in body
    assert "Closes #12." in body
    files = clone.git("diff", "--name-only", "main", "suggestion-12", cwd=clone.origin)
    assert files.split() == [
        "content/events/the-second-talks-harbour-more.md", "content/sources/talks-go-on.md",
    ]  # fmt: skip
    assert not (clone.path / "broken").exists(), "a command in the issue's text was run"


@needs_git
def test_form_with_mistakes_is_answered_with_them(clone: Clone) -> None:
    called = suggest(clone, FILLED.replace("2022-12-08", "8 Dec, ```\n$(touch broken)"))
    assert called.startswith("issue comment 12 --repo somebody/timeline --body-file")
    assert "pr create" not in called
    comment = (clone.temp / "answer" / "comment.md").read_text("utf-8")
    assert "    When did it happen?: " in comment
    assert "Preparing" not in comment
    assert clone.git("branch", "--list", "suggestion-12", cwd=clone.origin) == ""
    assert not (clone.path / "broken").exists()


@needs_git
def test_edited_form_updates_its_branch(clone: Clone) -> None:
    suggest(clone, FILLED)
    clone.git("switch", "--quiet", "main")
    clone.git("branch", "--quiet", "-D", "suggestion-12")
    suggest(clone, FILLED.replace("2022-12-08", "2022-12-09"))
    event = "suggestion-12:content/events/the-second-talks-harbour-more.md"
    assert "date: 2022-12-09" in clone.git("show", event, cwd=clone.origin)
