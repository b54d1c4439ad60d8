"""Scripts as they are sent: without the comments that only those who write them need.

Half of a module's bytes are its types and reasons. Nothing else changes, not even where a line
stands: what a browser says of line 40 is line 40 in assets/js.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from timeline.render.assets import MODULES


def bare(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with their scripts stripped of every comment that has its lines to itself."""
    return {
        address: "\n".join(_lines(data.decode())).encode() if address.endswith(MODULES) else data
        for address, data in files.items()
    }


def _lines(script: str) -> Iterator[str]:
    is_inside = False
    for line in script.split("\n"):
        words = line.strip()
        begins = words.startswith("/*") and words.find("*/") in (-1, len(words) - 2)
        is_comment = is_inside or begins or words.startswith("//")
        is_inside = (is_inside or begins) and not words.endswith("*/")
        yield "" if is_comment else line
