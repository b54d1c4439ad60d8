"""Participation: on which tracks an actor takes part, how often, and in which roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.model.findings.acting import Part
from timeline.model.model import Timeline
from timeline.records import Track


@dataclass(frozen=True, slots=True)
class Share:
    """An actor's events on one track; in `through` of them only its people took part.

    `roles` counts the events in which it, or somebody for it, had each role; most often first.
    """

    track: Track
    events: int
    through: int
    roles: tuple[tuple[str, int], ...]


def shares(parts: Sequence[Part], timeline: Timeline) -> list[Share]:
    """The tracks on which these parts lie, in the order of tracks."""
    found = []
    for track in timeline.tracks.values():
        on_track = [part for part in parts if track.id in part.event.tracks]
        if on_track:
            through = sum(not part.roles for part in on_track)
            found.append(Share(track, len(on_track), through, roles(on_track)))
    return found


def roles(parts: Iterable[Part]) -> tuple[tuple[str, int], ...]:
    """Every role in these parts and in how many of them, most often first."""
    counts = Counter(role for part in parts for role in part.all_roles)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
