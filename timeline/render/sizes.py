"""Sizes: how wide and high pictures are, so that pages keep room for them while they load."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO

import imagesize


@dataclass(frozen=True, slots=True)
class Size:
    """The width and height of a picture in pixels, turned as the camera says."""

    width: int
    height: int


def of(pictures: Mapping[str, bytes]) -> dict[str, Size]:
    """Address → size, for the pictures that say theirs; what is broken or empty has none."""
    sizes = ((address, size(data)) for address, data in pictures.items())
    return {address: known for address, known in sizes if known is not None}


def size(picture: bytes) -> Size | None:
    """The size that the header of a picture states, or None."""
    width, height = imagesize.get(BytesIO(picture))
    return Size(width, height) if width > 0 and height > 0 else None
