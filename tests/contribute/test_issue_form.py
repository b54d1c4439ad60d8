"""The form "Suggest an event" and what is read from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from timeline import pipeline
from timeline.check.fields import KINDS
from timeline.commands import cli, issue_form

FORM = Path(__file__).resolve().parents[2] / ".github/ISSUE_TEMPLATE/suggest-an-event.yml"

FILLED = """\
### What happened, in one plain line?

The second talks: "harbour" & more

### When did it happen?

2022-12-08

### Which track does it belong to?

The harbour

### Who took part?

- The North
host = Sutland

### Where can this be read?

https://a.example/talks-go-on
https://gazette.example/talks

### Where did it happen?

_No response_

### What does the source say, in your own words?

Both sides came. $(touch broken) `touch broken`

---
Nobody signed.
"""


def test_form_asks_exactly_what_is_read() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    asked = [part["attributes"]["label"] for part in form["body"] if part["type"] != "markdown"]
    assert asked == [*issue_form.QUESTIONS, issue_form.BODY]


def test_form_requires_what_an_event_requires() -> None:
    form = yaml.safe_load(FORM.read_text("utf-8"))
    required = {
        issue_form.QUESTIONS.get(part["attributes"]["label"])
        for part in form["body"]
        if part.get("validations", {}).get("required")
    }
    assert required == {row.name for row in KINDS["event"].fields if row.required}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_filled_form_becomes_an_event(content: Path, tmp_path: Path, line_end: str) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"issue": {"body": FILLED.replace("\n", line_end)}}), "utf-8")
    arguments = ["new", "event", "--from-issue", str(event), "--content", str(content)]
    assert cli.main(arguments) == 0
    built, _ = pipeline.read(content)
    assert built.timeline
    found = built.timeline.by_id["the-second-talks-harbour-more"]
    assert found.title == 'The second talks: "harbour" & more'
    assert [(part.actor, part.role) for part in found.actors] == [
        ("norland", "involved"), ("sutland", "host"),
    ]  # fmt: skip
    assert [citation.source for citation in found.sources] == ["talks-go-on", "gazette"]
    assert found.place == ""
    assert "$(touch broken) `touch broken`" in found.body.text
    assert found.body.text.rstrip().endswith("Nobody signed.")


def test_mistakes_are_told_by_the_question(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "issue.md"
    filled = FILLED.replace("2022-12-08", "_No response_").replace("Sutland", "Sutlnd")
    text.write_text(filled, "utf-8")
    arguments = ["new", "event", "--from-issue", str(text), "--content", str(content)]
    assert cli.main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert 'Who took part?: No actor "Sutlnd". Did you mean "sutland"?' in told.err
    assert "When did it happen?: When it happened" in told.err


@pytest.mark.parametrize("text", ["", "Hello", "### When did it happen?", "### \n\n### "])
def test_issue_that_is_no_form_is_told_what_is_missing(
    content: Path, tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "issue.md").write_text(text, "utf-8")
    arguments = ["new", "event", "--from-issue", str(tmp_path / "issue.md")]
    assert cli.main([*arguments, "--content", str(content)]) == 2
    assert "The event still needs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("event.json", b"{}", "no issue is in this"),
        ("event.json", b"[1]", "no issue is in this"),
        ("event.json", b'{"issue": {"body": 5}}', "no issue is in this"),
        ("event.json", b'{"issue": ', "this is not JSON"),
        ("event.json", b"[" * 200_000, "this is not JSON"),
        ("event.json", b'{"issue": {"body": "\\ud800"}}', "this is not UTF-8"),
        ("issue.md", "Zo\xeb".encode("latin-1"), "this is not UTF-8"),
    ],
)
def test_file_without_an_issue_is_told(
    content: Path, tmp_path: Path, name: str, data: bytes, told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    (tmp_path / name).write_bytes(data)
    arguments = ["new", "event", "--from-issue", str(tmp_path / name), "--content", str(content)]
    assert cli.main(arguments) == 2
    assert f"{name}: {told}" in capsys.readouterr().err
