"""What the README promises, run."""

from __future__ import annotations

import re
from pathlib import Path

from timeline import pipeline
from timeline.problems import as_text

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")

#: What the event that is shown names.
AROUND = {
    "timeline.md": "title: Back channels\nroles: [party, convenor]",
    "tracks/fertiliser.md": "title: Ammonia and grain",
    "actors/russia.md": "name: Russia",
    "actors/ukraine.md": "name: Ukraine",
    "actors/united-nations.md": "name: United Nations",
}


def content_with(event: str, folder: Path) -> Path:
    """A content folder that holds the event as abu-dhabi.md, and what it names."""
    content = folder / "content"
    for file, front in AROUND.items():
        path = content / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\n{front}\n---\n", encoding="utf-8")
    (content / "events").mkdir()
    (content / "events" / "abu-dhabi.md").write_text(event, encoding="utf-8")
    return content


def shown(language: str) -> list[str]:
    """The code blocks of the README in a language, "" for none."""
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    return [block for named, block in blocks if named == language]


def test_event_that_is_shown_becomes_a_page(tmp_path: Path) -> None:
    (event,) = shown("markdown")
    built = pipeline.build(content_with(event, tmp_path), tmp_path / "site")
    assert not built.has_errors
    page = (tmp_path / "site" / "events" / "abu-dhabi.html").read_text("utf-8")
    assert "Delegations meet in Abu Dhabi" in page


def test_mistake_is_told_as_shown(tmp_path: Path) -> None:
    (event,) = shown("markdown")
    (message,) = (block for block in shown("") if "error:" in block)
    content = content_with(event.replace("[russia,", "[rusia,"), tmp_path)
    built, _ = pipeline.read(content)
    assert as_text(built.problems, "content") == message.rstrip("\n")


def test_dates_that_are_shown_are_read(tmp_path: Path) -> None:
    (event,) = shown("markdown")
    (sentence,) = re.findall(
        r"^Dates are as vague as.*?\.\s[A-Z]", README, re.DOTALL | re.MULTILINE
    )
    dates = re.findall(r"`([^`]+)`", sentence)
    assert len(dates) >= 4
    for index, date in enumerate(dates):
        folder = tmp_path / str(index)
        folder.mkdir()
        built, _ = pipeline.read(content_with(event.replace("2022-11-17", date), folder))
        assert not built.has_errors, date


def test_everything_that_is_linked_is_there() -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(targets) > 8
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_tree_that_is_drawn_is_the_tree() -> None:
    (tree,) = (block for block in shown("") if "build.py        the door" in block)
    tops = re.findall(r"^([a-z.]+)/? ", tree, re.MULTILINE)
    below = re.findall(r"^  ([a-z.]+)/? ", tree, re.MULTILINE)
    made = {"site", "media"}
    assert [name for name in tops if not (ROOT / name).exists() and name not in made] == []
    assert [n for n in below if not (ROOT / "content" / n).exists() and n not in made] == []
