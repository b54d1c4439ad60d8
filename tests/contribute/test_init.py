"""`init`: what somebody gets who begins a timeline of their own."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import frontmatter
import pytest

from tests.contribute.cloning import ROOT, Clone, jobs, needs_git, scripts
from tests.contribute.test_docs import commands
from timeline import pipeline
from timeline.commands import cli, init

PUBLISHING = ROOT / "docs" / "publishing.md"

#: Shorter names than this are also words.
SHORT = 3


def door(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run build.py of a folder in it, with the Python of the tests, which has all it needs."""
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=folder, check=False, capture_output=True, encoding="utf-8", timeout=300,
    )  # fmt: skip


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timeline that was begun and is only looked at."""
    folder = tmp_path_factory.mktemp("begun") / "harbour-talks"
    assert cli.main(["init", str(folder)]) == 0
    return folder


@pytest.fixture
def own(begun: Path, tmp_path: Path) -> Path:
    """A timeline that was begun and is worked on."""
    return Path(shutil.copytree(begun, tmp_path / "own"))


def files(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, but Python's own leavings and Git's."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not {".git", "__pycache__", ".cache"} & {*path.parts}
    }


def test_new_timeline_is_checked_and_built_by_its_own_door(own: Path) -> None:
    checked = door(own, "check", "--strict")
    assert (checked.returncode, checked.stderr) == (0, "No problems.\n")
    done = door(own)
    assert done.returncode == 0, done.stderr
    for address in ("index.html", "events/ferry-talks-begin.html", "feed.xml", "events.ics"):
        assert (own / "site" / address).is_file()
    assert "Harbour talks" in (own / "site" / "index.html").read_text("utf-8")


def test_next_steps_are_told_in_three_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "harbour-talks"
    assert cli.main(["init", str(folder)]) == 0
    first, *steps = capsys.readouterr().err.splitlines()
    assert first == f"{folder} holds a timeline with one example event. Next:"
    assert [step[:3] for step in steps] == ["1. ", "2. ", "3. "]
    assert f"cd {folder}; python3 build.py serve" in steps[0]


def test_title_is_the_folders_name_or_what_is_asked_for(tmp_path: Path) -> None:
    title = 'Harbour: "talks" & more # 1'
    assert cli.main(["init", str(tmp_path / "a"), "--title", title]) == 0
    built, _ = pipeline.read(tmp_path / "a" / "content")
    assert built.timeline
    assert built.timeline.about.title == title
    assert (tmp_path / "a" / "README.md").read_text("utf-8").startswith(f"# {title}\n")
    assert init.title_of(Path("some/harbour_talks-2")) == "Harbour talks 2"
    assert init.title_of(Path("---")) == init.TITLE


def test_title_that_the_checks_refuse_begins_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["init", str(tmp_path / "a"), "--title", "x" * 400]) == 2
    assert capsys.readouterr().err.startswith("--title: ")
    assert list(tmp_path.iterdir()) == []


def test_folder_with_a_file_is_refused_by_the_files_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "notes.txt").touch()
    assert cli.main(["init", str(folder)]) == 2
    assert capsys.readouterr().err == (
        f"{folder} is not empty: notes.txt stands there. Name a new or empty folder.\n"
    )
    assert cli.main(["init", str(folder / "notes.txt")]) == 2
    assert "notes.txt is a file" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["a", "notes.txt"]


def test_empty_clone_is_as_good_as_an_empty_folder(tmp_path: Path) -> None:
    """Who made the repository on GitHub first has a folder with Git's own in it."""
    (tmp_path / "a" / ".git").mkdir(parents=True)
    assert cli.main(["init", str(tmp_path / "a")]) == 0
    assert (tmp_path / "a" / "build.py").is_file()
    assert (tmp_path / "a" / ".git").is_dir()


def test_this_checkout_is_no_place_for_another(own: Path) -> None:
    done = door(own, "init", "content/mine")
    assert done.returncode == 2
    assert "content/mine is inside this checkout" in done.stderr


