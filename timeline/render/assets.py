"""Assets: the files that pages load as they are, by their address in the site."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

#: In this order; a page links every stylesheet and module it is given.
STYLES, MODULES = ".css", ".js"


def load(folder: Path) -> dict[str, bytes]:
    """Every file below assets/ → `{address: bytes}`; hidden files and notes (.md) stay behind."""
    return {
        f"assets/{path.relative_to(folder).as_posix()}": path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".md"
    }


def media(files: Mapping[str, Path]) -> dict[str, bytes]:
    """The pictures of the content → `{address: bytes}`."""
    return {f"media/{name}": path.read_bytes() for name, path in files.items()}
