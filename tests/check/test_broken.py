"""Every problem code, told in full: the folders of tests/broken, laid over its base and checked.

After a change of words, `python -m tests.broken` writes the expected output anew, for review.
"""

from pathlib import Path

import pytest

from tests import broken
from tests.check.codes import codes
from timeline import pipeline


def test_base_has_no_problem() -> None:
    """Else its problems would stand among those that the folders show."""
    assert pipeline.read(broken.BASE)[0].problems == []


@pytest.mark.parametrize("code", broken.codes())
def test_mistake_is_told_in_full(code: str, tmp_path: Path) -> None:
    told = broken.told(code, tmp_path / "content")
    assert told == (broken.HERE / code / broken.EXPECTED).read_text("utf-8")
    assert f"[{code}]\n" in told


#: What no content folder can show: that depends on other hosts, or on templates.
ELSEWHERE = {"dead-link", "template"}


def test_every_code_has_a_folder() -> None:
    assert set(broken.codes()) == codes() - ELSEWHERE


def test_most_folders_hold_two_mistakes_of_their_kind() -> None:
    """A check that stops at the first mistake looks right until there are two."""
    said = {
        code: (broken.HERE / code / broken.EXPECTED).read_text("utf-8") for code in broken.codes()
    }
    twice = [code for code, text in said.items() if text.count(f"[{code}]\n") >= 2]
    assert len(twice) * 2 >= len(said)
