"""What counts as a change, and when."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.commands.watch import Watch


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "events").mkdir(parents=True)
    (folder / "events" / "a.md").write_text("a")
    return folder


def rename(folder: Path) -> None:
    (folder / "events" / "a.md").rename(folder / "events" / "b.md")


def delete(folder: Path) -> None:
    (folder / "events" / "a.md").unlink()


def delete_all(folder: Path) -> None:
    delete(folder)
    (folder / "events").rmdir()
    folder.rmdir()


def write(folder: Path) -> None:
    (folder / "events" / "deeper").mkdir()
    (folder / "events" / "deeper" / "b.md").write_text("b")


def edit(folder: Path) -> None:
    (folder / "events" / "a.md").write_text("longer")


@pytest.mark.parametrize("change", [write, edit, rename, delete, delete_all])
def test_change_is_told_once_when_it_is_complete(
    folder: Path, change: Callable[[Path], None]
) -> None:
    told: list[str] = []
    watch = Watch([folder], lambda: told.append("changed"))
    assert watch.examine() == (None, None)
    change(folder)
    assert watch.examine() == (None, None), "the first look may see half a file"
    assert watch.examine() == ("*", None)
    assert watch.examine() == (None, None)
    assert told == ["changed"]


def test_many_saved_files_are_one_change(folder: Path) -> None:
    told: list[str] = []
    watch = Watch([folder], lambda: told.append("changed"))
    for number in range(5):
        (folder / "events" / f"{number}.md").write_text("x")
        watch.examine()
    for _ in range(3):
        watch.examine()
    assert told == ["changed"]


def test_hidden_files_of_editors_are_no_change(folder: Path) -> None:
    watch = Watch([folder], lambda: None)
    (folder / "events" / ".a.md.swp").write_text("x")
    assert [watch.examine() for _ in range(2)] == [(None, None)] * 2


def test_folder_that_comes_back_is_seen(folder: Path) -> None:
    told: list[str] = []
    watch = Watch([folder], lambda: told.append("changed"))
    delete_all(folder)
    for _ in range(2):
        watch.examine()
    (folder / "events").mkdir(parents=True)
    (folder / "events" / "a.md").write_text("a")
    for _ in range(2):
        watch.examine()
    assert len(told) == 2
