"""Cache: bytes that were worked out before, by a key that says what they were worked out from.

InMemory   for as long as it is there itself
InFolder   from one build to the next; builds side by side may share it
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Protocol

#: Bytes that a folder may hold: more than a thousand pictures of pages.
LIMIT = 100_000_000


class Cache(Protocol):
    """What stands under a key never changes."""

    def get(self, key: str) -> bytes | None:
        """What was put under a key, or None."""

    def put(self, key: str, data: bytes) -> None:
        """Keep it."""


class InMemory:
    """A cache that forgets everything with itself."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """See Cache."""
        return self._kept.get(key)

    def put(self, key: str, data: bytes) -> None:
        """See Cache."""
        self._kept[key] = data


class InFolder:
    """A cache of files, which are called like their keys.

    A file is a digest and then the bytes that it is the digest of: one that a crash left broken is
    noticed. A folder that cannot be read or written only has nothing to remember.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def get(self, key: str) -> bytes | None:
        """See Cache."""
        path = self._path / key
        try:
            kept = path.read_bytes()
        except OSError:
            return None
        digest, data = kept[:32], kept[32:]
        if digest != sha256(data).digest():
            return None
        with suppress(OSError):
            os.utime(path)  # `forget` goes by it
        return data

    def put(self, key: str, data: bytes) -> None:
        """See Cache."""
        with suppress(OSError):
            self._path.mkdir(parents=True, exist_ok=True)
            descriptor, name = tempfile.mkstemp(prefix=".", dir=self._path)
            with os.fdopen(descriptor, "wb") as file:
                file.write(sha256(data).digest() + data)
            Path(name).replace(self._path / key)

    def forget(self, limit: int = LIMIT) -> None:
        """Keep no more bytes than `limit`, of what was asked for last."""
        with suppress(OSError):
            found = [(path.stat(), path) for path in self._path.iterdir() if path.is_file()]
            size = 0
            for status, path in sorted(found, key=lambda each: -each[0].st_mtime):
                size += status.st_size
                if size > limit:
                    path.unlink(missing_ok=True)
