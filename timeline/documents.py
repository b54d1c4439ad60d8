"""Load: the content folder as documents, each with its kind, id, fields and body.

    timeline.md            "timeline"
    events/**/<id>.md      "event"      folders below events/ are free
    actors/<id>.md         "actor"
    tracks/<id>.md         "track"
    sources/<id>.md        "source"
    media/**               pictures, by their path below media/

Hidden files and README.md are left out. Everything else that stands there is a problem: a file
in the wrong place would otherwise be lost without a word.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline import front_matter, ids
from timeline.nodes import FrontMatterError, Mapping
from timeline.problems import Place, Problem, did_you_mean
from timeline.records import NO_BODY, Body

FOLDERS = {"events": "event", "actors": "actor", "tracks": "track", "sources": "source"}
MEDIA = "media"
TIMELINE = "timeline.md"

#: Python-Markdown takes quadratic time on hostile text; real events are a hundredth of this.
MAX_BYTES = 200_000

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


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
    """Everything in a content folder: documents in the order of their paths, pictures by name."""

    documents: tuple[Document, ...]
    media: dict[str, Path]


def load(folder: Path) -> tuple[Content, list[Problem]]:
    """Read a content folder. Raises OSError where the machine will not let us."""
    documents: list[Document] = []
    media: dict[str, Path] = {}
    problems: list[Problem] = []
    for file, path in _files(folder):
        top, _, rest = file.partition("/")
        if path.is_symlink():
            problems.append(
                _misplaced(
                    file, "links to other places are not followed", "Put the file itself here"
                )
            )
        elif top == MEDIA and rest:
            media[rest] = path
        elif (kind := _kind(file)) is None:
            problems.append(_misplaced(file, *_where_it_belongs(file)))
        else:
            document, found = read(path.read_bytes(), kind, path.stem, file)
            documents.append(document)
            problems += found
    problems += _names(documents)
    if not any(document.kind == "timeline" for document in documents):
        problems.append(
            Problem(
                "no-timeline",
                TIMELINE,
                Place(),
                f"{TIMELINE} is missing",
                'Create it with a line "---", a title (title: …), and another line "---"',
            )
        )
    return Content(tuple(documents), media), problems


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
        line = data.count(b"\n", 0, error.start) + 1
        column = len(data[: error.start].rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        return Document(kind, id, file), [
            Problem(
                "not-utf8",
                file,
                Place(line, column),
                "this character is not UTF-8",
                "Save the file as UTF-8 (your editor's encoding setting)",
            )
        ]
    lines = tuple(text.split("\n"))
    empty = Document(kind, id, file, lines)
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        column = control.start() - text.rfind("\n", 0, control.start())
        return empty, [
            Problem(
                "control-character",
                file,
                Place(line, column),
                f"an invisible control character (U+{ord(control[0]):04X}) stands here",
                "Delete it; it often comes along when text is pasted from a PDF",
                lines[line - 1],
            )
        ]
    try:
        front_text, front_line, body_text, body_line = front_matter.split(text)
        front, duplicates = front_matter.parse(front_text, front_line)
    except FrontMatterError as error:
        return empty, [_problem(error, empty)]
    document = Document(kind, id, file, lines, front, Body(body_text, body_line))
    return document, [_problem(error, document) for error in duplicates]


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """All files that count, by their path below the folder, in an order of no machine's own."""
    found: list[tuple[str, Path]] = []
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links = [name for name in folders if Path(parent, name).is_symlink()]
        for name in (*names, *links):
            if not name.startswith(".") and name != "README.md":
                path = Path(parent, name)
                found.append((path.relative_to(folder).as_posix(), path))
    return iter(sorted(found))


def _kind(file: str) -> str | None:
    if file == TIMELINE:
        return "timeline"
    top, _, rest = file.partition("/")
    is_deep = "/" in rest
    if not file.endswith(".md") or (is_deep and top != "events"):
        return None
    return FOLDERS.get(top) if rest else None


def _where_it_belongs(file: str) -> tuple[str, str]:
    top, _, rest = file.partition("/")
    if top in FOLDERS and not file.endswith(".md"):
        return "only Markdown files (.md) are read here", (
            "Rename it to end in .md, or move a picture to media/"
        )
    if top in FOLDERS:
        return f"{top}/ has no folders below it", f"Move the file up into {top}/"
    if rest:
        known = [*FOLDERS, MEDIA]
        return f'no folder "{top}" is read', did_you_mean(
            top, known, f"use one of {', '.join(known)}"
        )
    return "this file belongs to nothing", (
        f"Only {TIMELINE} stands here; events, actors, tracks and sources have folders of their own"
    )


def _names(documents: list[Document]) -> Iterator[Problem]:
    """Names that cannot be ids, and events of one name in two folders."""
    first: dict[tuple[str, str], str] = {}
    for document in documents:
        if document.kind == "timeline":
            continue
        if not ids.is_id(document.id):
            better = ids.slug(document.id) or "a-short-name"
            yield Problem(
                "bad-id",
                document.file,
                Place(),
                f'"{document.id}" cannot be an id: only a-z, 0-9 and single hyphens, '
                f"at most {ids.MAX_LENGTH} characters",
                f"Rename the file to {better}.md",
            )
        other = first.setdefault((document.kind, document.id), document.file)
        if other != document.file:
            yield Problem(
                "duplicate-id",
                document.file,
                Place(),
                f'{other} has the id "{document.id}" too',
                "Rename one of the two files",
            )


def _misplaced(file: str, message: str, hint: str) -> Problem:
    return Problem("unexpected-file", file, Place(), message, hint)


def _problem(error: FrontMatterError, document: Document) -> Problem:
    text = document.line(error.place.line)
    return Problem(error.code, document.file, error.place, error.message, error.hint, text)
