"""What the commands print: results on standard output, everything for people on standard error."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from timeline import problems
from timeline.pipeline import Built
from timeline.problems import Problem


def say(text: str) -> None:
    """Tell a person something."""
    print(text, file=sys.stderr, flush=True)


def print_problems(found: Sequence[Problem], content: Path, form: str) -> None:
    """Print problems as `text` for people, `json` for programs or `github` annotations."""
    if form == "json":
        print(problems.as_json(found))
    elif form == "github" and found:
        print(problems.as_github(found, content.as_posix()))
    elif found:
        say(problems.as_text(found, content.as_posix()) + "\n")


def count(found: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(problem.is_error for problem in found)
    if not found:
        return "No problems."
    return f"{many(errors, 'error')}, {many(len(found) - errors, 'warning')}."


def summary(built: Built, out: Path, seconds: float) -> str:
    """What a finished build has done."""
    assert built.timeline
    assert built.written
    written, lines = built.written, []
    lines.append(
        f"{many(len(built.timeline.events), 'event')} on {many(built.pages, 'page')} in {out}/: "
        f"{many(len(written.changed), 'file')} written, {len(written.removed)} removed, "
        f"in {seconds:.1f} s."
    )
    if written.foreign:
        named = ", ".join(written.foreign[:5]) + (" …" if len(written.foreign) > 5 else "")
        lines.append(f"Left alone, as no build made it: {named}")
    if built.has_cut_history:
        lines.append(
            "This clone is shallow, so that feeds and the sitemap know of corrections only, and of "
            "no other change. To bring the whole history: git fetch --unshallow"
        )
    if built.problems:
        lines.append(f"{many(len(built.problems), 'warning')}: python build.py check shows them.")
    return "\n".join(lines)


def many(number: int, word: str) -> str:
    """A number with its word: 1 event, 2 events."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
