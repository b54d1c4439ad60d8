"""Colours of tracks: the first eight have a hue each, further ones none, unless they ask for one.

The palette itself stands in assets/css/tokens.css, `--track-1` to `--track-8`, for light and dark.
A colour never carries meaning alone: the track's name or its lane is always there too.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from timeline.records import Track

PALETTE = 8


def of(tracks: Mapping[str, Track]) -> dict[str, Markup]:
    """Track id → the attributes that give an element and all in it the track's `--track`."""
    return {
        track.id: _attributes(track.colour, place) for place, track in enumerate(tracks.values(), 1)
    }


def _attributes(own: str, place: int) -> Markup:
    if own:
        return Markup('data-hue="own" style="--own:{}"').format(own)
    return Markup('data-hue="{}"').format(place if place <= PALETTE else "none")
