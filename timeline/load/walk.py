"""Walking through front matter: every value, however deep it stands."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.load.nodes import Mapping, Node, Scalar, Sequence


def scalars(node: Node | None) -> Iterator[Scalar]:
    """The single values of a node, in the order in which they are written; keys are none."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for _, value in node.entries.values():
            yield from scalars(value)
