"""Advice on how a file is written: capitals, text that YAML takes for a comment, heavy pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.advice.warning import warning
from timeline.check.links import MEDIA
from timeline.load.documents import Content, Document
from timeline.load.nodes import Mapping, Scalar
from timeline.load.walk import scalars
from timeline.model.model import Timeline
from timeline.problems import Place, Problem, quoted
from timeline.records import Event

#: Half a megabyte is a picture of 1,600 pixels; more is felt on a telephone.
MOST_BYTES = 500_000

#: A title with this many letters is in capitals when nearly all of them are.
_FEWEST_LETTERS = 12
_MOSTLY = 0.8

#: One blank, then `#2`, `# 2` or `#hashtag`: meant as text. A comment has a blank after its #.
_SWALLOWED = re.compile(r" (#[^\s#][^#]*|# ?\d[^#]*)$")

_PICTURE = re.compile(r"!\[[^\]\n]*\]\(\s*<?media/([^\s)>]+)")


def advise(timeline: Timeline, content: Content) -> Iterator[Problem]:
    """Warnings about every file of the content."""
    events = {event.file: event for event in (*timeline.events, *timeline.withdrawn)}
    for document in content.documents:
        yield from _lost_comments(document)
        yield from _shouting(document)
        yield from _large_pictures(document, events.get(document.file), content)


def _lost_comments(document: Document) -> Iterator[Problem]:
    for node in scalars(document.front):
        line, end = document.line(node.place.line), node.place.column - 1 + node.place.width
        lost = _SWALLOWED.match(line, end) if node.plain and "#" in line else None
        if lost:
            place = Place(node.place.line, end + 2, len(lost[1].rstrip()))
            yield warning(
                document, "lost-comment", place,
                f"{quoted(lost[1])} is lost: YAML takes what follows a blank and # for a note",
                "Put the whole value in double quotes; for a note, leave two blanks before the #",
            )  # fmt: skip


def _shouting(document: Document) -> Iterator[Problem]:
    for field in ("title", "name"):
        node = document.front.get(field) if document.front else None
        text = node.text if isinstance(node, Scalar) else ""
        capitals = sum(map(str.isupper, text))
        letters = capitals + sum(map(str.islower, text))
        if letters >= _FEWEST_LETTERS and capitals >= _MOSTLY * letters:
            yield warning(
                document, "shouting", field, f"the {field} is in capitals",
                "Write it as a sentence: a capital for the first letter, and for names",
            )  # fmt: skip


def _large_pictures(document: Document, event: Event | None, content: Content) -> Iterator[Problem]:
    shown = [(event.image.file, _image_place(document))] if event and event.image else []
    for number, line in enumerate(document.body.text.split("\n"), document.body.line):
        for found in _PICTURE.finditer(line):
            place = Place(number, found.start(1) + 1 - len(MEDIA), len(MEDIA + found[1]))
            shown.append((found[1], place))
    for name, place in shown:
        path = content.media.get(name)
        size = path.stat().st_size if path else 0
        if size > MOST_BYTES:
            yield warning(
                document, "large-image", place,
                f"{MEDIA}{name} has {size / 1e6:.1f} MB; pages are quick with 0.5 MB or less",
                "Make it smaller: 1,600 pixels wide is enough, as JPEG or WebP",
            )  # fmt: skip


def _image_place(document: Document) -> Place:
    image = document.front.get("image") if document.front else None
    file = image.get("file") if isinstance(image, Mapping) else None
    return file.place if file else Place()
