"""Watch: notices new, changed, renamed and deleted files below some folders, all kinds alike.

livereload's own watcher stops at the first changed file of a folder, so that five saved files
build five times, and reads a file that is still being written. Here a scan looks at everything, and
only a scan that equals the one before counts: two equal scans mean that the saving is over.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from livereload.watcher import Watcher
from tornado.ioloop import PeriodicCallback

#: Milliseconds between two scans: 1,000 files take about 5.
INTERVAL = 100

#: path → (time of change, size, number in the file system)
Seen = dict[str, tuple[int, int, int]]


class Watch(Watcher):  # type: ignore[misc]  # livereload has no types
    """Calls `changed` once for every change that is complete."""

    def __init__(self, folders: Iterable[Path], changed: Callable[[], None]) -> None:
        super().__init__()
        self._folders = tuple(folders)
        for folder in self._folders:
            self.watch(str(folder))  # without any, livereload watches the current folder
        self._changed = changed
        self._told = self._last = scan(self._folders)

    def start(self, callback: Callable[[], None]) -> bool:
        """Look often, instead of livereload's every 800 ms."""
        PeriodicCallback(callback, INTERVAL).start()
        return True

    def examine(self) -> tuple[str | None, None]:
        """What changed ("*": reload the whole page), and a delay; livereload asks at each look."""
        seen = scan(self._folders)
        is_settled, self._last = seen == self._last, seen
        if not is_settled or seen == self._told:
            return None, None
        self._told = seen
        self._changed()
        self.filepath = "*"
        return self.filepath, None


def scan(folders: Iterable[Path]) -> Seen:
    """Every file below the folders that is not hidden; a folder that is gone has none."""
    return {path: state for folder in folders for path, state in _files(str(folder))}


def _files(folder: str) -> Iterator[tuple[str, tuple[int, int, int]]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path)
            continue
        try:
            status = entry.stat()
        except OSError:  # deleted in between
            continue
        yield entry.path, (status.st_mtime_ns, status.st_size, status.st_ino)
