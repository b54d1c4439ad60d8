"""A preview in a process of its own, as a contributor starts it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from tests.visiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Preview:
    """A running preview: its address, its checkout, and what it has said so far."""

    address: str
    checkout: Path
    process: subprocess.Popen[str]
    said: list[str] = field(default_factory=list)
    started: threading.Event = field(default_factory=threading.Event)

    @property
    def is_alive(self) -> bool:
        return self.process.poll() is None


def checkout(folder: Path) -> Path:
    """A copy of the program without its content, whose templates can be broken."""
    for name in ("timeline", "templates", "assets", "requirements"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", folder / "build.py")
    return folder


@contextmanager
def previewing(checkout: Path, *arguments: str) -> Iterator[Preview]:
    """Run `build.py serve`, or what Python is told instead, in a checkout until the test ends."""
    process = subprocess.Popen(
        [sys.executable, *(arguments or ("build.py", "serve", "--port", "0"))],
        cwd=checkout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stderr
    preview = Preview("", checkout, process)
    reader = threading.Thread(target=_listen, args=(preview, process.stderr), daemon=True)
    reader.start()
    try:
        assert preview.started.wait(PATIENCE / 1000), "".join(preview.said)
        yield preview
    finally:
        process.terminate()
        process.wait(PATIENCE / 1000)
        reader.join(PATIENCE / 1000)
        process.stderr.close()


def _listen(preview: Preview, stderr: IO[str]) -> None:
    for line in stderr:
        if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
            preview.address = found[0]
            preview.started.set()
        preview.said.append(line)
