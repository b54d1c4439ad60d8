"""Company: with whom an actor appears, in which roles, and through whom."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model.findings.acting import Part, at_the_top, for_whom
from timeline.model.findings.meetings import Meeting
from timeline.model.model import Timeline, by_name
from timeline.records import Actor, Event


@dataclass(frozen=True, slots=True)
class Companion:
    """Another actor in the same events: its roles there, and who stood between the two."""

    actor: Actor
    events: tuple[Event, ...]
    roles: tuple[str, ...]
    through: tuple[Actor, ...]


def company(
    actor: Actor, parts: Sequence[Part], met: Iterable[Meeting], timeline: Timeline
) -> list[Companion]:
    """Everybody else in the events that count for an actor, most often first.

    `parts` are those events, `met` all meetings. Who acts for the actor, or for whom it acts, is
    no company: that is the actor in another guise.
    """
    meetings = {meeting.event.id: meeting for meeting in met}
    events: dict[str, list[Event]] = {}
    for part in parts:
        own = {agent.actor.id for agent in part.agents} | {actor.id}
        own |= {above.id for above in for_whom(actor, part.event.date, timeline)}
        for id in dict.fromkeys(p.actor for p in part.event.actors if p.actor not in own):
            events.setdefault(id, []).append(part.event)
    found = [_companion(actor, timeline.actors[id], events[id], meetings, timeline)
             for id in events]  # fmt: skip
    return sorted(found, key=lambda one: (-len(one.events), by_name(one.actor)))


def _companion(
    actor: Actor,
    other: Actor,
    events: list[Event],
    meetings: dict[str, Meeting],
    timeline: Timeline,
) -> Companion:
    roles = dict.fromkeys(role for event in events for role in timeline.roles_of(other, event))
    through: dict[str, Actor] = {}
    for event in events:
        meeting = meetings.get(event.id)
        both = {at_the_top(each, event.date, timeline).id for each in (actor, other)}
        if meeting and len(both) > 1 and both <= {party.id for party in meeting.parties}:
            through |= {between.actor.id: between.actor for between in meeting.between}
    return Companion(other, tuple(events), tuple(roles), tuple(through.values()))
