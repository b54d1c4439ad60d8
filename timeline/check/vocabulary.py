"""The words that content may use: ids of things, spellings, roles, states, series, pictures.

Gathered before anything is checked, from file names and from the few fields that declare words,
so that every later check knows the whole vocabulary. One mistake is one problem: where the words
that a file declares cannot be told, they are None and nothing is held against them, and a file
in the wrong place, or of a name that cannot be an id, is not missed elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from timeline import ids
from timeline.load.documents import Content, Document
from timeline.load.layout import FOLDERS
from timeline.load.nodes import Mapping as Fields
from timeline.load.nodes import Node, Scalar, Sequence
from timeline.problems import nearest

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
    front = next((document.front for document in by_kind.get("timeline", [])), None)
    roles = _listed(front, "roles")
    strays = {name for file in content.strays for name in _names_of(file)}
    return Vocabulary(
        ids={kind: frozenset(_ids(by_kind.get(kind, [])) | strays) for kind in FOLDERS.values()},
        spellings={
            _folded(spelling): actor.id
            for actor in by_kind.get("actor", [])
            if actor.front
            for spelling in _words(actor.front.get("aliases"))
        },
        roles=None if roles is None else roles | {DEFAULT_ROLE},
        states=_listed(front, "states"),
        series={track.id: _keyed(track.front, "figures") for track in by_kind.get("track", [])},
        pictures=frozenset(content.media) | strays,
    )


def spelled(name: str, vocabulary: Vocabulary) -> str:
    """The id of the actor who is also spelled like this, or ""."""
    return vocabulary.spellings.get(_folded(name), "")


def _folded(name: str) -> str:
    return name.casefold().replace("-", " ").strip()


def _ids(documents: Iterable[Document]) -> set[str]:
    return {name for document in documents for name in (document.id, ids.slug(document.id)) if name}


def _names_of(stray: str) -> tuple[str, str]:
    """What a file may be called elsewhere that stands in the wrong place: an id, a picture."""
    return ids.slug(PurePosixPath(stray).stem), stray.partition("/")[2]


def _listed(front: Fields | None, name: str) -> frozenset[str] | None:
    """The words that a list declares; None where they cannot be told."""
    if not _is_telling(front, name):
        return None
    node = front.get(name) if front else None
    words = list(_words(node))
    is_whole = not isinstance(node, Fields) and len(words) == len(_items(node))
    return frozenset(words) if is_whole else None


def _keyed(front: Fields | None, name: str) -> frozenset[str] | None:
    """The words that a mapping declares by its keys; None where they cannot be told."""
    if not _is_telling(front, name):
        return None
    node = front.get(name) if front else None
    if node is None:
        return frozenset()
    return frozenset(node.entries) if isinstance(node, Fields) else None


def _is_telling(front: Fields | None, name: str) -> bool:
    """Whether a file was read, and has the field once or not at all.

    A slip in the field's own name is told as such, and not once more for each word.
    """
    if front is None or name in front.repeated:
        return False
    return name in front.entries or not nearest(name, front.entries)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Sequence) else (node,) if node else ()


def _words(node: Node | None) -> Iterator[str]:
    """The words a field declares: items of a list, or the `id` of each where they are mappings."""
    for item in _items(node):
        named = item.get("id") if isinstance(item, Fields) else item
        if isinstance(named, Scalar):
            yield named.text.strip()
