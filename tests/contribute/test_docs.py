"""What the documents for contributors promise."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from timeline import pipeline
from timeline.commands import cli

ROOT = Path(__file__).resolve().parents[2]
DOCS = [
    ROOT / name
    for name in ("build.py", "CONTRIBUTING.md", "docs/first-event.md", "docs/writing.md",
                 "docs/suggestions.md")
]  # fmt: skip


def commands(path: Path) -> list[str]:
    """The commands that a document shows, what follows two blanks (an explanation) left out."""
    text = re.sub(r" *\\\n *", " ", path.read_text("utf-8"))
    shown = re.findall(r"(?m)(?:^ *|`)python3 build\.py ?([^`\n]*?)(?:   *\S.*|`|$)", text)
    return [
        re.sub(r"\[[^\]]*\]", "", command.replace(" #", "  #").split("  ")[0]) for command in shown
    ]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_command_that_is_shown_exists(path: Path) -> None:
    found = [command for command in commands(path) if not command.startswith("test")]
    assert found or path.name == "writing.md"
    for command in found:
        cli.parser().parse_args(shlex.split(command))


def test_every_command_is_named_at_the_door() -> None:
    shown = {command.partition(" ")[0] for command in commands(ROOT / "build.py")} - {"", "test"}
    listed = re.search(r"\n    (check .*)", cli.parser().format_help(), re.DOTALL)
    assert listed
    assert shown == set(re.findall(r"(?m)^    (\w+)", f"    {listed[1]}"))


@pytest.fixture
def flagship(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "content", tmp_path / "content"))


def test_event_to_paste_has_no_errors(flagship: Path) -> None:
    text = (ROOT / "docs" / "first-event.md").read_text("utf-8")
    pasted = re.search(r"```markdown\n(.*?)```", text, re.DOTALL)
    assert pasted
    event = re.sub(r"(?m)^   ", "", pasted[1])
    (flagship / "events" / "delegations-meet-in-abu-dhabi.md").write_text(event, "utf-8")
    assert not pipeline.read(flagship)[0].has_errors


def test_scaffolds_that_are_shown_make_files(
    flagship: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = [c for c in commands(ROOT / "docs" / "first-event.md") if c.startswith("new ")]
    whole = [command for command in shown if "--" in command]
    assert len(whole) >= 3
    for command in whole:
        assert cli.main([*shlex.split(command), "--content", str(flagship)]) == 0
        assert Path(capsys.readouterr().out.strip()).is_file()
    assert not pipeline.read(flagship)[0].has_errors
