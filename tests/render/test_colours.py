"""Colours, read from the style sheet itself: readable in light and dark, apart for every eye."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest

from tests.render.telling import TEMPLATES, TRACK
from timeline.records import Track
from timeline.render import colours

CSS = (TEMPLATES.parent / "assets" / "css" / "tokens.css").read_text("utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", part))
    for part in CSS.split("@media (prefers-color-scheme: dark)")[:2]
)
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
TRACKS = [f"track-{n}" for n in range(1, colours.PALETTE + 1)]

Linear = tuple[float, float, float]

#: How people with protanopia, deuteranopia and tritanopia see linear sRGB
#: (Machado, Oliveira and Fernandes 2009, severity 1).
EYES: dict[str, tuple[Linear, Linear, Linear]] = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(colour: str) -> Linear:
    """Linear light, 0 to 1, of a colour written in sRGB's hexadecimal digits."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    lights = sorted(
        sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def seen(colour: str, eye: str) -> Linear:
    """Where a colour stands in OKLab for an eye: equal distances look equally different."""
    light = linear(colour)
    r, g, b = (
        min(1.0, max(0.0, sum(w * c for w, c in zip(row, light, strict=True)))) for row in EYES[eye]
    )
    l = math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)  # noqa: E741
    m = math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
    s = math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


@THEMES
@pytest.mark.parametrize("ground", ["paper", "raised"])
@pytest.mark.parametrize("ink", ["ink", "soft", "link"])
def test_text_can_be_read(theme: dict[str, str], ink: str, ground: str) -> None:
    assert contrast(theme[ink], theme[ground]) >= 4.5


@THEMES
@pytest.mark.parametrize("mark", [*TRACKS, "edge", "focus"])
def test_marks_can_be_made_out(theme: dict[str, str], mark: str) -> None:
    assert contrast(theme[mark], theme["paper"]) >= 3


@THEMES
@pytest.mark.parametrize("eye", EYES)
def test_tracks_stay_apart(theme: dict[str, str], eye: str) -> None:
    """The threshold is three times a difference that can just be seen (0.02 in OKLab)."""
    nearest = min(
        (math.dist(seen(theme[one], eye), seen(theme[other], eye)), one, other)
        for one, other in combinations(TRACKS, 2)
    )
    assert nearest >= (0.07, "", "")


def test_tracks_take_their_hues_in_order_and_further_ones_none() -> None:
    tracks = {f"t{n}": Track(f"t{n}", "", "") for n in range(1, 10)}
    given = list(colours.of(tracks).values())
    assert given[0] == 'data-hue="1"'
    assert given[8] == 'data-hue="none"'


def test_a_track_may_have_a_colour_of_its_own() -> None:
    own = Track(TRACK.id, "", "", colour="#0f766e")
    assert colours.of({own.id: own})[own.id] == 'data-hue="own" style="--own:#0f766e"'
