"""The workflows: what they may do, and what their steps do in a clean clone, GitHub apart.

What publishes and what asks for links have files of their own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.contribute.cloning import (
    WORKFLOWS,
    Clone,
    jobs,
    needs_git,
    scripts,
    small_timeline,
    workflow,
)
from tests.contribute.conftest import FILES, write
from tests.contribute.test_issue_form import FILLED

NAMES = sorted(path.stem for path in WORKFLOWS.glob("*.yml"))

every = pytest.mark.parametrize("name", NAMES)


@every
def test_nothing_is_permitted_but_what_a_job_asks_for(name: str) -> None:
    assert workflow(name)["permissions"] == {}
    assert all("permissions" in job and "timeout-minutes" in job for job in jobs(name).values())


def test_proposed_code_runs_where_nothing_can_be_written() -> None:
    assert list(workflow("pull-request")["on"]) == ["pull_request"]
    assert [job["permissions"] for job in jobs("pull-request").values()] == [{"contents": "read"}]


@pytest.mark.parametrize("name", ["links", "pages", "suggest"])
def test_job_that_can_write_runs_none_of_our_code(name: str) -> None:
    writing = [job for job in jobs(name).values() if "write" in job["permissions"].values()]
    (one,) = writing
    assert "build.py" not in yaml.dump(one)


@every
def test_steps_never_hold_a_text_that_somebody_typed(name: str) -> None:
    """`${{ … }}` is pasted into the script before a shell reads it."""
    for job in jobs(name).values():
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")


@every
def test_actions_are_githubs_own_and_pinned_by_major_version(name: str) -> None:
    for job in jobs(name).values():
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"])
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] == "false"


def test_an_action_has_one_version_everywhere() -> None:
    used = {
        step["uses"]
        for name in NAMES
        for job in jobs(name).values()
        for step in job["steps"]
        if "uses" in step
    }
    names = [action.partition("@")[0] for action in used]
    assert sorted(names) == sorted(set(names))


def test_nothing_is_kept_where_strangers_are_read() -> None:
    """A cache that a pull request or an issue could fill would be read when the site is built."""
    assert not any("actions/cache" in yaml.dump(workflow(n)) for n in ("pull-request", "suggest"))


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    return Clone(small_timeline(tmp_path / "source"), tmp_path)


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
