"""Links in bodies: `[[event:id]]`, `[[actor:id|other words]]`, pictures from media/, the web.

The grammar stands here once: `check` looks links up before anything is rendered, `prose` turns
them into HTML with the same patterns.
"""

from __future__ import annotations

import re

from timeline.check.reading import Reading
from timeline.check.shapes.values import is_web_address
from timeline.check.shapes.words import Ref
from timeline.load.nodes import Scalar
from timeline.problems import Place, did_you_mean, quoted
from timeline.records import Body

_GAP = r"(?:[^\S\n]*+\n)?+[^\S\n]*+"

#: An internal link: kind, id, and the words to show, if others than the thing's own name. Blanks
#: around them are left out. Possessive, so that no text takes long to be none.
INTERNAL = (
    r"\[\[ *+([a-z]*+) *+: *+((?:[^\s\[\]|]++(?: ++[^\s\[\]|]++)*+)?+) *+"
    rf"(?:\|{_GAP}((?:[^\s\[\]]++(?:{_GAP}[^\s\[\]]++)*+)?+){_GAP})?\]\]"
)

KINDS = ("event", "actor", "track", "source")
MEDIA = "media/"

_INTERNAL = re.compile(INTERNAL)
_ANY_INTERNAL = re.compile(r"\[\[([^\[\]]*)(\]\])?")
_MEANT = re.compile(rf"\s*(?:{'|'.join(KINDS)})\s*:")
_CODE = re.compile(r"(?s)(?<![\\`])(`++)(?:(?!\n[^\S\n]*\n).)+?(?<!`)\1(?!`)")
_TARGET = re.compile(r"(!?)\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(\s*<?([^\s)>]*)>?\)?")
_DEFINITION = re.compile(r"(?m)^[ ]{0,3}(\[)[^\[\]^\n][^\[\]\n]*\]:()[ ]*\n?[ ]*<?(\S+)")
_HTML = re.compile(r"<(a|img)\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)


def named(text: str) -> list[tuple[str, str]]:
    """The (kind, id) of every internal link in a body, in order; what stands in code is none."""
    found = re.finditer(INTERNAL, _CODE.sub("", text))
    return [(link[1], link[2]) for link in found]


def without_code(text: str) -> str:
    """The text with blanks in place of code, which says nothing of its own."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def check(body: Body, reading: Reading) -> None:
    """Tell of every link in the body that leads nowhere."""
    text = without_code(body.text)
    for link in _ANY_INTERNAL.finditer(text):
        if link[2] or _MEANT.match(link[1]):
            _check_internal(link, body, reading)
    for link in (*_TARGET.finditer(text), *_DEFINITION.finditer(text)):
        place = body.place(link.start(3), len(link[3]))
        if link[1] == "!":
            alt = body.place(link.start(), link.end() - link.start())
            _check_shown(link[3], link[2], place, alt, reading)
        else:
            _check_target(link[3], place, reading)
    for tag in _HTML.finditer(text):
        found = {a[1].lower(): a for a in _ATTRIBUTE.finditer(tag[0])}
        values = {name: next(filter(None, a.groups()[1:]), "") for name, a in found.items()}
        place = body.place(tag.start(), len(tag[0]))
        if tag[1].lower() == "img":
            _check_shown(values.get("src", ""), values.get("alt", ""), place, place, reading)
        elif "href" in values:
            _check_target(values["href"], place, reading)


def _check_target(target: str, place: Place, reading: Reading) -> None:
    if target.startswith(MEDIA):
        check_picture(target.removeprefix(MEDIA), place, reading)
    elif not (is_web_address(target) or target.startswith("mailto:")):
        reading.tell(
            "bad-link",
            place,
            f"{quoted(target)} leads nowhere on the published site",
            "Write a whole web address (https://…), or link inside with [[event:id]]",
        )


def _check_shown(target: str, alt: str, place: Place, whole: Place, reading: Reading) -> None:
    if not alt.strip():
        reading.tell(
            "missing-alt",
            whole,
            "the picture has no words for those who cannot see it",
            "Say between the brackets what it shows: ![Two cooling towers](media/plant.jpg)",
        )
    if target.startswith(MEDIA):
        check_picture(target.removeprefix(MEDIA), place, reading)
    else:
        reading.tell(
            "foreign-picture",
            place,
            "pictures are taken from media/ only",
            "Put the file into media/ and write ![words](media/name.jpg)",
        )


def check_picture(name: str, place: Place, reading: Reading) -> None:
    """Tell when no file of this name stands in media/."""
    pictures = reading.vocabulary.pictures
    if name not in pictures:
        reading.tell(
            "missing-picture",
            place,
            f"no file {quoted(name)} in media/",
            did_you_mean(name, pictures, f"put the file at media/{name}"),
        )


def _check_internal(link: re.Match[str], body: Body, reading: Reading) -> None:
    place = body.place(link.start(), len(link[0]))
    parts = _INTERNAL.fullmatch(link[0])
    if parts is None or not parts[2]:
        reading.tell(
            "bad-link",
            place,
            f"{quoted(link[0])} is not a link",
            "Write [[event:id]] or [[actor:id|words]], with both brackets closed",
        )
    elif parts[1] not in KINDS:
        reading.tell(
            "bad-link",
            place,
            f"no kind of thing {quoted(parts[1])} to link to",
            did_you_mean(parts[1], KINDS, f"use one of {', '.join(KINDS)}"),
        )
    else:
        inside = body.place(link.start() + parts.start(2), len(parts[2]))
        Ref(parts[1]).read(Scalar(inside, parts[2]), reading)
