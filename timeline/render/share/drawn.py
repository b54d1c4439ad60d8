"""Drawn: pictures as PNG, by resvg, from nothing but the SVG and the fonts that come with it.

    svg, fonts, version of resvg ─→ key ─→ what the cache has, or drawn anew

No font of the machine is looked at, so that a picture is the same wherever it is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path

import resvg_py

from timeline.cache import Cache
from timeline.render.share.gallery import FONTS, Picture


@dataclass(frozen=True)
class Press:
    """Draws with some fonts what the cache has not."""

    fonts: Sequence[Path]
    cache: Cache

    def every(self, pictures: Iterable[Picture]) -> dict[str, bytes]:
        """Pictures as PNG, by address."""
        return {picture.address: self.png(picture.svg) for picture in pictures}

    def png(self, svg: str) -> bytes:
        """A drawing as PNG."""
        key = sha256(self._made_with + svg.encode()).hexdigest()
        data = self.cache.get(key)
        if data is None:
            data = draw(svg, self.fonts)
            self.cache.put(key, data)
        return data

    @cached_property
    def _made_with(self) -> bytes:
        versions = f"{resvg_py.__version__} {resvg_py.__resvg_version__} "
        fonts = (sha256(path.read_bytes()).digest() for path in self.fonts)
        return versions.encode() + b"".join(fonts)


def press(templates: Path, cache: Cache) -> Press:
    """A press with the fonts that stand among the templates."""
    return Press(sorted((templates / FONTS).glob("*.ttf")), cache)


def draw(svg: str, fonts: Iterable[Path]) -> bytes:
    """An SVG as PNG, with these fonts and no others."""
    return resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(path) for path in fonts]
    )
