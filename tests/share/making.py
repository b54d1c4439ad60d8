"""Galleries for tests, and how to look at what they show without opening a picture."""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.render.telling import ENGLISH, TEMPLATES, timeline
from timeline.model.model import Timeline
from timeline.records import About, Event
from timeline.render.entries import Entries, lookup
from timeline.render.prose import Prose
from timeline.render.share import drawn, palette
from timeline.render.share.gallery import FONTS, Gallery, Picture

URL = "https://example.org/timeline/"
CSS = TEMPLATES.parent / "assets" / "css" / "tokens.css"
LETTERS: list[Path] = sorted((TEMPLATES / FONTS).glob("*.ttf"))


class Counting:
    """A cache that tells what was drawn for it."""

    def __init__(self) -> None:
        self.drawn: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        return self.drawn.get(key)

    def put(self, key: str, data: bytes) -> None:
        assert key not in self.drawn
        self.drawn[key] = data


def shared(*events: Event, **others: Any) -> Timeline:
    """A timeline that knows its public address."""
    told = timeline(*events, **others)
    return replace(told, about=replace(told.about, url=URL))


def gallery(told: Timeline) -> Gallery:
    """The pictures of a timeline."""
    entries = Entries(told, Prose(lookup(told), ENGLISH), ENGLISH)
    return Gallery(told, ENGLISH, entries, TEMPLATES, palette.read(CSS))


def picture(page: str, *events: Event, about: Mapping[str, Any] | None = None) -> Picture:
    """The picture of a page of a timeline of some events."""
    given = About(**{"title": "Back channels", **(about or {})})
    found = gallery(shared(*events, about=given)).of_page(page)
    assert found
    return found


def texts(svg: str) -> list[str]:
    """Every line that a drawing sets."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", svg)


def size(png: bytes) -> tuple[int, int]:
    """Width and height, as the header of a PNG tells them (PNG 3, 11.2.1)."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def part(svg: str, x: float, y: float, width: int, height: int) -> bytes:
    """A piece of a drawing as PNG."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
    return drawn.draw(
        re.sub(r"<svg[^>]*?(?= font)", f'{head}viewBox="{x} {y} {width} {height}"', svg, count=1),
        LETTERS,
    )


def without_text(svg: str) -> str:
    """A drawing with its texts taken out."""
    return re.sub(r"<text.*?</text>", "", svg)
