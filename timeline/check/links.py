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

#: An internal link and what stands in it, for `parts`; no text takes long to be none.
INTERNAL = r"\[\[([^\[\]]*)\]\]"

KINDS = ("event", "actor", "track", "source")
MEDIA = "media/"

_KIND = re.compile(r"[a-z]*")
_NO_LINE = re.compile(r"\n[^\S\n]*\n")
_ANY_INTERNAL = re.compile(r"\[\[([^\[\]]*)(\]\])?")
_MEANT = re.compile(rf"\s*(?:{'|'.join(KINDS)})\s*:")
_CODE = re.compile(r"(?s)(?<![\\`])(`++)(?:(?!\n[^\S\n]*\n).)+?(?<!`)\1(?!`)")
_TARGET = re.compile(r"(!?)\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\]\(\s*<?([^\s)>]*)>?\)?")
_DEFINITION = re.compile(r"(?m)^[ ]{0,3}(\[)[^\[\]^\n][^\[\]\n]*\]:()[ ]*\n?[ ]*<?(\S+)")
_HTML = re.compile(r"<(a|img)\b[^<>]*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([a-z]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))""", re.IGNORECASE)


def parts(inside: str) -> tuple[str, str, str] | None:
    """Kind, id and words of what stands in double brackets, without the blanks around them.

    The words are "" where none are given. None where this is no link: no colon, a kind in other
    letters, a line that ends before the words begin, a paragraph that ends within them.
    """
    target, _, words = inside.partition("|")
    kind, colon, id = (part.strip(" ") for part in target.partition(":"))
    if not colon or not _KIND.fullmatch(kind) or re.search(r"[^\S ]", id) or _NO_LINE.search(words):
        return None
    return kind, id, words.strip()


def named(text: str) -> list[tuple[str, str]]:
    """The (kind, id) of every internal link in a body, in order; what stands in code is none."""
    found = (parts(link[1]) for link in re.finditer(INTERNAL, _CODE.sub("", text)))
    return [(link[0], link[1]) for link in found if link]


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
    kind, id, _ = (parts(link[1]) if link[2] else None) or ("", "", "")
    if not id:
        reading.tell(
            "bad-link",
            place,
            f"{quoted(link[0])} is not a link",
            "Write [[event:id]] or [[actor:id|words]], with both brackets closed",
        )
    elif kind not in KINDS:
        reading.tell(
            "bad-link",
            place,
            f"no kind of thing {quoted(kind)} to link to",
            did_you_mean(kind, KINDS, f"use one of {', '.join(KINDS)}"),
        )
    else:
        start = link[1].index(id, link[1].index(":"))
        Ref(kind).read(Scalar(body.place(link.start(1) + start, len(id)), id), reading)
