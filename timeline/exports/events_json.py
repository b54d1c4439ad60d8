"""events.json: the whole timeline as data, for machines and for people who check our sums.

A contract (docs/data.md): fields are added, never renamed. Dates carry the EDTF as written, the
words, and ISO 8601 days (expanded beyond four-digit years), null where an end is open.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from timeline import dates
from timeline.dates import Date
from timeline.model.model import Timeline
from timeline.records import Actor, Citation, Event, Figure, Source, Track

Json = dict[str, Any]

#: An event's body as HTML whose addresses begin at the site's root.
Html = Callable[[Event], str]


def render(timeline: Timeline, html: Html) -> bytes:
    """The file's bytes: UTF-8, the same for the same timeline."""
    about = timeline.about
    whole = {
        "timeline": {
            "title": about.title,
            "tagline": about.tagline,
            "url": about.url,
            "language": about.language,
            "licence": about.licence,
            "as_of": _date(about.as_of),
            "states": [{"id": s.id, "label": s.label, "tone": s.tone} for s in about.states],
            "roles": list(about.roles),
        },
        "events": [_event(event, html) for event in timeline.events],
        "withdrawn": [
            {
                "id": event.id,
                "url": event.address,
                "title": event.title,
                "date": _date(event.withdrawn.date),
                "reason": event.withdrawn.reason,
            }
            for event in timeline.withdrawn
            if event.withdrawn
        ],
        "actors": [_actor(actor) for actor in timeline.actors.values()],
        "tracks": [_track(track) for track in timeline.tracks.values()],
        "sources": [_source(source) for source in timeline.sources.values()],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _event(event: Event, html: Html) -> Json:
    return {
        "id": event.id,
        "url": event.address,
        "title": event.title,
        "date": {**(_date(event.date) or {}), "text": event.when},
        "known": _date(event.known),
        "tracks": list(event.tracks),
        "actors": [{"id": part.actor, "role": part.role} for part in event.actors],
        "sources": [citation.source for citation in event.sources],
        "citations": _citations(event.sources),
        "place": event.place,
        "certainty": event.certainty,
        "claims": [
            {
                "by": list(claim.by),
                "stance": claim.stance,
                "text": claim.text,
                "date": _date(claim.date),
                "citations": _citations(claim.sources),
            }
            for claim in event.claims
        ],
        "state": dict(event.states),
        "figures": _figures(event),
        "relates": _relations(event),
        "key": event.key,
        "corrections": [{"date": _date(c.date), "text": c.text} for c in event.corrections],
        "html": html(event),
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "url": actor.address,
        "name": actor.name,
        "kind": actor.kind,
        "aliases": list(actor.aliases),
        "part_of": list(actor.part_of),
        "office": [
            {"of": o.of, "as": o.title, "from": _date(o.since), "until": _date(o.until)}
            for o in actor.offices
        ],
        "positions": [
            {
                "track": p.track,
                "kind": p.kind,
                "text": p.text,
                "date": _date(p.date),
                "citations": _citations(p.sources),
            }
            for p in actor.positions
        ],
    }


def _track(track: Track) -> Json:
    return {
        "id": track.id,
        "url": track.address,
        "title": track.title,
        "question": track.question,
        "figures": {s.id: {"label": s.label, "unit": s.unit, "kind": s.kind} for s in track.series},
    }


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "url": source.address,
        "title": source.title,
        "publisher": source.publisher,
        "author": list(source.author),
        "date": _date(source.date),
        "web": source.url,
        "archive": source.archive,
        "accessed": _date(source.accessed),
        "language": source.language,
        "kind": source.kind,
        "same_as": source.same_as,
    }


def _date(date: Date | None) -> Json | None:
    if date is None:
        return None
    return {
        "edtf": date.edtf,
        "text": date.words,
        "earliest": None if date.earliest is None else dates.iso(date.earliest),
        "latest": None if date.latest is None else dates.iso(date.latest),
    }


def _citations(citations: Iterable[Citation]) -> list[Json]:
    """Sources (an id, or a web address) with the place in them."""
    return [{"source": citation.source, "at": citation.at} for citation in citations]


def _figures(event: Event) -> Json:
    """Series → list of numbers: more than one where sources disagree."""
    found: dict[str, list[Json]] = {}
    for figure in event.figures:
        found.setdefault(figure.series, []).append(_figure(figure))
    return found


def _figure(figure: Figure) -> Json:
    numbers = {"value": figure.value, "low": figure.low, "high": figure.high}
    told: Json = {name: _number(text) for name, text in numbers.items() if text}
    told["approximate"] = figure.approximate
    if figure.note:
        told["note"] = figure.note
    if figure.sources:
        told["citations"] = _citations(figure.sources)
    return told


def _number(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _relations(event: Event) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for relation in event.relations:
        found.setdefault(relation.kind, []).append(relation.event)
    return found
