"""Advice on actors and sources: nobody uses them, two are alike, no copy is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from timeline import ids
from timeline.advice.warning import warning
from timeline.check.rules import find
from timeline.load.documents import Content
from timeline.load.walk import scalars
from timeline.model.model import Timeline
from timeline.problems import Problem, quoted
from timeline.records import Actor, Source


def advise(timeline: Timeline, content: Content) -> Iterator[Problem]:
    """Warnings about actors and sources."""
    files = {document.file: document for document in content.documents}
    for source in timeline.sources.values():
        if source.url and not source.archive:
            yield warning(
                files[source.file], "no-archive", "url", "the source has no archived copy",
                "Save it at web.archive.org and add the address as archive: …",
            )  # fmt: skip
    for source, field, earlier in _copies(timeline):
        yield warning(
            files[source.file], "likely-duplicate", field,
            f"this may be the same as {quoted(earlier.title)} ({earlier.file})",
            f"Make one source of the two, add same_as: {timeline.original(earlier).id}, "
            "or allow it with a reason",
        )  # fmt: skip
    used = _used_words(content)
    for actor in timeline.actors.values():
        if actor.id not in used and not actor.positions:
            yield warning(
                files[actor.file], "unused-actor", "name",
                f'no event, office or text names "{actor.id}"',
                "Name the actor in an event, or delete the file",
            )  # fmt: skip
    for actor, field, spelling, other in _collisions(timeline):
        document = files[actor.file]
        node = document.front.get(field) if document.front else None
        yield warning(
            document, "alias-collision", (find(node, spelling) if node else None) or field,
            f"{quoted(spelling)} is also what {other.file} is called",
            "Say in the name who is meant, as in \"Jane Miller (mayor)\""
            if field == "name"
            else "Keep the spelling with the actor that readers mean by it",
        )  # fmt: skip


def _copies(timeline: Timeline) -> Iterator[tuple[Source, str, Source]]:
    """Source, field, and a source before it that seems to be the same article in that field."""
    first: dict[tuple[str, ...], Source] = {}
    for source in timeline.sources.values():
        found = [
            (source, field, other)
            for field, sign in _signs(source)
            if timeline.original(other := first.setdefault(sign, source))
            is not timeline.original(source)
        ]
        yield from found[:1]


def _signs(source: Source) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What no two articles have in common, and its field."""
    if source.url:
        page = urlsplit(source.url)
        host = (page.hostname or "").removeprefix("www.")
        yield "url", (host, page.path.rstrip("/"), page.query)
    for who in (source.publisher, *source.author):
        if who:
            yield "title", (_folded(source.title), str(source.date or ""), _folded(who))


def _collisions(timeline: Timeline) -> Iterator[tuple[Actor, str, str, Actor]]:
    """Actor, field, spelling in it, and an actor before it that has that spelling already."""
    named: dict[str, Actor] = {}
    first: dict[str, Actor] = {}
    for actor in timeline.actors.values():
        other = named.setdefault(_folded(actor.name), actor)
        if other is not actor:
            yield actor, "name", actor.name, other
        for name in (actor.id, actor.name):
            first.setdefault(_folded(name), actor)
    for actor in timeline.actors.values():
        for alias in actor.aliases:
            other = first.setdefault(_folded(alias), actor)
            if other is not actor:
                yield actor, "aliases", alias, other


def _used_words(content: Content) -> set[str]:
    """Every value in the front matter of every file, and every actor that a text links to.

    More than the uses of actors: an id that is also a word elsewhere is given the benefit of it.
    """
    used: set[str] = set()
    for document in content.documents:
        used.update(node.text.strip() for node in scalars(document.front))
        used.update(re.findall(r"\[\[\s*actor\s*:\s*([a-z0-9-]+)", document.body.text))
    return used


def _folded(name: str) -> str:
    return ids.slug(name) or name.casefold().strip()
