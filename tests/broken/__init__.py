"""Broken content: for every problem code a folder with the mistake and all that is said of it.

    base/                  a small content without any problem
    <code>/                files that are laid over it, most with two mistakes of the kind
    <code>/expected.txt    the whole output, as people read it

After a message has changed, `python -m tests.broken` writes every expected.txt anew: read the
difference before you commit it.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

from timeline import pipeline, problems

HERE = Path(__file__).parent
BASE = HERE / "base"
EXPECTED = "expected.txt"

_WORK_BEGINS = (
    b"---\n"
    b"title: Work on the bridge begins\n"
    b"date: 2022-05-09\n"
    b"track: bridge\n"
    b"actors: {builder: council}\n"
    b"source: [gazette, minutes]\n"
    b"---\n"
)

MADE: Mapping[str, Mapping[str, bytes]] = {
    "bad-file-name": {"media/old bridge.png": b"x", "media/brücke.png": b"x"},
    "control-character": {
        "events/work-begins.md": _WORK_BEGINS.replace(b"Work on", b"Work\x08 \x1b[31mon")
        + b"It begins\x00 at last.\n",
        "events/tender.md": _WORK_BEGINS.replace(b"Work on the bridge", rb'"Work\x1b[31m"'),
    },
    "large-image": {"media/plan.png": b"x" * 600_000},
    "not-utf8": {
        "events/work-begins.md": _WORK_BEGINS + "Über die Brücke".encode("latin-1"),
        "actors/mayor.md": "---\nname: The mayor\n---\n".encode("utf-16"),
    },
    "tangled-text": {
        "events/work-begins.md": _WORK_BEGINS + b"\nSo it began.\n\n" + b"[" * 4000,
        "events/tender.md": _WORK_BEGINS + b"- " * 20 + b"a\n",
    },
    "too-large": {
        "events/work-begins.md": _WORK_BEGINS + b"It begins.\n" * 10_000,
        "sources/gazette.md": b"-" * 100_001,
    },
}
"""Code → file → bytes, where the mistake is one that editors and Git would mend or hide."""

REMOVED = {"no-timeline": ("timeline.md",)}
"""Code → files of the base that the mistake is not to have."""


def codes() -> list[str]:
    """The codes that have a folder."""
    return sorted(
        folder.name
        for folder in HERE.iterdir()
        if folder.is_dir() and folder != BASE and not folder.name.startswith("_")
    )


def lay(code: str, content: Path) -> None:
    """Make the content folder with the mistake."""
    shutil.copytree(BASE, content)
    shutil.copytree(
        HERE / code, content, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED)
    )
    for file, data in MADE.get(code, {}).items():
        (content / file).parent.mkdir(parents=True, exist_ok=True)
        (content / file).write_bytes(data)
    for file in REMOVED.get(code, ()):
        (content / file).unlink()


def told(code: str, content: Path) -> str:
    """All that is said of the mistake, laid out in a folder that is not there yet."""
    lay(code, content)
    built, _ = pipeline.read(content)
    return problems.as_text(built.problems, "content") + "\n"
