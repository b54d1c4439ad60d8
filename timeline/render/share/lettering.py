"""Lettering: text in lines that are surely no wider than their room, by the widths of the letters.

    "The council meets in the town hall"  ─ fit ─→  The council meets
                                                    in the town hall    as large as there is room

A text with a letter that the fonts lack is not set at all: boxes in its place would say nothing.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

#: Weights of Literata, as CSS numbers them.
PLAIN, BOLD = 400, 600

_ELLIPSIS, _HYPHEN = "…", "-"
#: The widths are those of single letters. Kerning makes most pairs narrower, a few wider.
_RESERVE = 1.01
#: What lines may break at: blanks, and after strokes inside a word.
_PARTS = re.compile(r"\S+?(?:[-–—/](?=\w)|(?=\s|$)) ?")
#: Unicode's categories of emoji and of what colours or joins them, left out where the fonts have
#: none; with them the selectors that ask for one or the other look.
_DECORATION = {"So", "Sk"}
_SELECTORS = re.compile("[\ufe00-\ufe0f]")


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as set: its lines, and in pixels the size and the way from baseline to baseline."""

    lines: tuple[str, ...]
    size: int
    leading: float

    @property
    def height(self) -> float:
        """From the first baseline to the last."""
        return self.leading * (len(self.lines) - 1)


@dataclass(frozen=True, slots=True)
class _Column:
    """Room of a width for lines of one size; `widths` are those of a weight."""

    widths: Mapping[str, int]
    size: int
    room: float

    def has_room(self, text: str) -> bool:
        return _width(text.rstrip(), self.size, self.widths) <= self.room

    def filled(self, parts: Iterable[str]) -> list[str]:
        """As many parts to a line as have room; one that has none stands alone."""
        lines: list[str] = []
        for part in parts:
            if lines and self.has_room(lines[-1] + part):
                lines[-1] += part
            else:
                lines.append(part)
        return [line.rstrip() for line in lines]

    def holds(self, lines: Sequence[str], most: int) -> bool:
        """Whether there is room for these lines, and these are not too many."""
        return len(lines) <= most and all(map(self.has_room, lines))

    def balanced(self, parts: Sequence[str], count: int) -> list[str]:
        """So many lines, as equally long as can be."""
        narrow, wide = self.room / 2, self.room
        while count > 1 and wide - narrow > self.size / 8:
            tried = replace(self, room=(narrow + wide) / 2)
            if tried.holds(tried.filled(parts), count):
                wide = tried.room
            else:
                narrow = tried.room
        return replace(self, room=wide).filled(parts)

    def broken(self, parts: Iterable[str]) -> Iterable[str]:
        """The parts; those that are wider than a line in pieces, with hyphens."""
        for part in parts:
            rest = part
            while not self.has_room(rest):
                end = self.longest(rest, _HYPHEN)
                yield rest[:end] + _HYPHEN
                rest = rest[end:]
            yield rest

    def cut(self, line: str) -> str:
        """A line with an ellipsis at its end, after a whole word where it has several."""
        end = self.longest(line, _ELLIPSIS)
        kept = line[:end] if end == len(line) else line[:end].rpartition(" ")[0] or line[:end]
        return kept.rstrip(" ,;:–-") + _ELLIPSIS

    def longest(self, text: str, after: str) -> int:
        """How many characters have room with what comes after them; at least one."""
        end = len(text)
        while end > 1 and not self.has_room(text[:end].rstrip() + after):
            end -= 1
        return end


class Lettering:
    """What some fonts can set. `widths`: weight → character → thousandths of an em."""

    def __init__(self, widths: Mapping[int, Mapping[str, int]]) -> None:
        self._widths = widths

    def settable(self, text: str) -> str:
        """The text without emoji and invisible signs; "" where the fonts lack a letter of it."""
        known = self._widths[PLAIN]
        plain = unicodedata.normalize("NFC", _SELECTORS.sub("", text))
        kept = "".join(
            c
            for c in plain
            if unicodedata.category(c) != "Cf"
            and (c in known or unicodedata.category(c) not in _DECORATION)
        )
        blanked = " ".join(kept.split())
        return blanked if all(c in known for c in blanked) else ""

    def has_room(self, text: str, room: float, size: int, weight: int = PLAIN) -> bool:
        """Whether a text can be set, in one line of a size."""
        plain = self.settable(text)
        return bool(plain) and self.width(plain, size, weight) <= room

    def width(self, text: str, size: float, weight: int) -> float:
        """Pixels that a settable text takes up at most."""
        return _width(text, size, self._widths[weight])

    def fit(
        self,
        text: str,
        room: float,
        sizes: Mapping[int, int],
        weight: int = PLAIN,
        leading: float = 1.25,
    ) -> Setting | None:
        """A text in the largest size in which there is room for it; None where it cannot be set.

        `sizes` has for each size, from the largest on, how many lines there is room for. What is
        too long even for the smallest is cut, a word that is wider than a line broken.
        """
        parts = _PARTS.findall(self.settable(text))
        if not parts:
            return None
        for size, most in sizes.items():
            column = _Column(self._widths[weight], size, room)
            lines = column.filled(parts)
            if column.holds(lines, most):
                return Setting(tuple(column.balanced(parts, len(lines))), size, size * leading)
        lines = column.filled(column.broken(parts))
        if len(lines) > most:
            lines = [*lines[: most - 1], column.cut(lines[most - 1])]
        return Setting(tuple(lines), size, size * leading)


def read(folder: Path) -> Lettering:
    """The lettering of the fonts in a folder, whose widths stand beside them in widths.json."""
    widths = json.loads((folder / "widths.json").read_text("utf-8"))
    return Lettering({int(weight): letters for weight, letters in widths.items()})


def _width(text: str, size: float, widths: Mapping[str, int]) -> float:
    return sum(widths[c] for c in text) * size / 1000 * _RESERVE
