"""A warning at a field of a file."""

from __future__ import annotations

from timeline.load.documents import Document
from timeline.load.nodes import Node
from timeline.problems import Place, Problem


def warning(
    document: Document, code: str, at: str | Node | Place, message: str, hint: str
) -> Problem:
    """A warning at a field (by name), a node or a place; at the file itself where that is not."""
    if isinstance(at, str):
        node = document.front.get(at) if document.front and at else None
        place = node.place if node else None
    else:
        place = at if isinstance(at, Place) else at.place
    text = document.line(place.line) if place else ""
    return Problem(code, document.file, place or Place(), message, hint, text, severity="warning")
