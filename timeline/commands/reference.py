"""The reference of all fields as Markdown, made from the table of fields: docs/front-matter.md."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.check.fields import KINDS
from timeline.check.shapes.base import Shape
from timeline.check.shapes.compound import Record

_WHERE = {
    "timeline": "timeline.md",
    "event": "events/&lt;id&gt;.md",
    "actor": "actors/&lt;id&gt;.md",
    "track": "tracks/&lt;id&gt;.md",
    "source": "sources/&lt;id&gt;.md",
}

_HEAD = """\
# Front matter

<!-- Made by `python3 build.py reference`; change timeline/check/fields.py instead. -->

Every file is Markdown with YAML front matter between two lines `---`. Values are read as they are
written: `2022-11` stays a month, `no` stays a word. A field that is not listed here is an error.
Fields in **bold** must be there. Dates are written in EDTF; see [dates.md](dates.md).
"""


def markdown() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for kind in KINDS for line in _kind(kind))])


def _kind(kind: str) -> Iterator[str]:
    yield f"## {_WHERE[kind]}\n"
    yield from _table(KINDS[kind])
    for row in KINDS[kind].fields:
        if inner := record_in(row.shape):
            yield f"### {kind} · {row.name}\n"
            yield from _table(inner)


def _table(record: Record) -> Iterator[str]:
    yield "| field | what it says | written as | example |"
    yield "| --- | --- | --- | --- |"
    for row in record.fields:
        name = f"**{row.name}**" if row.required else row.name
        yield f"| {name} | {_cell(row.says)} | {_cell(row.shape.words)} | `{_cell(row.example)}` |"
    yield ""


def record_in(shape: Shape) -> Record | None:
    """The record that a shape holds: in a list, or under names."""
    if isinstance(shape, Record):
        return shape
    inner = getattr(shape, "of", None) or getattr(shape, "row", None)
    return record_in(inner) if inner else None


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
