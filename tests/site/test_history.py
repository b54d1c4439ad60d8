"""When files changed: what is read from Git, and what becomes of it where there is none."""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

import pytest

from tests.site.repository import Repository, moment, repository
from timeline.load import history
from timeline.load.history import History

MAY, JUNE, JULY, AUGUST = (f"2024-{month}-01T10:30:15" for month in ("05", "06", "07", "08"))


@pytest.fixture
def here(tmp_path: Path) -> Repository:
    """A repository whose content folder has one file, committed in May."""
    made = repository(tmp_path / "here")
    made.write("content/events/vote.md", "One\n")
    made.write("build.py", "pass\n")
    made.commit(MAY)
    return made


def changed(repository: Repository) -> dict[str, str]:
    """File → the month in which it last changed."""
    months = {moment(at): at[:7] for at in (MAY, JUNE, JULY, AUGUST)}
    found = history.read(repository.folder / "content").changed
    return {file: months[at] for file, at in found.items()}


def test_last_commit_of_a_file_counts_by_its_second_in_utc(here: Repository) -> None:
    here.write("content/events/vote.md", "Two\n")
    here.commit(JUNE, zone="+1345")
    here.write("content/events/other.md", "Other\n")
    here.commit(JULY)
    found = history.read(here.folder / "content")
    assert found == History(
        {"events/vote.md": moment(JUNE), "events/other.md": moment(JULY)}, is_cut=False
    )


def test_last_commit_counts_though_its_clock_was_behind(here: Repository) -> None:
    here.write("content/events/vote.md", "Two\n")
    here.commit(AUGUST)
    here.write("content/events/vote.md", "Three\n")
    here.commit(JUNE)
    assert changed(here) == {"events/vote.md": "2024-06"}


def test_commits_of_other_folders_count_for_nothing(here: Repository) -> None:
    here.write("build.py", "print()\n")
    here.write("content-of-another/events/vote.md", "Another\n")
    here.commit(JUNE)
    assert changed(here) == {"events/vote.md": "2024-05"}


def test_file_that_only_moved_to_another_folder_keeps_its_time(here: Repository) -> None:
    here.write("content/events/2022/talk.md", "Talk\n")
    here.commit(JUNE)
    (here.folder / "content/events/2022").rename(here.folder / "content/events/past")
    here.commit(JULY)
    (here.folder / "content/events/past").rename(here.folder / "content/events/long-past")
    here.commit(AUGUST)
    assert changed(here)["events/long-past/talk.md"] == "2024-06"


def test_new_name_is_a_change(here: Repository) -> None:
    """The name is the event's id: its page has another address."""
    here.git("mv", "content/events/vote.md", "content/events/ballot.md")
    here.commit(JUNE)
    assert changed(here)["events/ballot.md"] == "2024-06"


def test_file_moved_and_edited_at_once_was_changed(here: Repository) -> None:
    here.write("content/events/vote.md", "Line\n" * 50)
    here.commit(JUNE)
    here.git("mv", "content/events/vote.md", "content/vote.md")
    here.write("content/vote.md", "Line\n" * 49 + "Another\n")
    here.commit(JULY)
    assert changed(here)["vote.md"] == "2024-07"


def test_name_used_again_is_another_file(here: Repository) -> None:
    here.write("content/old/vote.md", "One\n")
    here.git("rm", "--quiet", "content/events/vote.md")
    here.commit(JUNE)
    here.write("content/events/vote.md", "A new vote\n")
    here.commit(JULY)
    assert changed(here) == {"events/vote.md": "2024-07", "old/vote.md": "2024-05"}


def test_what_is_not_committed_changes_nothing(here: Repository) -> None:
    """The only other time of it would be the clock's."""
    here.write("content/events/vote.md", "Edited\n")
    here.write("content/events/new.md", "New\n")
    here.git("add", "content/events/new.md")
    assert changed(here) == {"events/vote.md": "2024-05"}


def test_both_sides_of_a_merge_count_and_so_does_what_it_joined(here: Repository) -> None:
    here.write("content/events/theirs.md", "One\n")
    here.write("content/events/ours.md", "One\n")
    here.commit(MAY)
    here.git("switch", "--quiet", "--create", "side")
    here.write("content/events/theirs.md", "Two\n")
    here.write("content/events/vote.md", "Theirs\n")
    here.commit(JUNE)
    here.git("switch", "--quiet", "main")
    here.write("content/events/ours.md", "Two\n")
    here.write("content/events/vote.md", "Ours\n")
    here.commit(JULY)
    here.git("merge", "--quiet", "--strategy=ours", "--no-commit", "side")
    here.write("content/events/theirs.md", "Two\n")
    here.write("content/events/vote.md", "Ours and theirs\n")
    here.commit(AUGUST)
    assert changed(here) == {
        "events/theirs.md": "2024-06", "events/ours.md": "2024-07", "events/vote.md": "2024-08",
    }  # fmt: skip


