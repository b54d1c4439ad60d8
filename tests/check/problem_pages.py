"""The pages of docs/problems: their list, and the examples on them as content to check.

`python -m tests.check.problem_pages` writes the list anew, after a page was added or reworded.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.check import samples
from timeline.load import layout
from timeline.problems import WARNINGS

FOLDER = Path(__file__).parents[2] / "docs/problems"

_HEAD = """\
# Problems

What `python3 build.py check` can say, each with its cure. The word in brackets at the end of a
problem's first line is the name of its page here.
"""
_EXAMPLE = re.compile(r"^(Wrong|Right):\n\n```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# (\S+\.md)\n")
_DEFAULT = "events/work-begins.md"


@dataclass(frozen=True)
class Example:
    """An example of a page as a file of content; `file` is where it belongs."""

    code: str
    number: int
    is_wrong: bool
    file: str
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.number} {'wrong' if self.is_wrong else 'right'}"


def pages() -> dict[str, str]:
    """Code → the text of its page."""
    return {
        path.stem: path.read_text("utf-8")
        for path in sorted(FOLDER.glob("*.md"))
        if path.name != "README.md"
    }


def readme() -> str:
    """The list of all pages, errors first, each with its first sentence."""
    lines = {
        code: f"- [{code}]({code}.md): {_first_sentence(text)}" for code, text in pages().items()
    }
    mild = {*WARNINGS, "dead-link"}
    errors = [line for code, line in lines.items() if code not in mild]
    warnings = [line for code, line in lines.items() if code in mild]
    return "\n".join(
        [_HEAD, "## Errors: nothing is published until they are mended", "", *errors, "",
         "## Warnings: perhaps it is not what was meant", "", *warnings, ""]
    )  # fmt: skip


def examples() -> Iterator[Example]:
    """Every example that is YAML or Markdown; a page's plain text shows file names."""
    for code, text in pages().items():
        for number, (verdict, language, body) in enumerate(_EXAMPLE.findall(text)):
            if language != "text":
                named = _FILE.match(body)
                file = named[1] if named else _DEFAULT
                whole = _whole(file, language, body[named.end() :] if named else body)
                yield Example(code, number, verdict == "Wrong", file, whole)


def _whole(file: str, language: str, part: str) -> str:
    """The file that has these fields, or this text below its fields."""
    if part.startswith("---"):
        return part
    sound = samples.SOUND[layout.kind_of(file) or "event"]
    own, body = ("", part) if language == "markdown" else (part, "")
    names = re.findall(r"^(\w+):", own, re.MULTILINE)
    others = [f"{name}: {value}\n" for name, value in sound.items() if name not in names]
    return f"---\n{''.join(others)}{own}---\n{body}"


def _first_sentence(page: str) -> str:
    paragraph = " ".join(page.split("\n\n")[1].split())
    return re.split(r"(?<=[.!?]) (?=[A-Z`])", paragraph)[0]


if __name__ == "__main__":
    (FOLDER / "README.md").write_text(readme(), "utf-8")
