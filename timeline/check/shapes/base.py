"""What every shape can do, and how a single value is read."""

from __future__ import annotations

from typing import Any, Protocol

from timeline.check.reading import Reading
from timeline.check.vocabulary import Vocabulary
from timeline.load.nodes import Mapping, Node, Scalar, Sequence

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
    return node.text.strip() if _is_given(node, reading, wanted) else None


def mapping(node: Node, reading: Reading, wanted: str) -> Mapping | None:
    """The mapping that is expected here; tells when it is empty or something else."""
    if not _is_given(node, reading, wanted):
        return None
    if not isinstance(node, Mapping):
        reading.tell("wrong-shape", node, "names and values are expected here", f"Write {wanted}")
        return None
    return node


def keyed(keys: Schema, values: Schema) -> Schema:
    """The schema of a mapping whose keys are names."""
    return {
        "type": "object", "minProperties": 1, "propertyNames": keys, "additionalProperties": values
    }  # fmt: skip


def _is_given(node: Node, reading: Reading, wanted: str) -> bool:
    """Whether anything is written at a node; tells when not."""
    if isinstance(node, Scalar):
        is_given = bool(node.text.strip())
    else:
        is_given = bool(node.items if isinstance(node, Sequence) else node.entries)
    if not is_given:
        hint = f"Write {wanted}, or delete the line"
        reading.tell("empty-value", node, "nothing is written here", hint)
    return is_given
