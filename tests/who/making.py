"""Small timelines, made in a line or two: `timeline(event("talks", "2022-11-17", …))`.

Whatever an event names is there: tracks, actors and sources that are not given are made up.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from timeline.check.check import Records
from timeline.dates import parse
from timeline.model import model
from timeline.model.model import Timeline, cited
from timeline.records import (
    About,
    Actor,
    Body,
    Citation,
    Claim,
    Event,
    Figure,
    Office,
    Participation,
    Relation,
    Source,
    State,
    Track,
)

Roles = Mapping[str, str]


def event(
    id: str,
    date: str = "2022-11-17",
    roles: Roles | None = None,
    *,
    tracks: str = "talks",
    sources: str = "paper",
    state: str = "",
    relates: Roles | None = None,
    body: str = "",
    known: str = "",
    **more: Any,
) -> Event:
    """An event; ids stand in one text, apart by blanks: `roles={"party": "russia ukraine"}`."""
    return Event(
        id=id,
        file=f"events/{id}.md",
        title=id.replace("-", " ").capitalize(),
        date=parse(date),
        known=parse(known) if known else None,
        tracks=tuple(tracks.split()),
        actors=tuple(Participation(a, r) for r, ids in (roles or {}).items() for a in ids.split()),
        sources=tuple(Citation(id) for id in sources.split()),
        states=((tracks.split()[0], state),) if state else (),
        relations=tuple(Relation(k, e) for k, ids in (relates or {}).items() for e in ids.split()),
        body=Body(body),
        **more,
    )


def claim(by: str, stance: str = "asserts", text: str = "It is so", sources: str = "") -> Claim:
    return Claim(tuple(by.split()), stance, text, tuple(Citation(id) for id in sources.split()))


def figure(series: str, value: str = "", low: str = "", high: str = "", note: str = "") -> Figure:
    return Figure(series, value, low, high, note=note)


def actor(
    id: str, kind: str = "state", *, offices: str = "", part_of: str = "", **more: Any
) -> Actor:
    """An actor with offices of the actors named."""
    return Actor(
        id=id,
        file=f"actors/{id}.md",
        name=id.replace("-", " ").title(),
        kind=kind,
        offices=tuple(Office(of, "President") for of in offices.split()),
        part_of=tuple(part_of.split()),
        **more,
    )


def track(id: str, **more: Any) -> Track:
    return Track(id=id, file=f"tracks/{id}.md", title=id.replace("-", " ").capitalize(), **more)


def source(id: str, publisher: str = "", **more: Any) -> Source:
    return Source(
        id=id, file=f"sources/{id}.md", title=id.capitalize(), publisher=publisher, **more
    )


def timeline(
    *things: Event | Actor | Track | Source, as_of: str = "", states: str = ""
) -> Timeline:
    """The timeline of these things; `states` is the ladder, coldest first."""
    given: dict[type, list[Any]] = {Event: [], Actor: [], Track: [], Source: []}
    for thing in things:
        given[type(thing)].append(thing)
    events: list[Event] = given[Event]
    actors = [p.actor for e in events for p in e.actors]
    actors += [id for e in events for each in e.claims for id in each.by]
    sources = [c.source for e in events for c in cited(e) if not c.is_address]
    _add(given[Actor], actors, actor)
    _add(given[Track], [id for e in events for id in e.tracks], track)
    _add(given[Source], sources, source)
    about = About(
        title="A timeline",
        as_of=parse(as_of) if as_of else None,
        states=tuple(State(id, id.capitalize()) for id in states.split()),
    )
    return model.build(
        Records(
            about, tuple(events), tuple(given[Actor]), tuple(given[Track]), tuple(given[Source])
        )
    )


def _add(given: list[Any], ids: list[str], make: Any) -> None:
    there = {thing.id for thing in given}
    given += [make(id) for id in dict.fromkeys(ids) if id not in there]
