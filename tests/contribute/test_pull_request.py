"""What a pull request brings, as its reviewer reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contribute.conftest import write
from timeline import pipeline
from timeline.commands import cli, pull_request

FRONT = "title: {title}\ndate: 2022-12-08\ntrack: harbour\nactors: norland\nsource: {source}"


def summary(content: Path, *new: str) -> str:
    built, _ = pipeline.read(content, drafts=True)
    return pull_request.summary(built, new)


def test_new_events_are_listed_with_dates_and_sources(content: Path) -> None:
    write(content / "events" / "a.md", FRONT.format(title="New talks", source="[gazette, ledger]"))
    told = summary(content, "events/a.md")
    assert "No errors" in told
    assert "| 8 December 2022 | New talks | Norland | Talks at last, Ledger |" in told
    assert "The first talks" not in told


def test_errors_are_listed_with_what_to_do(content: Path) -> None:
    write(content / "events" / "a.md", FRONT.format(title="New talks", source="gazete"))
    told = summary(content, "events/a.md")
    assert "**1 error to mend first.**" in told
    assert "events/a.md:6:9" in told
    assert 'Did you mean "gazette"?' in told


def test_likely_duplicates_stand_apart_and_other_files_warnings_are_only_counted(
    content: Path,
) -> None:
    for name in ("a", "b"):
        front = FRONT.format(title="New talks begin", source="gazette")
        write(content / "events" / f"{name}.md", front)
    told = summary(content, "events/b.md")
    duplicates, _, others = told.partition("### Warnings")
    assert "### Likely duplicates" in duplicates
    assert "New talks begin" in duplicates
    assert "single\\-source" in others
    assert "1 warning in files that were not touched." in others


def test_text_of_a_contributor_stays_text(content: Path) -> None:
    title = '"<img src=x> | [click](https://x.example) @everyone `rm` **b**"'
    write(content / "events" / "a.md", FRONT.format(title=title, source="gazette"))
    told = summary(content, "events/a.md")
    assert "&lt;img src=x>" in told
    for live in ("<img", "[click](", " @everyone", "`rm`", "**b**", " | \\["):
        assert live not in told


def test_command_takes_paths_as_git_gives_them(
    content: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(content / "events" / "a.md", FRONT.format(title="New talks", source="gazette"))
    monkeypatch.chdir(content.parent)
    assert cli.main(["summary", "content/events/a.md", "README.md"]) == 0
    assert "New talks" in capsys.readouterr().out
