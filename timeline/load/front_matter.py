"""Front matter: a file's text → its fields with their places, and its body.

python-frontmatter's handler splits the file, `yaml_reader` reads the fields, `yaml_advice` makes
a sentence with something to do of what libyaml says of bad YAML.
"""

from __future__ import annotations

import yaml
from frontmatter.default_handlers import YAMLHandler

from timeline.load import yaml_advice, yaml_reader
from timeline.load.nodes import FrontMatterError, Mapping
from timeline.problems import Place

_handler = YAMLHandler()


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
        raise yaml_advice.syntax_error(error, front.split("\n"), first_line) from None
    except yaml.YAMLError as error:  # the reader's own, without a mark
        message = f"the front matter cannot be read: {error}"
        raise FrontMatterError("yaml-syntax", Place(first_line), message, "Retype it") from None
    if not isinstance(root, Mapping):
        number = root.place.line - first_line
        if glued := yaml_advice.glued_field(front.split("\n"), number, first_line):
            raise glued
        raise FrontMatterError(
            "not-fields",
            root.place,
            "the front matter holds no fields",
            'Write one field a line, as "title: Delegations meet"',
        )
    return root, duplicates


def _line_at(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
