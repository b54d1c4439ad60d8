"""A first contribution from beginning to end, by somebody who knows only what they are told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from timeline.commands import cli

Capture = pytest.CaptureFixture[str]


def mend(path: Path, problem: dict[str, Any], width: int) -> None:
    """Do what the hint says, at the place that the problem names; nothing else is known."""
    wanted = re.search(r'(?:Did you mean|Write) "?([^"?]+?)"?(?:\?|$|[.;,] )', problem["hint"])
    assert wanted, problem["hint"]
    lines = path.read_text("utf-8").split("\n")
    line, start = lines[problem["line"] - 1], problem["column"] - 1
    lines[problem["line"] - 1] = line[:start] + wanted[1] + line[start + width :]
    path.write_text("\n".join(lines), "utf-8")


def test_first_contribution(
    content: Path, capsys: Capture, served: Callable[..., str], page: Page, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    where = ["--content", str(content), "--out", str(site)]

    # A file to fill in.
    scaffold = [
        "new", "event", "The ferry runs again", "--date", "2022-12-08", "--track", "harbour",
        "--actor", "host=norland", "--actor", "guest=sutland",
        "--source", "https://a.example/ferry-runs",
    ]  # fmt: skip
    assert cli.main([*scaffold, *where[:2]]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert cli.main(["check", *where]) == 0
    text = path.read_text("utf-8").replace("# place: Town hall  # Where.", "place: The old pier")
    path.write_text(text + "\nFor the first time since spring, [[actor:norland]] let it pass.\n")
    assert cli.main(["check", *where]) == 0

    # Three mistakes at once, and all three are told at once.
    text = path.read_text("utf-8")
    for right, wrong in (
        ("date: 2022-12-08", "date: 8 December 2022"),
        ("guest: sutland", "guest: suthland"),
        ("[[actor:norland]]", "[[actor:the-north]]"),
    ):
        assert right in text
        text = text.replace(right, wrong)
    path.write_text(text, "utf-8")
    capsys.readouterr()
    assert cli.main([*where]) == 1
    assert not site.exists()
    told = capsys.readouterr().err
    assert cli.main(["check", "--format", "json", *where]) == 1
    errors = [p for p in json.loads(capsys.readouterr().out) if p["severity"] == "error"]
    assert [p["code"] for p in errors] == ["bad-date", "unknown-actor", "alias-as-id"]
    carets = [
        len(line.strip(" |")) for line in told.split("\n") if re.fullmatch(r" +\| +\^+", line)
    ]

    # Mended from the hints alone, then published and found.
    for problem, width in zip(errors, carets, strict=True):
        mend(path, problem, width)
    assert cli.main([*where]) == 0
    page.goto(served(site))
    page.get_by_role("heading").get_by_role("link", name="The ferry runs again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The ferry runs again")
    article = page.get_by_role("main")
    for words in ("8 December 2022", "The old pier", "Norland", "Sutland", "a.example"):
        expect(article).to_contain_text(words)
