"""A pull request in Markdown, for whoever reviews it: problems, new events, what they rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from timeline.commands.printing import many
from timeline.model.model import Timeline
from timeline.pipeline import Built
from timeline.problems import Problem
from timeline.records import Citation, Event

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~@-])")

#: GitHub refuses summaries over 1 MiB; nobody reads a tenth of that.
_MOST_ROWS = 100


def relative(files: Iterable[Path], content: Path) -> list[str]:
    """The files that are content, by their path below the content folder."""
    whole = content.resolve()
    return [
        file.resolve().relative_to(whole).as_posix()
        for file in files
        if file.resolve().is_relative_to(whole)
    ]


def summary(built: Built, new: Sequence[str]) -> str:
    """The whole text; `new` are the content files that the pull request adds or changes."""
    return "\n".join(_lines(built, frozenset(new)))


def _lines(built: Built, new: frozenset[str]) -> Iterator[str]:
    errors = [problem for problem in built.problems if problem.is_error]
    warnings = [problem for problem in built.problems if not problem.is_error]
    yield "## This timeline with the changes\n"
    if errors:
        yield f"**{many(len(errors), 'error')} to mend first.** Until then nothing is published.\n"
        yield from _problems(errors)
        return
    yield "No errors: it can be published.\n"
    if built.timeline:
        yield from _events([e for e in _told(built.timeline) if e.file in new], built.timeline)
    here = [problem for problem in warnings if problem.file in new]
    doubles = [problem for problem in here if problem.code == "likely-duplicate"]
    others = [problem for problem in here if problem.code != "likely-duplicate"]
    for title, found in (("Likely duplicates", doubles), ("Warnings", others)):
        if found:
            yield f"### {title}\n"
            yield from _problems(found)
    if len(warnings) > len(here):
        yield f"{many(len(warnings) - len(here), 'warning')} in files that were not touched.\n"


def _told(timeline: Timeline) -> list[Event]:
    return [*timeline.events, *timeline.withdrawn]


def _problems(found: Sequence[Problem]) -> Iterator[str]:
    yield "| where | what | what to do |"
    yield "| --- | --- | --- |"
    for problem in found[:_MOST_ROWS]:
        where = f"{problem.file}:{problem.place.line}:{problem.place.column}"
        cells = (where, f"{problem.message} [{problem.code}]", problem.hint)
        yield f"| {' | '.join(map(_cell, cells))} |"
    if len(found) > _MOST_ROWS:
        yield f"\n… and {len(found) - _MOST_ROWS:,} more."
    yield ""


def _events(events: Sequence[Event], timeline: Timeline) -> Iterator[str]:
    if not events:
        return
    yield "### Events\n"
    yield "| when | what | who | rests on |"
    yield "| --- | --- | --- | --- |"
    for event in events[:_MOST_ROWS]:
        who = ", ".join(timeline.actors[part.actor].name for part in event.actors)
        sources = ", ".join(_source(citation, timeline) for citation in event.sources)
        draft = " (draft)" if event.draft else ""
        cells = (event.when, event.title + draft, who, sources)
        yield f"| {' | '.join(map(_cell, cells))} |"
    yield ""


def _source(citation: Citation, timeline: Timeline) -> str:
    if citation.is_address:
        return citation.source
    source = timeline.sources[citation.source]
    return f"{source.title}, {source.publisher}" if source.publisher else source.title


def _cell(text: str) -> str:
    """Text that stays text: no Markdown, no HTML, no mention, no second column."""
    plain = " ".join(text.split()).replace("&", "&amp;").replace("<", "&lt;")
    return _SPECIAL.sub(r"\\\1", plain)
