"""`init`: a timeline of its own in a new folder, ready to be shown, changed and published.

    the program, workflows and docs of this checkout ┐
    starter/: one event, what it names, a README     ┴─ plan ─→ {path: bytes} ─ write.place ─→ DIR

The new folder can begin others in its turn.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.check.vocabulary import Vocabulary
from timeline.commands import scaffold, yaml_writer
from timeline.problems import Problem

STARTER = Path("timeline/commands/starter")

#: The starter's own title, where a timeline's stands.
TITLE = "A new timeline"

#: Files and folders that a publisher or a contributor needs.
_TAKEN = (
    "build.py", "timeline", "templates", "assets", "requirements", "docs", "pyproject.toml",
    "LICENSE", ".github", ".vscode", ".editorconfig", ".gitattributes", ".gitignore",
    ".pre-commit-config.yaml",
)  # fmt: skip

#: Docs that are about the content that Backchannel comes with.
_LEFT = frozenset({"docs/first-event.md", "docs/quality.md", "docs/home.png"})

#: What may stand in the folder already: a repository without a file.
_GIT = ".git"


def plan(home: Path, title: str) -> dict[str, bytes]:
    """The files of a new timeline by their path. `home` is the checkout that makes it.

    Raises OSError for a file that cannot be read.
    """
    taken = (path for name in _TAKEN for path in _files(home / name))
    program = {path.relative_to(home).as_posix(): path for path in taken}
    starter = home / STARTER
    files = {path: file.read_bytes() for path, file in program.items() if path not in _LEFT}
    for file in _files(starter):
        files[file.relative_to(starter).as_posix()] = file.read_bytes()
    return files | {
        "README.md": _titled(files["README.md"], f"# {TITLE}\n", f"# {title}\n"),
        "content/timeline.md": _titled(
            files["content/timeline.md"], f"title: {TITLE}\n", yaml_writer.field("title", title)
        ),
    }


def title_of(folder: Path) -> str:
    """A title from the folder's name: `harbour-talks` → `Harbour talks`."""
    words = " ".join(folder.resolve().name.replace("-", " ").replace("_", " ").split())
    return words[:1].upper() + words[1:] or TITLE


def problems_of(title: str) -> list[Problem]:
    """What the checks will say of the title."""
    wrong = scaffold.undecoded(title)
    return wrong or scaffold.problems_of("timeline", "title", title, Vocabulary())


def refusal(folder: Path, home: Path) -> str:
    """Why nothing can begin in the folder, with what to do, or "". Raises OSError."""
    if folder.resolve().is_relative_to(home):
        return f"{folder} is inside this checkout. Name a folder beside it: ../{folder.name}"
    if folder.exists() and not folder.is_dir():
        return f"{folder} is a file. Name a folder that is not there yet."
    there = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    if in_the_way := [name for name in there if name != _GIT]:
        return f"{folder} is not empty: {in_the_way[0]} stands there. Name a new or empty folder."
    return ""


def next_steps(folder: Path) -> str:
    """What whoever has begun a timeline does next."""
    return (
        f"{folder} holds a timeline with one example event. Next:\n"
        f"1. cd {folder}; python3 build.py serve: see it, and make content/ yours.\n"
        "2. Commit all of it, and push it to GitHub.\n"
        "3. There, Settings → Pages → Source: GitHub Actions. README.md says more."
    )


def _titled(file: bytes, old: str, new: str) -> bytes:
    return file.replace(old.encode(), new.encode(), 1)


def _files(path: Path) -> Iterator[Path]:
    """A file, or the files below a folder but what Python and desktops leave there."""
    if path.is_file():
        yield path
        return
    for each in sorted(path.rglob("*")):
        is_left_over = "__pycache__" in each.parts or each.name == ".DS_Store"
        if each.is_file() and not is_left_over:
            yield each
