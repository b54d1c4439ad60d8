"""Text → YAML that reads back as written, with quotes only where they are needed.

`Agreement: a draft` needs them, `Delegations meet` does not. Whether a value does is asked of the
reader itself, so that the two can never disagree.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from timeline.load import front_matter
from timeline.load.nodes import FrontMatterError, Scalar
from timeline.load.nodes import Sequence as Items

#: What a quoted text must spell out: YAML 1.2 §5.1 (not printable), §5.4 (other line breaks).
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

Value = str | Sequence[str] | Mapping[str, Sequence[str]]


def field(name: str, value: Value) -> str:
    """The lines of one field: a value, a list on one line, or names with values below each."""
    if isinstance(value, Mapping):
        rows = (f"  {scalar(key)}: {_inline(items)}\n" for key, items in value.items())
        return "".join([f"{name}:\n", *rows])
    return f"{name}: {_inline(value)}\n"


def scalar(text: str) -> str:
    """One value, as a field's or a list's. Lone surrogates have no place in a file: no quoting."""
    return text if _is_plain(text) else _quoted(text)


def _inline(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return scalar(value)
    if len(value) == 1:
        return scalar(value[0])
    return f"[{', '.join(scalar(item) for item in value)}]"


def _is_plain(text: str) -> bool:
    # Our reader takes `>800` without quotes; other readers of YAML do not.
    if not text.isprintable() or text.startswith(">"):
        return False
    try:
        fields, _ = front_matter.parse(f"a: {text}\nb: [{text}, z]\n", 1)
    except FrontMatterError:
        return False
    alone, listed = fields.get("a"), fields.get("b")
    is_last = len(fields.entries) == 2
    if not (is_last and isinstance(alone, Scalar) and isinstance(listed, Items)):
        return False
    inside = listed.items[0] if len(listed.items) == 2 else None
    return alone.plain and alone.text == text and isinstance(inside, Scalar) and inside.text == text


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04X}", escaped) + '"'
