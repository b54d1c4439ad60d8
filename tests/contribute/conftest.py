"""A small timeline to contribute to: two actors, a track, a source, an event."""

from __future__ import annotations

from pathlib import Path

import pytest

FILES = {
    "timeline.md": "title: Harbour talks\nas_of: 2022-12-31\nroles: [host, guest]",
    "actors/norland.md": "name: Norland\nkind: state\naliases: [The North, Kingdom of Norland]",
    "actors/sutland.md": "name: Sutland\nkind: state",
    "tracks/harbour.md": "title: The harbour",
    "sources/gazette.md": (
        "title: Talks at last\nurl: https://gazette.example/talks\n"
        "archive: https://archive.example/talks"
    ),
    "sources/ledger.md": "title: Ledger",
    "events/first-talks.md": (
        "title: The first talks\ndate: 2022-11-17\ntrack: harbour\n"
        "actors: [norland, sutland]\nsource: [gazette, ledger]"
    ),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    for name, front in FILES.items():
        write(folder / name, front)
    return folder


def write(path: Path, front: str, body: str = "") -> None:
    """A content file with this front matter and body."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\n{body}", "utf-8")
