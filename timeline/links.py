"""Links in bodies: `[[event:id]]`, `[[actor:id|other words]]`, pictures from media/, the web.

The grammar stands here once: `check` looks links up before anything is rendered, `prose` turns
them into HTML with the same patterns.
"""

from __future__ import annotations

import re

from timeline.nodes import Scalar
from timeline.problems import Place, did_you_mean
from timeline.reading import Reading
from timeline.records import Body
from timeline.shapes.values import is_web_address
from timeline.shapes.words import Ref

#: An internal link: kind, id, and the words to show, if others than the thing's own name.
INTERNAL = r"\[\[\s*([a-z]*)\s*:\s*([^\[\]|\n]*?)\s*(?:\|\s*([^\[\]\n]*?)\s*)?\]\]"

KINDS = ("event", "actor", "track", "source")
MEDIA = "media/"

_INTERNAL = re.compile(INTERNAL)
_ANY_INTERNAL = re.compile(r"\[\[([^\[\]\n]*)\]\]")
_CODE = re.compile(r"(?ms)^(```|~~~).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)")
_TARGET = re.compile(r"(!?)\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(\s*<?([^\s)>]*)")
_DEFINITION = re.compile(r"(?m)^[ ]{0,3}(\[)[^\[\]^\n][^\[\]\n]*\]:()\s*<?(\S+)")


def check(body: Body, reading: Reading) -> None:
    """Tell of every link in the body that leads nowhere."""
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), body.text)
    for link in _ANY_INTERNAL.finditer(text):
        _check_internal(link, body, text, reading)
    for link in (*_TARGET.finditer(text), *_DEFINITION.finditer(text)):
        place = _place(body, text, link.start(3), len(link[3]))
        if link[1] == "!" and not link[2].strip():
            reading.tell(
                "missing-alt",
                _place(body, text, link.start(), len(link[0])),
                "the picture has no words for those who cannot see it",
                "Say between the brackets what it shows: ![Two cooling towers](…)",
            )
        if link[3].startswith(MEDIA):
            check_picture(link[3].removeprefix(MEDIA), place, reading)
        elif link[1] == "!":
            reading.tell(
                "foreign-picture",
                place,
                "pictures are taken from media/ only",
                "Put the file into media/ and write ![words](media/name.jpg)",
            )
        elif not (is_web_address(link[3]) or link[3].startswith("mailto:")):
            reading.tell(
                "bad-link",
                place,
                f'"{link[3]}" leads nowhere on the published site',
                "Write a whole web address (https://…), or link inside with [[event:id]]",
            )


def check_picture(name: str, place: Place, reading: Reading) -> None:
    """Tell when no file of this name stands in media/."""
    pictures = reading.vocabulary.pictures
    if name not in pictures:
        reading.tell(
            "missing-picture",
            place,
            f'no file "{name}" in media/',
            did_you_mean(name, pictures, f"put the file at media/{name}"),
        )


def _check_internal(link: re.Match[str], body: Body, text: str, reading: Reading) -> None:
    place = _place(body, text, link.start(), len(link[0]))
    parts = _INTERNAL.fullmatch(link[0])
    if parts is None:
        reading.tell(
            "bad-link",
            place,
            f'"{link[0]}" is not a link',
            "Write [[event:id]] or [[actor:id|words]]",
        )
    elif parts[1] not in KINDS:
        reading.tell(
            "bad-link",
            place,
            f'no kind of thing "{parts[1]}" to link to',
            did_you_mean(parts[1], KINDS, f"use one of {', '.join(KINDS)}"),
        )
    else:
        inside = _place(body, text, link.start() + link[0].index(parts[2]), max(1, len(parts[2])))
        Ref(parts[1]).read(Scalar(inside, parts[2]), reading)


def _place(body: Body, text: str, offset: int, width: int) -> Place:
    line = text.count("\n", 0, offset)
    column = offset - text.rfind("\n", 0, offset)
    return Place(body.line + line, column, max(1, width))