def test_failure_of_the_machine_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Here something stands where the folder would have to be made."""
    (tmp_path / "file").touch()
    assert cli.main(["init", str(tmp_path / "file" / "a")]) == 3
    assert "Nothing was changed" in capsys.readouterr().err
    assert [path.name for path in tmp_path.rglob("*")] == ["file"]


def test_every_relative_link_of_its_texts_leads_to_a_file(begun: Path) -> None:
    elsewhere = {"content", init.STARTER.name}
    texts = [path for path in begun.rglob("*.md") if not elsewhere & {*path.parts}]
    assert len(texts) > 10
    dead = [
        (text.name, target)
        for text in texts
        for target in re.findall(r"\]\((?!\w+:|#)([^)#\s]+)", _prose(text.read_text("utf-8")))
        if not (text.parent / target).exists()
    ]
    assert dead == []


def _prose(text: str) -> str:
    """Markdown without what it only shows."""
    return re.sub(r"(?ms)^ *```.*?^ *```$|``?[^`\n]+``?", "", text)


def words_of_the_flagship() -> Iterator[str]:
    """The ids, names and titles of the content that Backchannel comes with."""
    for path in (ROOT / "content").rglob("*.md"):
        front = frontmatter.load(str(path)).metadata
        yield path.stem
        for name in ("name", "title", "publisher", "aliases", "author"):
            value = front.get(name, [])
            yield from [value] if isinstance(value, str) else value  # type: ignore[misc]


def test_nothing_is_told_of_the_content_that_backchannel_comes_with(begun: Path) -> None:
    words = {w.lower() for w in words_of_the_flagship() if len(w) > SHORT} - {"timeline"}
    assert len(words) > 300
    found = [
        (file, word)
        for file, data in files(begun).items()
        for text in [data.decode("utf-8", "ignore").lower()]
        for word in words
        if word in text and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    ]
    assert found == []


def test_it_has_no_tests_and_says_so(begun: Path) -> None:
    """They are about Backchannel and its own content."""
    done = door(begun, "test")
    assert done.returncode == 2
    assert "there are no tests here" in done.stderr


def test_event_to_paste_has_no_errors(own: Path) -> None:
    text = (own / "CONTRIBUTING.md").read_text("utf-8")
    (pasted,) = re.findall(r"```markdown\n(.*?)```", text, re.DOTALL)
    event = re.sub(r"(?m)^   ", "", pasted)
    (own / "content" / "events" / "council-votes-on-the-pier.md").write_text(event, "utf-8")
    assert not pipeline.read(own / "content")[0].has_errors


def test_commands_that_its_texts_show_do_what_they_say(own: Path) -> None:
    shown = [c for name in ("README.md", "CONTRIBUTING.md") for c in commands(own / name)]
    assert {command.partition(" ")[0] for command in shown} == {"", "check", "new", "serve"}
    made = [c for c in shown if c.startswith("new ")]
    assert len(made) == 4
    for command in made:
        assert cli.main([*shlex.split(command), "--content", str(own / "content")]) == 0
    assert not pipeline.read(own / "content")[0].has_errors


def test_example_can_be_deleted_as_the_readme_says(own: Path) -> None:
    """And a timeline without any event is still a site."""
    (own / "content" / "events" / "ferry-talks-begin.md").unlink()
    assert pipeline.build(own / "content", own / "site").written


def test_it_begins_others_in_its_turn(begun: Path, tmp_path: Path) -> None:
    done = door(begun, "init", str(tmp_path / "harbour-talks"))
    assert done.returncode == 0, done.stderr
    assert files(tmp_path / "harbour-talks") == files(begun)


@needs_git
def test_steps_of_its_workflows_run(begun: Path, tmp_path: Path) -> None:
    """Nothing in them is about the content that Backchannel comes with."""
    clone = Clone(Path(shutil.copytree(begun, tmp_path / "source")), tmp_path)
    clone.program("gh", '#!/bin/sh\necho "gh: Not Found (HTTP 404)" >&2\nexit 1\n')
    event = clone.path / "content" / "events" / "ferry-talks-begin.md"
    event.write_text(event.read_text("utf-8").replace("two hours", "three hours"), "utf-8")
    clone.commit("Say how long")
    for job in (jobs("pull-request")["check"], jobs("pages")["build"]):
        for script in scripts(job).values():
            done = clone.run(script, PUBLIC_ADDRESS="https://someone.github.io/timeline")
            assert done.returncode == 0, done.stderr
    assert "| The council and the ferry company" in (clone.temp / "summary.md").read_text("utf-8")


@needs_git
@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="what belongs to a checkout, Git knows")
def test_template_button_and_init_lead_to_the_same_repository(tmp_path: Path) -> None:
    """docs/publishing.md says which commands make the one of the other."""
    asked = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(
        ["git", "-C", str(ROOT), *asked], check=True, capture_output=True, encoding="utf-8"
    ).stdout.split("\0")
    source = tmp_path / "source"
    for name in filter(None, listed):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, source / name)
    clone = Clone(source, tmp_path)
    text = PUBLISHING.read_text("utf-8")
    (block,) = re.findall(r"^```\n(git rm .*?)^```$", text, re.DOTALL | re.MULTILINE)
    done = clone.run(block)
    assert done.returncode == 0, done.stderr
    assert files(clone.path) == init.plan(source, init.TITLE)
