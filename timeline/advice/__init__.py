"""Advice: warnings about content that is valid, and perhaps not what was meant.

    events     sources behind an event, dates that look too exact, likely duplicates
    things     actors and sources: unused, called alike, without an archived copy
    writing    capitals, text lost to YAML, pictures that are too large

Each can be allowed in its file, or for all in timeline.md, with a reason:

    allow:
      single-source: Only one reporter was in the room
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from timeline.advice import events, things, writing
from timeline.load.documents import Content, Document
from timeline.load.layout import TIMELINE
from timeline.load.nodes import Mapping as Fields
from timeline.load.nodes import Scalar
from timeline.model.model import Timeline
from timeline.problems import Problem

_Allowed = Mapping[str, Mapping[str, Scalar]]


def advise(timeline: Timeline, content: Content) -> Iterator[Problem]:
    """Every warning that no file allows, and every `allow` that no warning needs."""
    found = list(
        chain(
            events.advise(timeline, content),
            things.advise(timeline, content),
            writing.advise(timeline, content),
        )
    )
    kept_back = {d.file for d in content.documents if d.kind == "event"}
    kept_back -= {event.file for event in timeline.events}
    yield from _unsilenced([*found, *_unused(found, kept_back, content)], content)


def _unsilenced(found: Iterable[Problem], content: Content) -> Iterator[Problem]:
    """The warnings that neither their own file nor timeline.md allows."""
    allowed = _allowed(content)
    everywhere = allowed.get(TIMELINE, {})
    for problem in found:
        if problem.code not in everywhere and problem.code not in allowed.get(problem.file, {}):
            yield problem


def _unused(found: Iterable[Problem], kept_back: set[str], content: Content) -> Iterator[Problem]:
    """`allow` lines that silence nothing; those of drafts and withdrawn events are not judged."""
    told = {(problem.file, problem.code) for problem in found}
    codes = {code for _, code in told}
    documents = {document.file: document for document in content.documents}
    for file, keys in _allowed(content).items():
        for code, key in keys.items():
            is_needed = code in codes if file == TIMELINE else (file, code) in told
            if not is_needed and file not in kept_back:
                yield Problem(
                    "unused-allow", file, key.place,
                    f'"{code}" is allowed here, and nothing needs that',
                    "Delete the line", documents[file].line(key.place.line), severity="warning",
                )  # fmt: skip


def _allowed(content: Content) -> _Allowed:
    """File → the codes that it allows, each with the place where it does."""
    return {document.file: codes for document in content.documents if (codes := _codes(document))}


def _codes(document: Document) -> dict[str, Scalar]:
    node = document.front.get("allow") if document.front else None
    return (
        {code: key for code, (key, _) in node.entries.items()} if isinstance(node, Fields) else {}
    )
