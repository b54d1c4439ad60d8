"""Each package that the project asks for is locked, and has its reason in the docs."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from timeline.environment import LOCKS, lock_path, pins

ROOT = Path(__file__).resolve().parent.parent


def asked_for() -> dict[str, set[str]]:
    """For each lock, the packages that `pyproject.toml` adds with it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]
    wishes = {"build": project["dependencies"], "test": extras["test"]}
    return {lock: {re.split(r"[<>=!~;\[ ]", wish)[0] for wish in wishes[lock]} for lock in wishes}


def explained() -> dict[str, set[str]]:
    """For each lock, the packages that have a row and a reason under its heading in the docs."""
    row = re.compile(r"^\| `(.+)` \| .+ \|$", re.MULTILINE)
    sections = (ROOT / "docs" / "dependencies.md").read_text("utf-8").split("\n## ")
    by_heading = {section.splitlines()[0]: section for section in sections}
    return {
        "build": set(row.findall(by_heading["To build a site"])),
        "test": set(row.findall(by_heading["To test"])),
    }


def locked(lock: str) -> str:
    return lock_path(ROOT, lock).read_text("utf-8")


def test_every_package_asked_for_has_its_reason_and_every_reason_its_package() -> None:
    assert explained() == asked_for()


def test_every_package_asked_for_is_locked() -> None:
    assert asked_for()["build"] <= pins(locked("build")).keys()
    assert asked_for()["test"] <= pins(locked("test")).keys()


def test_each_lock_contains_the_ones_before_it() -> None:
    """An environment made for the tests counts as one that can build."""
    for smaller, larger in pairwise(LOCKS):
        assert pins(locked(smaller)).items() <= pins(locked(larger)).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_names_no_index_and_no_folder(lock: str) -> None:
    """Where packages come from is for the person's own pip to say."""
    assert not re.findall(r"index-url|find-links|://|^/", locked(lock), re.MULTILINE)
