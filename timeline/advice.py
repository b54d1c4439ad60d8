"""Advice: warnings about content that is valid, and perhaps not what was meant.

Each can be allowed in its file, or for all in timeline.md, with a reason:

    allow:
      single-source: Only one reporter was in the room
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from timeline.documents import Content, Document
from timeline.model import Timeline
from timeline.problems import Place, Problem
from timeline.records import Event, Source

#: Two events this many days apart or less, with titles this alike and an actor in common.
NEAR_DAYS = 3
ALIKE = 0.75


def advise(timeline: Timeline, content: Content) -> Iterator[Problem]:
    """Every warning that no file allows."""
    files = {document.file: document for document in content.documents}
    everywhere = {code for code, _ in timeline.about.allow}
    for thing, code, field, message, hint in _all(timeline):
        allowed = everywhere | {code for code, _ in thing.allow}
        if code not in allowed:
            yield _warning(files[thing.file], code, field, message, hint)


_Advice = tuple[Event | Source, str, str, str, str]


def _all(timeline: Timeline) -> Iterator[_Advice]:
    for event in timeline.events:
        yield from _of_event(event, timeline)
    for first, second in _likely_duplicates(timeline.events):
        yield (
            second, "likely-duplicate", "title",
            f'this may be the same as "{first.title}" ({first.file})',
            "Make one event of the two, relate them, or allow it with a reason",
        )  # fmt: skip
    for source in timeline.sources.values():
        if source.url and not source.archive:
            yield (
                source, "no-archive", "url", "the source has no archived copy",
                "Save it at web.archive.org and add the address as archive: …",
            )  # fmt: skip


def _of_event(event: Event, timeline: Timeline) -> Iterator[_Advice]:
    if timeline.independent_sources(event) == 1:
        yield (
            event, "single-source", "source", "a single source stands behind this event",
            "Add a second, independent source, or allow it with a reason",
        )  # fmt: skip
    if re.fullmatch(r"-?\d{4,}-\d\d-01|-?\d{4,}-01", event.date.edtf):
        yield (
            event, "first-of-month", "date", f"{event.date.words} looks like a date made exact",
            f"If the source gives only the month or year, write {event.date.edtf[:-3]}; "
            "otherwise allow it with a reason",
        )  # fmt: skip
    if re.search(r"(?:^|-)(?:1[0-9]|20)\d\d(?:-|$)", event.id):
        yield (
            event, "date-in-id", "", "the file's name holds a date, which may be corrected later",
            "Rename the file after what happened, and keep the old name under aliases: …",
        )  # fmt: skip


def _likely_duplicates(events: tuple[Event, ...]) -> Iterator[tuple[Event, Event]]:
    """Pairs of events with near dates, an actor in common and titles that are much alike."""
    for index, second in enumerate(events):
        for first in reversed(events[:index]):
            if second.date.anchor - first.date.anchor > NEAR_DAYS:
                break
            if (
                _share_actor(first, second)
                and not _are_related(first, second)
                and _are_alike(first.title, second.title)
            ):
                yield first, second
                break


def _share_actor(first: Event, second: Event) -> bool:
    return not {p.actor for p in first.actors}.isdisjoint(p.actor for p in second.actors)


def _are_related(first: Event, second: Event) -> bool:
    pairs = ((first, second), (second, first))
    return any(relation.event == b.id for a, b in pairs for relation in a.relations)


def _are_alike(first: str, second: str) -> bool:
    matcher = SequenceMatcher(None, first.casefold(), second.casefold(), autojunk=False)
    return matcher.real_quick_ratio() > ALIKE and matcher.ratio() > ALIKE


def _warning(document: Document, code: str, field: str, message: str, hint: str) -> Problem:
    node = document.front.get(field) if document.front and field else None
    place = node.place if node else Place()
    text = document.line(place.line) if node else ""
    return Problem(code, document.file, place, message, hint, text, severity="warning")
