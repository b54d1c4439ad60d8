"""Acting: what people and bodies do counts for the states and bodies they act for, once.

    Harbour master ── office of ──→ port office ── part of ──→ republic

Who holds an office acts for what it is an office of, while it is held; a body acts for what it is
part of. A state acts for itself alone: what one member does the union has not done. And nobody acts
for a group: being one of many gives no mandate.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from timeline.dates import Date
from timeline.model.model import Timeline
from timeline.records import Actor, Event, Office

#: Kinds of actors that act for nobody else, and kinds for which nobody acts.
_OWN_MASTERS = ("state", "place")
_WITHOUT_AGENTS = ("group", "place")


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who took part in an event, and in which roles."""

    actor: Actor
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An event that counts for an actor: by its own `roles`, or by `agents` who acted for it."""

    event: Event
    roles: tuple[str, ...]
    agents: tuple[Agent, ...] = ()

    @property
    def all_roles(self) -> tuple[str, ...]:
        """Its own roles, then its agents', each once."""
        of_agents = [role for agent in self.agents for role in agent.roles]
        return tuple(dict.fromkeys((*self.roles, *of_agents)))


def parts(timeline: Timeline) -> dict[str, tuple[Part, ...]]:
    """Actor id → the events that count for it, each once, in order; none for who has none."""
    found: dict[str, list[Part]] = defaultdict(list)
    for event in timeline.events:
        own = {part.actor: timeline.roles_of(timeline.actors[part.actor], event)
               for part in event.actors}  # fmt: skip
        agents: dict[str, list[Agent]] = defaultdict(list)
        for id, roles in own.items():
            for principal in for_whom(timeline.actors[id], event.date, timeline):
                agents[principal.id].append(Agent(timeline.actors[id], roles))
        for id in dict.fromkeys((*own, *agents)):
            found[id].append(Part(event, own.get(id, ()), tuple(agents.get(id, ()))))
    return {id: tuple(events) for id, events in found.items()}


def for_whom(actor: Actor, date: Date, timeline: Timeline) -> tuple[Actor, ...]:
    """Everybody for whom an actor acts on a date, the nearest first."""
    found: dict[str, Actor] = {}
    waiting = [actor]
    while waiting:
        for principal in _next(waiting.pop(0), date, timeline):
            if principal.id not in found and principal is not actor:
                found[principal.id] = principal
                waiting.append(principal)
    return tuple(found.values())


def at_the_top(actor: Actor, date: Date, timeline: Timeline) -> Actor:
    """For whom an actor acts in the end: itself, where it acts for nobody else.

    Of several offices the one written first counts.
    """
    seen: set[str] = set()
    while actor.id not in seen and (above := _next(actor, date, timeline)):
        seen.add(actor.id)
        actor = above[0]
    return actor


def _next(actor: Actor, date: Date, timeline: Timeline) -> list[Actor]:
    if actor.kind in _OWN_MASTERS:
        return []
    offices = [office.of for office in actor.offices if _may_be_held(office, date)]
    above = (timeline.actors[id] for id in (*offices, *actor.part_of))
    return [each for each in above if each.kind not in _WITHOUT_AGENTS]


def _may_be_held(office: Office, date: Date) -> bool:
    """Whether the dates leave it possible that the office was held then."""
    begun = office.since.earliest if office.since else None
    ended = office.until.latest if office.until else None
    too_early = begun is not None and date.latest is not None and date.latest < begun
    too_late = ended is not None and date.earliest is not None and date.earliest > ended
    return not (too_early or too_late)
