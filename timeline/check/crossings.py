"""What must agree between files: every address belongs to one page, nothing is part of itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from timeline.check.rules import find
from timeline.load.documents import Document
from timeline.load.nodes import Mapping as Fields
from timeline.problems import Place, Problem
from timeline.records import Actor, Event, Source

_Files = Mapping[str, Document]

#: Pages of every timeline, which nothing in the content may replace.
RESERVED = {
    "actors/index.html": "the list of all actors",
    "sources/index.html": "the list of all sources",
}


def addresses(
    events: Iterable[Event], actors: Iterable[Actor], sources: Iterable[Source], files: _Files
) -> Iterator[Problem]:
    """Two pages with one address, each problem naming the other author."""
    owners = dict(RESERVED)
    things: list[Event | Actor | Source] = [*events, *actors, *sources]
    for thing in things:
        first = owners.setdefault(thing.address, thing.file)
        if first in RESERVED.values():
            yield Problem(
                "address-clash",
                thing.file,
                Place(),
                f"{thing.address} is already the address of {first}",
                "Rename the file",
            )
    for event in events:
        for alias in event.aliases:
            address = f"events/{alias}.html"
            first = owners.setdefault(address, event.file)
            document = files[event.file]
            place = _place(document, "aliases", alias)
            if alias == event.id:
                yield _clash(document, place, address, "this event itself", "Remove the alias")
            elif first != event.file:
                yield _clash(document, place, address, first, "Remove this alias, or the other")


def circles(
    events: Iterable[Event], actors: Iterable[Actor], sources: Iterable[Source], files: _Files
) -> Iterator[Problem]:
    """Chains of part-of, part_of and same_as that come back to where they started."""
    wholes = {e.id: [r.event for r in e.relations if r.kind == "part-of"] for e in events}
    yield from _circle("event", "part-of", wholes, {e.id: files[e.file] for e in events})
    bodies = {a.id: list(a.part_of) for a in actors}
    yield from _circle("actor", "part_of", bodies, {a.id: files[a.file] for a in actors})
    originals = {s.id: [s.same_as] for s in sources if s.same_as}
    yield from _circle("source", "same_as", originals, {s.id: files[s.file] for s in sources})


def _circle(
    kind: str, field: str, above: Mapping[str, list[str]], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    told: set[str] = set()
    for start in sorted(above):
        path = _way_back(start, above)
        if not path or (kind == "event" and len(path) == 1) or told & set(path):
            continue
        told |= set(path)
        document = documents[start]
        yield Problem(
            "circle",
            document.file,
            place := _place(document, field, path[0]),
            f"this {kind} is part of itself: {' → '.join([start, *path])}"
            if field != "same_as"
            else f"this source republishes itself: {' → '.join([start, *path])}",
            "Remove one of these links",
            document.line(place.line),
        )


def _way_back(start: str, above: Mapping[str, list[str]]) -> list[str]:
    """A shortest way from a thing up to itself, without its start; empty when there is none."""
    paths = [[each] for each in above.get(start, ())]
    seen: set[str] = set()
    while paths:
        path = paths.pop(0)
        if path[-1] == start:
            return path
        if path[-1] not in seen:
            seen.add(path[-1])
            paths += [[*path, each] for each in above.get(path[-1], ())]
    return []


def _place(document: Document, field: str, text: str) -> Place:
    front = document.front
    if field == "part-of" and front and isinstance(relates := front.get("relates"), Fields):
        front = relates
    node = front.get(field) if front else None
    found = find(node, text)
    return found.place if found else Place()


def _clash(document: Document, place: Place, address: str, other: str, hint: str) -> Problem:
    message = f"{address} is already the address of {other}"
    return Problem("address-clash", document.file, place, message, hint, document.line(place.line))
