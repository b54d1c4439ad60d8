"""What every shape can do, and how a single value is read."""

from __future__ import annotations

from typing import Any, Protocol

from timeline.nodes import Node, Scalar, Sequence
from timeline.reading import Reading
from timeline.vocabulary import Vocabulary

Schema = dict[str, Any]


class Shape(Protocol):
    """What every shape can do. `read` returns None when it has told a problem."""

    @property
    def words(self) -> str:
        """What to write, for messages and docs: "a date (EDTF)"."""

    def read(self, node: Node, reading: Reading) -> Any:
        """The value that a node holds, or None after telling what is wrong with it."""

    def schema(self, vocabulary: Vocabulary) -> Schema:
        """The shape as JSON Schema; ids and words are listed as far as they are known."""


def scalar(node: Node, reading: Reading, wanted: str) -> str | None:
    """The text of a single value, without outer blanks; tells when it is empty or a collection."""
    if not isinstance(node, Scalar):
        found = "a list" if isinstance(node, Sequence) else "a mapping"
        reading.tell("wrong-shape", node, f"{found} stands here", f"Write {wanted}")
        return None
    if not node.text.strip():
        reading.tell(
            "empty-value", node, "nothing is written here", f"Write {wanted}, or delete the line"
        )
        return None
    return node.text.strip()
