"""Every problem has a page, and what a page calls wrong and right is so."""

import re
from pathlib import Path

import pytest

from tests.check import problem_pages
from tests.check.codes import codes
from tests.check.problem_pages import Example, pages
from tests.check.trees import problems_of

EXAMPLES = list(problem_pages.examples())


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert set(pages()) == codes()


def test_list_of_pages_is_current() -> None:
    """Renew it with: python -m tests.check.problem_pages."""
    assert (problem_pages.FOLDER / "README.md").read_text("utf-8") == problem_pages.readme()


@pytest.mark.parametrize("code", pages())
def test_page_begins_with_its_code_and_is_short(code: str) -> None:
    text = pages()[code]
    assert text.startswith(f"# {code}\n\n")
    assert text.endswith("\n")
    assert text.count("Wrong:\n") == text.count("Right:\n")
    assert len(text.splitlines()) < 120


@pytest.mark.parametrize("code", pages())
def test_links_of_a_page_lead_somewhere(code: str) -> None:
    prose = re.sub(r"(?ms)^```.*?^```|`[^`]*`", "", pages()[code])
    for target in re.findall(r"\]\(([^)]+)\)", prose):
        assert target.startswith("https://") or (problem_pages.FOLDER / target).is_file()


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_example_is_wrong_or_right_as_its_page_says(example: Example, tmp_path: Path) -> None:
    found = problems_of(tmp_path / "content", {example.file: example.text})
    told = {problem.code for problem in found if problem.file == example.file}
    if example.is_wrong:
        assert example.code in told
    else:
        assert example.code not in told
        assert not any(problem.is_error for problem in found)


def test_most_pages_show_an_example() -> None:
    shown = {example.code for example in EXAMPLES}
    assert len(shown) > len(pages()) / 2