@pytest.mark.parametrize(
    "name",
    ['say "no".md', "@1700000000", "R100", "two\nlines.md", "東 é.md", " .md", "-z", "a\\b.md"],
)
def test_no_name_of_a_file_confuses_the_reading(here: Repository, name: str) -> None:
    here.write(f"content/events/{name}", "Odd\n")
    here.commit(JUNE)
    here.write("content/events/after.md", "After\n")
    here.commit(JULY)
    assert changed(here) == {
        f"events/{name}": "2024-06", "events/after.md": "2024-07", "events/vote.md": "2024-05",
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_every_time_is_the_one_that_git_tells_of_that_file(tmp_path: Path, seed: int) -> None:
    chosen = random.Random(seed)
    made = repository(tmp_path)
    names = [f"content/{folder}/{stem}.md" for folder in ("events", "actors") for stem in "abcde"]
    for day in range(1, 13):
        for name in chosen.sample(names, 3):
            if chosen.random() < 0.2 and (tmp_path / name).exists():
                (tmp_path / name).unlink()
            else:
                made.write(name, f"{name} on day {day}: {chosen.random()}\n")
        made.commit(f"2024-05-{day:02d}T00:00:{chosen.randrange(60):02d}")
    found = history.read(tmp_path / "content").changed
    for file in sorted((tmp_path / "content").rglob("*.md")):
        told = made.git("log", "-1", "--date=format-local:%Y-%m-%dT%H:%M:%S", "--format=%cd",
                        "--", str(file)).strip()  # fmt: skip
        assert found[file.relative_to(tmp_path / "content").as_posix()] == moment(told), file


def test_repository_may_be_the_content_folder_itself_or_a_second_worktree(here: Repository) -> None:
    beside = here.folder.parent / "beside"
    here.git("worktree", "add", "--quiet", str(beside))
    assert history.read(beside / "content") == history.read(here.folder / "content")
    assert history.read(beside).changed["content/events/vote.md"] == moment(MAY)


def test_content_that_git_does_not_know_has_no_history(here: Repository) -> None:
    here.write(".gitignore", "drafts/\n")
    here.write("drafts/events/vote.md", "One\n")
    here.commit(JUNE)
    assert history.read(here.folder / "drafts") == History()


def test_folder_outside_of_any_repository_has_no_history(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert history.read(tmp_path) == History()
    assert history.read(tmp_path / "gone") == History()


def test_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    repository(tmp_path / "new").write("content/timeline.md", "One\n")
    assert history.read(tmp_path / "new" / "content") == History()


def test_machine_without_git_has_no_history(
    here: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(here.folder / "no-programs"))
    assert history.read(here.folder / "content") == History()


def test_broken_repository_has_no_history(here: Repository) -> None:
    shutil.rmtree(here.folder / ".git" / "objects")
    assert history.read(here.folder / "content") == History()


def test_shallow_clone_says_that_its_history_is_cut_off(here: Repository) -> None:
    """Its oldest commit seems to have made every file."""
    here.write("content/events/vote.md", "Two\n")
    here.commit(JUNE)
    here.git("clone", "--quiet", "--depth=1", here.folder.as_uri(), "../shallow")
    assert history.read(here.folder.parent / "shallow" / "content") == History(is_cut=True)


def test_clone_that_left_out_the_texts_has_the_whole_history(here: Repository) -> None:
    """Reading it must not ask the server for them."""
    here.write("content/events/vote.md", "Two\n")
    here.commit(JUNE)
    here.git("config", "uploadpack.allowFilter", "true")
    here.git(
        "clone",
        "--quiet",
        "--filter=blob:none",
        "--no-checkout",
        here.folder.as_uri(),
        "../partial",
    )
    (here.folder / ".git").rename(here.folder / "the-server-is-gone")
    partial = here.folder.parent / "partial"
    (partial / "content").mkdir()
    assert history.read(partial / "content").changed == {"events/vote.md": moment(JUNE)}


def test_variables_of_a_hook_lead_nowhere_else(
    here: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Git sets them for hooks, in which a site may well be built."""
    other = repository(tmp_path / "other")
    other.write("content/events/vote.md", "Another vote\n")
    other.commit(JULY)
    for name, value in (
        ("GIT_DIR", str(other.folder / ".git")),
        ("GIT_WORK_TREE", str(other.folder)),
        ("GIT_INDEX_FILE", "nowhere"),
        ("GIT_PREFIX", "content/"),
    ):
        monkeypatch.setenv(name, value)
    assert changed(here) == {"events/vote.md": "2024-05"}


def test_no_setting_of_the_machine_changes_what_is_read(
    here: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.git("mv", "content/events", "content/old")
    here.commit(JUNE)
    settings = here.folder / "settings"
    settings.write_text(
        "[log]\nshowRoot = false\nfollow = true\nshowSignature = true\ndate = relative\n"
        "[diff]\nrenames = false\nrelative = false\nnoprefix = true\n[color]\nui = always\n"
        "[core]\nquotePath = true\npager = false\n[format]\npretty = full\n",
        "utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert changed(here)["old/vote.md"] == "2024-05"
    assert os.environ["GIT_CONFIG_GLOBAL"] == str(settings)
