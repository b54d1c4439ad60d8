"""Assets: the files that pages load, by their address in the site.

Half of the bytes of a module, and a quarter of those of a style sheet, are for those who write
them: types, reasons, blanks. They stay behind; what runs is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from timeline.render import stylesheets

#: In this order; a page links every stylesheet and module it is given.
STYLES, MODULES = ".css", ".js"

#: What an expression is taken for: `/** @type {HTMLElement} */ (one)`.
_CAST = re.compile(r"/\*\* @type \{[^*]*\} \*/ ")


def served(folder: Path) -> dict[str, bytes]:
    """Every file below assets/ as it is sent: styles joined, comments gone; shaped as by `load`."""
    return bare(stylesheets.joined(load(folder)))


def load(folder: Path) -> dict[str, bytes]:
    """Every file below assets/ → `{address: bytes}`; hidden files and notes (.md) stay behind."""
    return {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".md"
    }


def bare(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files, scripts and styles without what is for their writers.

    That is comments that have lines to themselves, types of expressions, and blanks around lines.
    No text in them runs over several lines, so that those are never part of one.
    """
    return {
        address: "\n".join(_lines(data.decode())).encode()
        if address.endswith((STYLES, MODULES))
        else data
        for address, data in files.items()
    }


def _lines(code: str) -> Iterator[str]:
    is_inside = False
    for line in code.split("\n"):
        words = line.strip()
        begins = words.startswith("/*") and words.find("*/") in (-1, len(words) - 2)
        is_comment = is_inside or begins or words.startswith("//")
        is_inside = (is_inside or begins) and not words.endswith("*/")
        if words and not is_comment:
            yield _CAST.sub("", words)


def media(files: Mapping[str, Path]) -> dict[str, bytes]:
    """The pictures of the content → `{address: bytes}`."""
    return {f"media/{name}": path.read_bytes() for name, path in files.items()}
