"""Advice on events: what they rest on, when they were, whether there are two of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from timeline.advice.warning import warning
from timeline.check.rules import find
from timeline.dates import Date
from timeline.load.documents import Content, Document
from timeline.model.model import Timeline
from timeline.problems import Problem, quoted
from timeline.records import Event

#: Two events this many days apart or less, with titles this alike and an actor in common.
NEAR_DAYS = 3
ALIKE = 0.75


def advise(timeline: Timeline, content: Content) -> Iterator[Problem]:
    """Warnings about the events that are told."""
    files = {document.file: document for document in content.documents}
    for event in timeline.events:
        for code, field, message, hint in _of_event(event, timeline):
            yield warning(files[event.file], code, field, message, hint)
        yield from _of_corrections(event, files[event.file])
    for first, second in _likely_duplicates(timeline.events):
        yield warning(
            files[second.file], "likely-duplicate", "title",
            f"this may be the same as {quoted(first.title)} ({first.file})",
            "Make one event of the two, relate them, or allow it with a reason",
        )  # fmt: skip


_Advice = tuple[str, str, str, str]


def _of_event(event: Event, timeline: Timeline) -> Iterator[_Advice]:
    if timeline.independent_sources(event) == 1:
        yield (
            "single-source", "source", "a single source stands behind this event",
            "Add a second, independent source, or allow it with a reason",
        )  # fmt: skip
    if re.search(r"(?:^|-)(?:1[0-9]|20)\d\d(?:-|$)", event.id):
        yield (
            "date-in-id", "", "the file's name holds a date, which may be corrected later",
            "Rename the file after what happened, and keep the old name under aliases: …",
        )  # fmt: skip
    if event.certainty == "planned" and event.states:
        yield (
            "planned-state", "state", "what is planned changes no state until it has happened",
            "Leave state out, and give it to the event that says it happened",
        )  # fmt: skip
    yield from _of_date(event, timeline)


def _of_date(event: Event, timeline: Timeline) -> Iterator[_Advice]:
    written, as_of = event.date.edtf, timeline.about.as_of
    if re.fullmatch(r"-?\d{4,}-01-01", written):
        yield (
            "first-of-year", "date", f"{event.date.words} looks like a date made exact",
            f"If the source gives only the year, write {written[:-6]}; "
            "otherwise allow it with a reason",
        )  # fmt: skip
    elif re.fullmatch(r"-?\d{4,}-\d\d-01|-?\d{4,}-01", written):
        yield (
            "first-of-month", "date", f"{event.date.words} looks like a date made exact",
            f"If the source gives only the month or year, write {written[:-3]}; "
            "otherwise allow it with a reason",
        )  # fmt: skip
    if as_of and _is_after(event.date, as_of) and event.certainty != "planned":
        yield (
            "after-as-of", "date",
            f"this happened after {as_of.words}, up to which the timeline says it tells",
            "Correct the date, or move as_of in timeline.md; "
            "for what has not happened yet write certainty: planned",
        )  # fmt: skip
    elif as_of and event.known and _is_after(event.known, as_of):
        yield (
            "after-as-of", "known",
            f"this became known after {as_of.words}, up to which the timeline says it tells",
            "Correct when it became known, or move as_of in timeline.md",
        )  # fmt: skip


def _is_after(date: Date, as_of: Date) -> bool:
    begins, ends = date.earliest, as_of.latest
    return begins is not None and ends is not None and begins > ends


def _of_corrections(event: Event, document: Document) -> Iterator[Problem]:
    begins = event.date.earliest
    for correction in event.corrections if event.certainty != "planned" else ():
        then = correction.date.latest
        if begins is not None and then is not None and then < begins:
            written = document.front and find(document.front["corrections"], correction.date.edtf)
            yield warning(
                document, "corrected-too-early", written or "corrections",
                "this correction is older than what it corrects",
                "Correct its date, or that of the event; "
                "if the event was told when it was only planned, allow it with a reason",
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
