"""Palette: the colours of the pages by daylight, read from their style sheet for the pictures."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path

from timeline.records import Track
from timeline.render import colours

_TOKEN = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")
_DARK = "@media (prefers-color-scheme: dark)"
#: How light a colour of a track's own may be on the paper, as in the style sheet (OKLCH).
LIGHTEST = 0.58

Triple = tuple[float, float, float]


class Palette:
    """Colours as "#rrggbb", by the names that they have in the style sheet."""

    def __init__(self, tokens: Mapping[str, str]) -> None:
        self._tokens = tokens

    def __getitem__(self, name: str) -> str:
        return self._tokens[name]

    def hues(self, tracks: Mapping[str, Track]) -> dict[str, str]:
        """Track id → its colour: its own, or that of its place; see `colours`."""
        return {track.id: self._hue(track, place) for place, track in enumerate(tracks.values(), 1)}

    def _hue(self, track: Track, place: int) -> str:
        if track.colour:
            return darkened(track.colour)
        return self[f"track-{place}" if place <= colours.PALETTE else "soft"]


def read(path: Path) -> Palette:
    """The palette of a style sheet (assets/css/tokens.css)."""
    daylight, _, _ = path.read_text("utf-8").partition(_DARK)
    return Palette(dict(_TOKEN.findall(daylight)))


def darkened(colour: str, lightest: float = LIGHTEST) -> str:
    """A colour, made dark enough for the paper: `oklch(from colour min(l, lightest) c h)`.

    What no screen can show is cut off channel by channel, as browsers do it.
    """
    lightness, a, b = _oklab(_linear(colour))
    return colour if lightness <= lightest else _hexadecimal(_from_oklab((lightest, a, b)))


def _linear(colour: str) -> Triple:
    """Linear light, 0 to 1 (IEC 61966-2-1)."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _lit(red), _lit(green), _lit(blue)


def _lit(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def _hexadecimal(light: Triple) -> str:
    return "#" + "".join(f"{round(255 * _unlit(min(1.0, max(0.0, part)))):02x}" for part in light)


def _unlit(part: float) -> float:
    return float(part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055)


def _oklab(light: Triple) -> Triple:
    """Björn Ottosson's OKLab, with the numbers of CSS Color 4 (10.8)."""
    red, green, blue = light
    l = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)  # noqa: E741
    m = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    s = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def _from_oklab(lab: Triple) -> Triple:
    lightness, a, b = lab
    l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3  # noqa: E741
    m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )
