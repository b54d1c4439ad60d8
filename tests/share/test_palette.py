"""The colours of the pictures are those of the pages."""

from __future__ import annotations

import re

import pytest

from tests.render.test_colours import LIGHT, contrast
from tests.share.making import CSS
from timeline.records import Track
from timeline.render.share import palette

PALETTE = palette.read(CSS)


def test_colours_are_those_of_the_style_sheet_by_daylight() -> None:
    for name in ("paper", "ink", "soft", "rule", "edge", "track-1", "track-8"):
        assert PALETTE[name] == LIGHT[name]


def test_tracks_have_the_hues_of_their_places_and_further_ones_none() -> None:
    tracks = {f"t{n}": Track(f"t{n}", "", f"Track {n}") for n in range(1, 10)}
    hues = list(PALETTE.hues(tracks).values())
    assert hues == [LIGHT[f"track-{n}"] for n in range(1, 9)] + [LIGHT["soft"]]


@pytest.mark.parametrize(
    ("own", "shown"),
    [
        ("#0f766e", "#0f766e"),
        ("#ffffff", "#7a7a7a"),
        ("#76be7b", "#468d4d"),
        ("#aaff00", "#459200"),
        ("#15e871", "#009b22"),
    ],
)
def test_own_colour_is_darkened_as_browsers_do_it(own: str, shown: str) -> None:
    """What Chromium makes of `oklch(from … min(l, 0.58) c h)`, asked of version 156."""
    assert PALETTE.hues({"a": Track("a", "", "A", colour=own)}) == {"a": shown}


def test_style_sheet_and_pictures_darken_alike() -> None:
    (lightest,) = re.findall(r"min\(l, ([\d.]+)\)", CSS.read_text("utf-8"))
    assert float(lightest) == palette.LIGHTEST


@pytest.mark.parametrize("own", ["#ffee00", "#00ffff", "#ff88ff", "#808080", "#000000"])
def test_own_colour_is_seen_on_the_paper(own: str) -> None:
    """WCAG 2.2, 1.4.11: three to one for what is drawn."""
    assert contrast(palette.darkened(own), PALETTE["paper"]) >= 3
