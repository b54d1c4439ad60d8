"""What is remembered from one build to the next, whatever happens to it in between."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cache import Cache, InFolder, InMemory

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(params=["memory", "folder"])
def cache(request: pytest.FixtureRequest, tmp_path: Path) -> Cache:
    return InMemory() if request.param == "memory" else InFolder(tmp_path / "new" / "cache")


def test_what_was_put_is_found(cache: Cache) -> None:
    assert cache.get("a") is None
    cache.put("a", b"one")
    cache.put("b", b"")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (b"one", b"", None)


def test_folder_remembers_beyond_its_object(tmp_path: Path) -> None:
    InFolder(tmp_path).put("a", b"one")
    assert InFolder(tmp_path).get("a") == b"one"


@pytest.mark.parametrize("broken", [b"", b"x" * 10, b"x" * 40])
def test_broken_file_counts_as_missing_and_is_mended(tmp_path: Path, broken: bytes) -> None:
    """A machine that fails may leave a file without its end, or full of noughts."""
    cache = InFolder(tmp_path)
    cache.put("a", b"one")
    (tmp_path / "a").write_bytes(broken)
    assert cache.get("a") is None
    cache.put("a", b"one")
    assert cache.get("a") == b"one"


def test_shortened_file_counts_as_missing(tmp_path: Path) -> None:
    cache = InFolder(tmp_path)
    cache.put("a", b"a picture")
    (tmp_path / "a").write_bytes((tmp_path / "a").read_bytes()[:-1])
    assert cache.get("a") is None


def test_folder_that_cannot_be_made_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = InFolder(tmp_path / "file" / "cache")
    cache.put("a", b"one")
    cache.forget()
    assert cache.get("a") is None


def test_what_was_asked_for_last_is_kept(tmp_path: Path) -> None:
    cache = InFolder(tmp_path)
    for age, key in enumerate("abc"):
        cache.put(key, bytes(1000))
        os.utime(tmp_path / key, (1_000_000 - age, 1_000_000 - age))
    assert cache.get("c")
    cache.forget(2500)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_nothing_is_forgotten_while_there_is_room(tmp_path: Path) -> None:
    cache = InFolder(tmp_path)
    cache.put("a", b"one")
    cache.forget()
    assert cache.get("a") == b"one"


WRITER = """
import sys
from pathlib import Path
from timeline.cache import InFolder
cache = InFolder(Path(sys.argv[1]))
for _ in range(100):
    for key in "ab":
        data = key.encode() * 200_000
        cache.put(key, data)
        assert cache.get(key) == data
"""


def test_builds_side_by_side_share_a_folder(tmp_path: Path) -> None:
    """Neither ever sees a file of the other that is half written."""
    both = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path)], cwd=ROOT) for _ in range(2)
    ]
    assert [each.wait(60) for each in both] == [0, 0]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]
