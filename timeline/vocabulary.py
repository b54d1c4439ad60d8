"""The words that content may use: ids of things, spellings, roles, states, series, pictures.

Gathered before anything is checked, from file names and from the few fields that declare words,
so that every later check knows the whole vocabulary. Where a file that declares words cannot be
read, its words are None, and nothing is held against them: one mistake, one problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from timeline.documents import Content, Document
from timeline.nodes import Mapping as Fields
from timeline.nodes import Node, Scalar, Sequence

#: The role of an actor who is listed without one; every timeline knows it.
DEFAULT_ROLE = "involved"


@dataclass(frozen=True)
class Vocabulary:
    """`ids`: kind → ids; `spellings`: folded alias → actor id; `series`: track → ids or None."""

    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    spellings: Mapping[str, str] = field(default_factory=dict)
    roles: frozenset[str] | None = frozenset({DEFAULT_ROLE})
    states: frozenset[str] | None = frozenset()
    series: Mapping[str, frozenset[str] | None] = field(default_factory=dict)
    pictures: frozenset[str] = frozenset()

    def of(self, kind: str) -> frozenset[str]:
        """The ids of one kind of thing: "event", "actor", "track" or "source"."""
        return self.ids.get(kind, frozenset())

    def series_of(self, tracks: Iterable[str]) -> frozenset[str] | None:
        """The series declared on any of the tracks; None when one of them cannot be told."""
        found: frozenset[str] = frozenset()
        for track in tracks:
            declared = self.series.get(track)
            if declared is None:
                return None
            found |= declared
        return found


def gather(content: Content) -> Vocabulary:
    """The vocabulary that a content folder declares."""
    by_kind: dict[str, list[Document]] = {}
    for document in content.documents:
        by_kind.setdefault(document.kind, []).append(document)
    timeline = next(iter(by_kind.get("timeline", [])), None)
    return Vocabulary(
        ids={kind: frozenset(d.id for d in documents) for kind, documents in by_kind.items()},
        spellings={
            _folded(spelling): actor.id
            for actor in by_kind.get("actor", [])
            if actor.front
            for spelling in _words(actor.front.get("aliases"))
        },
        roles=_declared(timeline, "roles", always={DEFAULT_ROLE}),
        states=_declared(timeline, "states", always=set()),
        series={track.id: _series(track) for track in by_kind.get("track", [])},
        pictures=frozenset(content.media),
    )


def spelled(name: str, vocabulary: Vocabulary) -> str:
    """The id of the actor who is also spelled like this, or ""."""
    return vocabulary.spellings.get(_folded(name), "")


def _folded(name: str) -> str:
    return name.casefold().replace("-", " ").strip()


def _declared(timeline: Document | None, name: str, always: set[str]) -> frozenset[str] | None:
    if timeline is None or timeline.front is None:
        return None
    return frozenset(always | set(_words(timeline.front.get(name))))


def _series(track: Document) -> frozenset[str] | None:
    if track.front is None:
        return None
    declared = track.front.get("figures")
    return frozenset(declared.entries) if isinstance(declared, Fields) else frozenset()


def _words(node: Node | None) -> Iterator[str]:
    """The words a field declares: items of a list, or the `id` of each where they are mappings."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Sequence):
        for item in node.items:
            if isinstance(item, Scalar):
                yield item.text
            elif isinstance(item, Fields) and isinstance(named := item.get("id"), Scalar):
                yield named.text
