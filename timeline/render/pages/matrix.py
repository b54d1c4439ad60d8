"""Actors and tracks crossed, for the list of actors: who takes part where, and who met whom."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.findings.participation import Share, shares
from timeline.model.model import by_name
from timeline.records import Actor
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Row:
    """An actor: how many events count for it, and its share in each track, None where none."""

    actor: Actor
    events: int
    shares: tuple[Share | None, ...]


def matrix(site: Site) -> list[Row]:
    """A row for every actor with events, those with most first, then by name."""
    timeline = site.timeline
    rows = []
    for id, parts in site.parts.items():
        by_track = {share.track.id: share for share in shares(parts, timeline)}
        cells = tuple(by_track.get(track) for track in timeline.tracks)
        rows.append(Row(timeline.actors[id], len(parts), cells))
    return sorted(rows, key=lambda row: (-row.events, by_name(row.actor)))
