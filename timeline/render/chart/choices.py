"""What a reader can filter the events by: their tracks, actors, roles, sources and certainties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.check.fields import CERTAINTIES
from timeline.model.model import Timeline, by_name, cited
from timeline.records import Citation, Event


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the id that entries have, its name, how many have it, other names."""

    id: str
    name: str
    count: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that at least one of the events has."""

    tracks: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    roles: tuple[Choice, ...]
    sources: tuple[Choice, ...]
    certainties: tuple[Choice, ...]


def choices(timeline: Timeline, events: Sequence[Event]) -> Choices:
    """What these events can be filtered by, each kind in the order in which it is offered."""
    tracks = _counted(event.tracks for event in events)
    actors = _counted([part.actor for part in event.actors] for event in events)
    roles = _counted([part.role for part in event.actors] for event in events)
    sources = _counted([source_id(citation) for citation in cited(event)] for event in events)
    certainties = _counted([event.certainty] for event in events)
    return Choices(
        tuple(
            Choice(t.id, t.title, tracks[t.id]) for t in timeline.tracks.values() if tracks[t.id]
        ),
        tuple(
            Choice(actor.id, actor.name, actors[actor.id], actor.aliases)
            for actor in sorted(timeline.actors.values(), key=by_name)
            if actors[actor.id]
        ),
        tuple(Choice(role, role, roles[role]) for role in sorted(roles)),
        tuple(
            sorted(
                (Choice(id, _source_name(timeline, id), count) for id, count in sources.items()),
                key=lambda choice: (choice.name.casefold(), choice.id),
            )
        ),
        tuple(Choice(id, id, certainties[id]) for id in CERTAINTIES if certainties[id]),
    )


def source_id(citation: Citation) -> str:
    """By what a citation is found: the source's id, or the host of a bare web address."""
    return citation.host if citation.is_address else citation.source


def _source_name(timeline: Timeline, id: str) -> str:
    source = timeline.sources.get(id)
    if source is None:
        return id
    return f"{source.publisher}: {source.title}" if source.publisher else source.title


def _counted(ids: Iterable[Iterable[str]]) -> Counter[str]:
    """In how many of the groups each id occurs."""
    return Counter(id for group in ids for id in set(group))
