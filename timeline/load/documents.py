"""Load: the content folder as documents, each with its kind, id, fields and body.

`layout` says which files count; each is read as bytes, UTF-8, lines, front matter and body. What
cannot be read becomes a problem, and a document without fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.load import front_matter, layout
from timeline.load.layout import MEDIA, TIMELINE
from timeline.load.nodes import FrontMatterError, Mapping
from timeline.problems import INVISIBLE, Place, Problem
from timeline.records import NO_BODY, Body

#: Real files are a hundredth of this; a bound so that hostile ones end in a sentence.
MAX_BYTES = 100_000


@dataclass(frozen=True, slots=True)
class Document:
    """One file: `front` is None where it could not be read. `file` is relative to the content."""

    kind: str
    id: str
    file: str
    lines: tuple[str, ...] = ()
    front: Mapping | None = None
    body: Body = NO_BODY

    def line(self, number: int) -> str:
        """The text of a line, counted from 1; "" where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a content folder: documents in the order of their paths, pictures by name.

    `strays` are the files that stand in the wrong place, or under a name that does not work.
    """

    documents: tuple[Document, ...]
    media: dict[str, Path]
    strays: frozenset[str] = frozenset()


#: A file's bytes, kind, id and path → the document, and what is wrong with it.
Read = Callable[[bytes, str, str, str], tuple[Document, list[Problem]]]


def load(folder: Path, *, reader: Read | None = None) -> tuple[Content, list[Problem]]:
    """Read a content folder, with `read` or a `reader` that remembers what it has read.

    Raises OSError where the machine will not let us.
    """
    documents: list[Document] = []
    media: dict[str, Path] = {}
    strays: list[str] = []
    problems: list[Problem] = []
    for file, path in layout.files(folder):
        kind = layout.kind_of(file)
        if misplaced := layout.misplaced(file, path):
            strays.append(file)
            problems.append(misplaced)
        elif kind == "picture":
            media[file.removeprefix(f"{MEDIA}/")] = path
        elif kind:
            document, found = (reader or read)(path.read_bytes(), kind, path.stem, file)
            documents.append(document)
            problems += found
    named = [(d.kind, d.id, d.file) for d in documents if d.kind != "timeline"]
    problems += layout.ambiguous(named)
    files = [*(document.file for document in documents), *strays]
    if not any(map(layout.is_timeline, files)):
        hint = 'Create it with a line "---", a title (title: …), and another line "---"'
        problems.append(Problem("no-timeline", TIMELINE, Place(), f"{TIMELINE} is missing", hint))
    return Content(tuple(documents), media, frozenset(strays)), problems


def read(data: bytes, kind: str, id: str, file: str) -> tuple[Document, list[Problem]]:
    """One file's bytes as a document. What cannot be read leaves a document without `front`."""
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read"
        return Document(kind, id, file), [
            Problem("too-large", file, Place(), message, "Split it, or move the data elsewhere")
        ]
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        return Document(kind, id, file), [_not_utf8(error, file)]
    lines = tuple(text.split("\n"))
    empty = Document(kind, id, file, lines)
    if controls := list(_controls(empty)):
        return empty, controls
    try:
        front_text, front_line, body_text, body_line = front_matter.split(text)
        front, duplicates = front_matter.parse(front_text, front_line)
    except FrontMatterError as error:
        return empty, [_problem(error, empty)]
    document = Document(kind, id, file, lines, front, Body(body_text, body_line))
    return document, [_problem(error, document) for error in duplicates]


def _problem(error: FrontMatterError, document: Document) -> Problem:
    text = document.line(error.place.line)
    return Problem(error.code, document.file, error.place, error.message, error.hint, text)


def _not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    before, after = error.object[: error.start], error.object[error.start :]
    start = before.rpartition(b"\n")[2]
    line = (start + after.partition(b"\n")[0]).decode("utf-8", "replace").rstrip("\r")
    return Problem(
        "not-utf8",
        file,
        Place(before.count(b"\n") + 1, len(start.decode("utf-8", "replace")) + 1),
        "this character is not UTF-8",
        "Save the file as UTF-8 (your editor's encoding setting)",
        line,
    )


def _controls(document: Document) -> Iterator[Problem]:
    """The first invisible character of every line that has one."""
    for number, line in enumerate(document.lines, start=1):
        if control := INVISIBLE.search(line):
            yield Problem(
                "control-character",
                document.file,
                Place(number, control.start() + 1),
                f"an invisible control character (U+{ord(control[0]):04X}) stands here",
                "Delete it; it often comes along when text is pasted from a PDF",
                line,
            )
