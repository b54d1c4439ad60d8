"""Front matter: a file's text → its fields with their places, and its body.

python-frontmatter's handler splits the file, `yaml_reader` reads the fields; what libyaml says of
bad YAML becomes a sentence with something to do.
"""

from __future__ import annotations

import re

import yaml
from frontmatter.default_handlers import YAMLHandler

from timeline import yaml_reader
from timeline.nodes import FrontMatterError, Mapping
from timeline.problems import Place

_handler = YAMLHandler()

#: A figure such as `>800` on a line without quotes: YAML takes the `>` for a folded block.
_BOUND = re.compile(
    r"""(?m)^([^"'#\n]*?(?::[ ]+|-[ ]+|\[[ ]*))(>[ ]?\d[\d.]*)(?=[ ]*(?:$|[,\]}]))"""
)

_NO_COLON = (
    "a line without a colon stands between the fields",
    'Write it as "field: value", or indent it under the field it belongs to',
)

#: What libyaml says, and what helps the person who reads it.
_ADVICE = (
    ("mapping values are not allowed", "a colon stands where YAML expects none",
     "Put the whole value in double quotes when it holds a colon"),
    ("cannot start any token", "this character cannot begin a value",
     "Put the value in double quotes; indent with spaces, never with tabs"),
    ("found a tab character", "a tab stands where YAML expects spaces",
     "Indent with spaces, never with tabs"),
    ("unexpected end of stream", "a quote or bracket is opened and never closed",
     "Close it, or remove the opening one"),
    ("could not find expected ':'", *_NO_COLON),
    ("did not find expected ',' or", "a list or mapping in brackets is not closed",
     "Separate the items with commas and close the bracket; quote text that begins with one"),
    ("did not find expected key", "the front matter stops making sense here",
     "Line up the fields; put text in double quotes when it begins with a quote or a bracket"),
    ("did not find expected '-' indicator", "this line belongs to no item of the list above",
     "Line up the hyphens; indent what belongs to an item under its first word"),
    ("unknown escape", "a backslash in double quotes begins a special character",
     "Double the backslash, or use single quotes"),
)  # fmt: skip


def split(text: str) -> tuple[str, int, str, int]:
    """The front matter and the body, each with the line of the file on which it starts.

    Raises FrontMatterError when the text does not begin with `---` or no second `---` follows:
    read otherwise, such a file would lose what it says without a word.
    """
    opening = _handler.FM_BOUNDARY.match(text)
    if not opening:
        raise FrontMatterError(
            "no-front-matter",
            Place(),
            "the file does not begin with front matter",
            'Begin with a line "---", the fields (title: …), and another line "---"',
        )
    if not _handler.FM_BOUNDARY.search(text, opening.end()):
        raise FrontMatterError(
            "unclosed-front-matter",
            Place(1, 1, 3),
            "the front matter is not closed",
            'Put a line "---" between the last field and the text',
        )
    front, body = _handler.split(text)
    return front, _line_at(text, opening.end()), body, _line_at(text, len(text) - len(body))


def parse(front: str, first_line: int) -> tuple[Mapping, list[FrontMatterError]]:
    """The fields with their places, and the duplicate keys met on the way (the first one counts).

    `first_line` is the line of the file on which `front` starts. Raises FrontMatterError when the
    YAML cannot be read at all.
    """
    try:
        root, duplicates = yaml_reader.read(front, first_line)
    except yaml.MarkedYAMLError as error:
        quoted = _BOUND.sub(r'\1"\2"', front)
        if quoted != front:
            return parse(quoted, first_line)
        raise _syntax_error(error, front, first_line) from None
    except yaml.YAMLError as error:  # the reader's own, without a mark
        message = f"the front matter cannot be read: {error}"
        raise FrontMatterError("yaml-syntax", Place(first_line), message, "Retype it") from None
    if not isinstance(root, Mapping):
        raise FrontMatterError(
            "not-fields",
            root.place,
            "the front matter holds no fields",
            'Write one field a line, as "title: Delegations meet"',
        )
    return root, duplicates


def _syntax_error(error: yaml.MarkedYAMLError, front: str, first_line: int) -> FrontMatterError:
    said = error.problem or "it cannot be read"
    advice = next((row for row in _ADVICE if row[0] in said), None)
    _, message, hint = advice or (
        "",
        f"the YAML cannot be read: {said}",
        "Put text with special characters in double quotes",
    )
    # libyaml notices an unclosed quote or bracket far below; it is mended where it was opened.
    is_unclosed = "end of stream" in said or "expected ',' or" in said
    mark = (error.context_mark if is_unclosed else None) or error.problem_mark
    lines = front.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line, column = line - 1, 0
    if "mapping values" in said and line and lines[line - 1].strip() and ":" not in lines[line - 1]:
        line, column = line - 1, len(lines[line - 1]) - len(lines[line - 1].lstrip())
        message, hint = _NO_COLON
    return FrontMatterError("yaml-syntax", Place(first_line + line, column + 1), message, hint)


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
