"""Scaffold: answers → a new content file that passes the checks, and names what else can be said.

    answers, vocabulary ─ scaffold ─→ New(kind, id, file, text) ─ write ─→ content/

Fields, their order, examples and meanings come from the table of fields; every value is read back
by the shape that will read it from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from timeline import ids
from timeline.check import check
from timeline.check.crossings import RESERVED
from timeline.check.fields import KINDS
from timeline.check.reading import Reading
from timeline.check.shapes.compound import Field
from timeline.check.vocabulary import Vocabulary, gather
from timeline.commands import yaml_writer
from timeline.commands.yaml_writer import Value
from timeline.load import documents, front_matter, layout
from timeline.load.documents import Content, Document
from timeline.load.layout import FOLDERS
from timeline.load.walk import scalars
from timeline.problems import Place, Problem

#: An id is a file's name and part of an address: longer ones are cut between words.
LONGEST_NAME = 60

_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_DAY, _YEAR = r"\d{1,2}(?:st|nd|rd|th)?", r"(?:1\d|20)\d\d"
_BEFORE = r"(?:(?:in|on|of|by|since|until|from|about|early|late|mid)-)*"
#: A date in an id: it may be corrected, and the address must not break.
_DATES = re.compile(
    rf"(?:^|-){_BEFORE}(?:{_YEAR}(?:-\d\d?){{0,2}}"
    rf"|(?:{_DAY}-)?(?:{_MONTHS})-(?:{_DAY}-)?{_YEAR}|{_DAY}-(?:{_MONTHS})|(?:{_MONTHS})-{_DAY})"
    r"(?=-|$)"
)

_FOLDERS = {kind: folder for folder, kind in FOLDERS.items()}
#: No file is there yet that could be renamed, as the checks would say.
_OTHER_ID = "Give it another name with --id"

_HEAD = "# More that can be said; take the first # away where it applies:\n"


@dataclass(frozen=True, slots=True)
class New:
    """A file to be written, `file` relative to the content folder."""

    kind: str
    id: str
    file: str
    text: str


def scaffold(
    kind: str,
    answers: Mapping[str, Value],
    content: Content,
    vocabulary: Vocabulary,
    *,
    id: str = "",
    body: str = "",
    notes: Iterable[str] = (),
) -> New:
    """A new file of a kind: the answers by field, the other fields as comments, and the body.

    Its name comes from the title unless an `id` is given; it never is one that is taken. `notes`
    become comments at the top.
    """
    rows = KINDS[kind].fields
    written = [yaml_writer.field(row.name, answers[row.name]) for row in rows if _has(answers, row)]
    others = [_commented(row) for row in rows if not _has(answers, row)]
    front = "".join([*(f"# {note}\n" for note in notes), *written, "\n", _HEAD, *others])
    name = id or free_name(name_of(kind, _title(kind, answers)), kind, content, vocabulary)
    text = f"---\n{front}---\n" + (f"\n{body.strip()}\n" if body.strip() else "")
    return New(kind, name, _file(kind, name, answers, content), text)


def problems_of(kind: str, name: str, value: Value, vocabulary: Vocabulary) -> list[Problem]:
    """What the checks will say of one field's value."""
    front, _ = front_matter.parse(yaml_writer.field(name, value), 1)
    reading = Reading(Document(kind, "", ""), vocabulary)
    KINDS[kind].by_name[name].shape.read(front[name], reading)
    return reading.problems


def undecoded(text: str) -> list[Problem]:
    """What is wrong with a text that came as bytes which the locale's encoding does not know.

    Python keeps these as surrogates, which no file can hold.
    """
    if text.isprintable() or not re.search(r"[\ud800-\udfff]", text):
        return []
    message = "some letters are not in the encoding of this locale"
    hint = "Set one of UTF-8 first, as in: export LC_ALL=C.UTF-8"
    return [Problem("not-utf8", "", Place(), message, hint)]


