"""What libyaml says of bad YAML → what that means to the person who wrote it, and where to mend it.

libyaml reports where it noticed: far below an open quote, on the line after one without a colon.
A contributor is told where the mistake was made.
"""

from __future__ import annotations

import re

import yaml

from timeline.load.nodes import FrontMatterError
from timeline.problems import Place

_Advice = tuple[str, str]

_SPECIAL = "Put text in double quotes when it begins with a special character"
_LINE_UP = "Give fields that belong together the same number of spaces"

_NO_COLON: _Advice = (
    "a line without a colon stands between the fields",
    'Write it as "field: value", or indent it under the field it belongs to',
)
_NO_BLANK: _Advice = (
    "no blank follows this colon",
    'Write a blank between the colon and the value: "title: Delegations meet"',
)
_TAB: _Advice = ("a tab stands where YAML expects spaces", "Indent with spaces, never with tabs")
_TOO_DEEP: _Advice = (
    "this field stands further in than the one above, which has a value already", _LINE_UP
)  # fmt: skip
_AFTER_QUOTES: _Advice = (
    "text follows after the closing quote or bracket",
    'Put the whole value in double quotes, with \\" for a double quote inside',
)

#: Words of what libyaml says → what is wrong, and what to do.
_ADVICE: dict[str, _Advice] = {
    "mapping values are not allowed": (
        "a colon stands where YAML expects none",
        "Put the whole value in double quotes when it holds a colon",
    ),
    "cannot start any token": (
        "this character cannot begin a value", "Put the whole value in double quotes"
    ),
    "found a tab character": _TAB,
    "unexpected end of stream": (
        "a quote or bracket is opened and never closed", "Close it, or remove the opening one"
    ),
    "could not find expected ':'": _NO_COLON,
    "did not find expected ',' or": (
        "a list or mapping in brackets is not closed",
        "Separate the items with commas and close the bracket; quote text that begins with one",
    ),
    "did not find expected key": ("this line lines up with no field above", _LINE_UP),
    "did not find expected '-' indicator": (
        "this line belongs to no item of the list above",
        "Line up the hyphens; indent what belongs to an item under its first word",
    ),
    "unknown escape": (
        "a backslash in double quotes begins a special character",
        "Double the backslash, or use single quotes",
    ),
    "escape code": (
        "this is not the code of a character", "Write the character itself, or use single quotes"
    ),
    "block sequence entries are not allowed": (
        "a list begins on the line of its field",
        "Put each item on a line of its own below, or write [one, two]",
    ),
    "mapping keys are not allowed": ("a value cannot begin with a question mark", _SPECIAL),
    "expected alphabetic or numeric": ("a value cannot begin with * or &", _SPECIAL),
    "expected comment or line break": (
        "text follows after | or >",
        "Put the whole value in double quotes, or begin the text on the next line",
    ),
    "expected node content": ("a value is expected here", _SPECIAL),
    "expected <document start>": (
        "the fields end above this line",
        'Remove the line "..." or the line that begins with % above',
    ),
}  # fmt: skip

#: What libyaml notices after the place where it is mended, which it gives as the context.
_LATE = (
    "unexpected end of stream", "did not find expected ',' or", "could not find expected ':'",
    "expected alphabetic or numeric",
)  # fmt: skip

_FIELD = re.compile(r"[ ]*(?:-[ ]+)*[^\s:]+(?=:)")
_GLUED_FIELD = re.compile(r"[ ]*(?:-[ ]+)*[a-z_-]+(?=:[^\s/:])")


def syntax_error(
    error: yaml.MarkedYAMLError, lines: list[str], first_line: int
) -> FrontMatterError:
    """The problem that libyaml's error stands for; `lines` begin on the file's `first_line`."""
    said = next((words for words in _ADVICE if words in (error.problem or "")), "")
    advice = _ADVICE.get(said, (f"the YAML cannot be read: {error.problem}", _SPECIAL))
    mark = (error.context_mark if said in _LATE else None) or error.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, 0
    above = next((n for n in range(line - 1, -1, -1) if lines[n].strip()), line)

    if said == "mapping values are not allowed" and above < line:
        if glued := glued_field(lines, above, first_line):
            return glued
        field = _FIELD.match(lines[line])
        is_inner = _indent(lines[line]) > _indent(lines[above])
        if ":" not in lines[above]:
            line, column, advice = above, _indent(lines[above]), _NO_COLON
        elif is_inner and field and field.end() == column:
            column, advice = _indent(lines[line]), _TOO_DEEP
    elif said == "cannot start any token" and lines[line][column : column + 1] == "\t":
        advice = _TAB
    elif said == "did not find expected key" and column > _indent(lines[line]):
        advice = _AFTER_QUOTES
    return FrontMatterError("yaml-syntax", Place(first_line + line, column + 1), *advice)


def glued_field(lines: list[str], number: int, first_line: int) -> FrontMatterError | None:
    """The problem of `title:Minsk`, if that is what stands on a line (counted from 0)."""
    found = _GLUED_FIELD.match(lines[number])
    place = Place(first_line + number, found.end() + 1) if found else None
    return FrontMatterError("yaml-syntax", place, *_NO_BLANK) if place else None


def _indent(line: str) -> int:
    """How far in a line's text stands; the hyphens of a list count as blanks."""
    return len(line) - len(line.lstrip(" -"))
