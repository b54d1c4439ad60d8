"""Chains: the events that answer one another, around one of them.

    storm ──→ ferry stopped ──→ council vote ──→ sale refused
                                     ╎
                                 (part of, contradicts: one step only)

Every event stands in a chain once and every link once, so that a circle ends where it began.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model.model import Timeline
from timeline.records import Event

Nature = Literal["answer", "part", "contradiction"]

#: Kind of relation → its nature, and whether the event that says so is the later end.
KINDS: dict[str, tuple[Nature, bool]] = {
    "responds-to": ("answer", True),
    "continues": ("answer", True),
    "led-to": ("answer", False),
    "part-of": ("part", True),
    "contradicts": ("contradiction", True),
}

#: How many links a chain follows from its event, and how many events make it long enough.
REACH = 3
MOST = 12


@dataclass(frozen=True, slots=True)
class Link:
    """One event leads to another (`answer`), holds it (`part`), or is contradicted by it.

    `kinds` are the relations that say so, for whichever of the two.
    """

    nature: Nature
    first: Event
    then: Event
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """Events in time and the links between them; `links` in the order of what they lead to."""

    event: Event
    events: tuple[Event, ...]
    links: tuple[Link, ...]

    def into(self, event: Event) -> tuple[Link, ...]:
        """The links that lead to one of the events."""
        return tuple(link for link in self.links if link.then is event)


def chain(event: Event, timeline: Timeline) -> Chain | None:
    """The chain around an event; None where it is related to none.

    Whatever is related to the event itself is there. From there answers are followed further, both
    ways, up to REACH links; parts and contradictions are not: they would bring in half the
    timeline.
    """
    near = [(link.nature, _other(link, event)) for link in _links(event, timeline)]
    members = {event.id: event} | {other.id: other for _, other in near}
    border = [other for nature, other in near if nature == "answer"]
    for _ in range(REACH - 1):
        found = [
            _other(link, each)
            for each in border
            for link in _links(each, timeline)
            if link.nature == "answer"
        ]
        border = []
        for other in sorted(found, key=_in_time):
            if other.id not in members and len(members) < MOST:
                members[other.id] = other
                border.append(other)
    if len(members) == 1:
        return None
    links = {link for each in members.values() for link in _links(each, timeline)
             if link.first.id in members and link.then.id in members}  # fmt: skip
    return Chain(
        event,
        tuple(sorted(members.values(), key=_in_time)),
        tuple(sorted(links, key=lambda link: (_in_time(link.then), _in_time(link.first)))),
    )


def _links(event: Event, timeline: Timeline) -> list[Link]:
    """The links of an event in both directions, each once however many sides tell of it."""
    told = [(relation.kind, event, timeline.by_id.get(relation.event))
            for relation in event.relations]  # fmt: skip
    told += [(back.kind, back.event, event) for back in timeline.backlinks(event)]
    found: dict[tuple[Nature, str, str], set[str]] = {}
    for kind, teller, other in told:
        if other is None:
            continue
        nature, teller_is_later = KINDS[kind]
        ends = [other, teller] if teller_is_later else [teller, other]
        if nature == "contradiction":
            # It has no direction of its own: the later event is the one that contradicts.
            ends.sort(key=_in_time)
        found.setdefault((nature, ends[0].id, ends[1].id), set()).add(kind)
    return [
        Link(nature, timeline.by_id[first], timeline.by_id[then], tuple(sorted(kinds)))
        for (nature, first, then), kinds in found.items()
    ]


def _other(link: Link, event: Event) -> Event:
    """The other end of a link."""
    return link.then if link.first is event else link.first


def _in_time(event: Event) -> tuple[object, str]:
    return (event.date.sort_key, event.id)
