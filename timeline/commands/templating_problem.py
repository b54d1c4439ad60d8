"""A mistake in a template as a problem: which template, which line, what is wrong there."""

from __future__ import annotations

import traceback
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from timeline.problems import Place, Problem

CODE = "template"

_HINT = "Mend the template; the pages stay as they were until then"


def of(error: Exception, home: Path) -> Problem | None:
    """The problem behind an error that a template raised; None when no template is to blame.

    `home` is the folder in which templates/ stands; the problem's file is relative to it.
    """
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return _problem(home, Path(error.filename), error.lineno, error.message or "")
    frames = traceback.extract_tb(error.__traceback__)
    blamed = [frame for frame in frames if Path(frame.filename).is_relative_to(home / "templates")]
    if not blamed:
        return None
    last, said = blamed[-1], str(error) or type(error).__name__
    if isinstance(error, TemplateNotFound):
        said = f"no template {error.name}"
    return _problem(home, Path(last.filename), last.lineno or 1, said)


def _problem(home: Path, template: Path, line: int, said: str) -> Problem:
    try:
        text = template.read_text("utf-8").split("\n")[line - 1]
    except (OSError, IndexError, UnicodeDecodeError):
        text = ""
    stripped = text.strip()
    place = Place(line, len(text) - len(text.lstrip()) + 1, max(1, len(stripped)))
    file = template.relative_to(home).as_posix() if template.is_relative_to(home) else str(template)
    return Problem(CODE, file, place, said.rstrip("."), _HINT, text)
