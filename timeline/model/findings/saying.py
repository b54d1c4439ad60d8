"""Saying: who makes claims about events without having a part in them.

A claim counts for who makes it, and for those for whom the speaker acts when it is made, as a part
in an event does. Where an actor has a part, its page tells the event for that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from timeline.model.findings.acting import Part, for_whom
from timeline.model.model import Timeline
from timeline.records import Claim, Event


@dataclass(frozen=True, slots=True)
class Saying:
    """An event and what an actor without a part in it says about it, or somebody for it."""

    event: Event
    claims: tuple[Claim, ...]


def sayings(
    timeline: Timeline, parts: Mapping[str, Sequence[Part]]
) -> dict[str, tuple[Saying, ...]]:
    """Actor id → the events outside its `parts` that it speaks about, in order of time."""
    own = {id: {part.event.id for part in taken} for id, taken in parts.items()}
    found: dict[str, list[Saying]] = defaultdict(list)
    for event in timeline.events:
        said: dict[str, list[Claim]] = defaultdict(list)
        for claim in event.claims:
            for id in dict.fromkeys(_heard(claim, event, timeline)):
                said[id].append(claim)
        for id, claims in said.items():
            if event.id not in own.get(id, ()):
                found[id].append(Saying(event, tuple(claims)))
    return {id: tuple(events) for id, events in found.items()}


def _heard(claim: Claim, event: Event, timeline: Timeline) -> Iterator[str]:
    """Who speaks in a claim, and for whom; the event's date stands in for the claim's."""
    for id in claim.by:
        yield id
        for principal in for_whom(timeline.actors[id], claim.date or event.date, timeline):
            yield principal.id
