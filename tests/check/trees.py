"""Small content folders for tests: a sound one, and files laid over it."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from tests import broken
from timeline import pipeline
from timeline.problems import Problem

EVENT = """---
title: Work on the bridge begins
date: 2022-05-09
track: bridge
actors: {builder: council}
source: [gazette, minutes]
---
"""

Files = Mapping[str, str | bytes | None]


def content(folder: Path, files: Files) -> Path:
    """A content folder: that of tests/broken/base with these files; None takes one away."""
    shutil.copytree(broken.BASE, folder)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if data is None:
            path.unlink()
        else:
            path.write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def problems_of(folder: Path, files: Files) -> list[Problem]:
    """What is told of such a folder, which is made in a place that is not there yet."""
    return pipeline.read(content(folder, files))[0].problems


def event(*lines: str, body: str = "", **changed: str) -> str:
    """An event file without mistakes, some fields changed and lines added; "" drops a field."""
    kept = []
    for line in EVENT.splitlines()[1:-1]:
        name = line.partition(":")[0]
        value = changed.pop(name, None)
        kept.append(line if value is None else f"{name}: {value}" if value else "")
    added = [*(f"{name}: {value}" for name, value in changed.items()), *lines]
    return "\n".join(["---", *filter(None, kept), *added, "---", body])