def problems_in(new: Iterable[New], content: Content) -> list[Problem]:
    """What the checks will say of new files, or because of them, once all of them are there."""
    files = list(new)
    there = {*(document.file for document in content.documents), *content.strays}
    if taken := [each.file for each in files if each.file in there]:
        return [
            Problem("duplicate-id", file, Place(), "this file is there already", _OTHER_ID)
            for file in taken
        ]
    read = [documents.read(each.text.encode(), each.kind, each.id, each.file) for each in files]
    added = tuple(document for document, _ in read)
    found = [problem for _, problems in read for problem in problems]
    found += _judged(replace(content, documents=content.documents + added))
    # What is wrong with the other files already is no fault of the new ones.
    before = {(problem.code, problem.file, problem.place) for problem in _judged(content)}
    return [
        replace(problem, hint=_OTHER_ID) if _is_of_a_name(problem, files) else problem
        for problem in found
        if (problem.code, problem.file, problem.place) not in before
    ]


def _judged(content: Content) -> list[Problem]:
    named = [(each.kind, each.id, each.file) for each in content.documents]
    names = layout.ambiguous(name for name in named if name[0] != "timeline")
    return [*names, *check.check(content, gather(content))[1]]


def _is_of_a_name(problem: Problem, new: Iterable[New]) -> bool:
    """Whether a new file's own name is wrong; where it is a former id, that id's file is told."""
    if problem.code == "address-clash":
        return problem.place == Place() or problem.file not in {each.file for each in new}
    return problem.code in ("bad-id", "duplicate-id") and problem.place == Place()


def with_ids(vocabulary: Vocabulary, new: Iterable[New]) -> Vocabulary:
    """The vocabulary once the new files are there."""
    known = dict(vocabulary.ids)
    for each in new:
        known[each.kind] = known.get(each.kind, frozenset()) | {each.id}
    return replace(vocabulary, ids=known)


def write(new: New, content: Path) -> Path:
    """Put the file there, and give its path. Raises FileExistsError rather than replace one."""
    path = content / new.file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(new.text)
    return path


def name_of(kind: str, title: str) -> str:
    """An id for a title: without dates where they may change, cut between words.

    `Talks in Doha on 8 December 2022` → `talks-in-doha`
    """
    plain = ids.slug(title[:500])
    undated = _DATES.sub("", plain).strip("-") if kind in ("event", "source") else plain
    name = undated or kind
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME + 1].rpartition("-")[0] or name[:LONGEST_NAME]


def free_name(name: str, kind: str, content: Content, vocabulary: Vocabulary) -> str:
    """The name, or the name with the first number that makes it one that nothing has."""
    taken = set(vocabulary.of(kind)) | {Path(address).stem for address in RESERVED}
    if kind == "event":
        taken |= set(_former_ids(content))
    tries = (name if count == 1 else f"{name}-{count}" for count in range(1, len(taken) + 2))
    return next(each for each in tries if each not in taken)


def _has(answers: Mapping[str, Value], row: Field) -> bool:
    return bool(answers.get(row.name))


def _commented(row: Field) -> str:
    return f"# {row.name}: {row.example}  # {row.says}\n"


def _title(kind: str, answers: Mapping[str, Value]) -> str:
    return str(answers.get("name" if kind == "actor" else "title", ""))


def _file(kind: str, name: str, answers: Mapping[str, Value], content: Content) -> str:
    """Where it stands: an event beside those of its track, where these have a folder."""
    track = answers.get("track", ())
    first = track if isinstance(track, str) else next(iter(track), "")
    beside = f"{_FOLDERS[kind]}/{first}/"
    has_folder = kind == "event" and first and any(
        document.file.startswith(beside) for document in content.documents
    )  # fmt: skip
    return f"{beside if has_folder else _FOLDERS[kind] + '/'}{name}.md"


def _former_ids(content: Content) -> Iterator[str]:
    for document in content.documents:
        if document.kind == "event" and document.front:
            yield from (node.text for node in scalars(document.front.get("aliases")))
