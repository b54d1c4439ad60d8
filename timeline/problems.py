"""Problems are values: what is wrong, where, and what to do; one value, three ways to print it.

    content/events/minsk.md:6:5: error: no actor "valery-legasow"  [unknown-actor]
      6 |   - valery-legasow
        |     ^^^^^^^^^^^^^^
    Did you mean "valery-legasov"?

People read the text, editors and programs the JSON, GitHub the annotations. A phase returns its
value and its problems; it never prints and never exits. Each code has a page in docs/problems/.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

#: Codes of warnings: what may be meant as it is, and can be allowed with a reason.
WARNINGS = (
    "single-source", "first-of-month", "first-of-year", "after-as-of", "planned-state",
    "corrected-too-early", "likely-duplicate", "date-in-id", "no-archive", "unused-actor",
    "alias-collision", "large-image", "shouting", "lost-comment", "unused-allow",
)  # fmt: skip

#: Lines longer than this are cut around the caret when they are shown.
SHOWN_WIDTH = 100

#: Longer words are cut when a message quotes them.
QUOTED_WIDTH = 60

#: Characters that nobody sees and no file needs: controls, the line breaks that only YAML knows,
#: byte order marks, non-characters.
INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

#: What, besides those, a terminal would act on: line ends, turns of direction (UAX 9), and the
#: surrogates that stand for undecodable bytes in file names.
_UNSHOWN = re.compile(rf"{INVISIBLE.pattern}|[\t\n\r\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line, line and column from 1; `width` in characters, for the caret."""

    line: int = 1
    column: int = 1
    width: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `file` is relative to the content folder, `text` the line it stands on."""

    code: str
    file: str
    place: Place
    message: str
    hint: str
    text: str = ""
    severity: str = "error"

    @property
    def is_error(self) -> bool:
        """Whether it stops the build; a warning does not."""
        return self.severity == "error"

    @property
    def order(self) -> tuple[str, Place, str, str]:
        """Problems are told file by file, from the top of each."""
        return (self.file, self.place, self.code, self.message)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file and line, each told once."""
    return sorted(set(problems), key=lambda problem: problem.order)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or "" when none is near."""
    return _nearest(word, known if isinstance(known, frozenset) else frozenset(known))


@lru_cache(maxsize=4096)  # One id that was renamed is unknown in many places.
def _nearest(word: str, known: frozenset[str]) -> str:
    by_folded = {name.casefold(): name for name in sorted(known)}
    close = get_close_matches(word.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[close[0]] if close else ""


def quoted(text: str) -> str:
    """What an author wrote, for a message: in quotation marks, on one line, cut when long."""
    line = shown(" ".join(text.split()))
    return f'"{line[:QUOTED_WIDTH]}…"' if len(line) > QUOTED_WIDTH + 1 else f'"{line}"'


def shown(text: str) -> str:
    """The text with a visible sign for every character that a terminal would act on."""
    return _UNSHOWN.sub("\N{REPLACEMENT CHARACTER}", text)


def did_you_mean(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint: the nearest known word as a question, else (or in addition) what to do instead."""
    near = nearest(word, known)
    return f'Did you mean "{near}"? Otherwise: {otherwise}' if near else _capital(otherwise)


def as_text(problems: Sequence[Problem], content: str) -> str:
    """All problems as people read them; paths begin with the content folder as it was given."""
    return "\n\n".join(_text(problem, content) for problem in problems)


def as_json(problems: Sequence[Problem]) -> str:
    """One JSON array; `file` is relative to the content folder, lines and columns from 1."""
    return json.dumps(
        [
            {
                "code": problem.code,
                "severity": problem.severity,
                "file": problem.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ],
        ensure_ascii=False,
        indent=2,
    )


def as_github(problems: Sequence[Problem], content: str) -> str:
    """GitHub's workflow commands: annotations beside the line in a pull request.

    Escapes follow the toolkit's `issueCommand`: %, CR and LF everywhere, also `:` and `,` in
    properties.
    """
    return "\n".join(
        f"::{problem.severity} file={_property(_path(problem, content))},line={problem.place.line},"
        f"col={problem.place.column},title={_property(problem.code)}"
        f"::{_data(f'{problem.message}. {problem.hint}')}"
        for problem in problems
    )


def _text(problem: Problem, content: str) -> str:
    place = problem.place
    head = (
        f"{_path(problem, content)}:{place.line}:{place.column}: "
        f"{problem.severity}: {problem.message}  [{problem.code}]"
    )
    return "\n".join([head, *_excerpt(problem), problem.hint])


def _excerpt(problem: Problem) -> list[str]:
    """The author's own line with a caret below, cut to a readable width."""
    if not problem.text.strip():
        return []
    column, length = problem.place.column, len(problem.text)
    skipped = max(0, column - SHOWN_WIDTH // 2) if length > SHOWN_WIDTH else 0
    lead = "…" if skipped else ""
    rest = shown(problem.text[skipped : skipped + SHOWN_WIDTH].expandtabs(1))
    tail = "…" if length > skipped + SHOWN_WIDTH else ""
    start = column - 1 - skipped
    before, marked = lead + rest[:start], rest[start : start + problem.place.width]
    number = str(problem.place.line)
    return [
        f"  {number} | {lead}{rest}{tail}",
        f"  {' ' * len(number)} | {' ' * _columns(before)}{'^' * max(1, _columns(marked))}",
    ]


def _columns(text: str) -> int:
    """How many terminal columns a text takes: wide characters two, marks and joiners none."""
    return sum(
        0
        if unicodedata.category(c) in ("Mn", "Me", "Cf")
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def _path(problem: Problem, content: str) -> str:
    file = shown(problem.file)
    return f"{content.rstrip('/')}/{file}" if content else file


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
