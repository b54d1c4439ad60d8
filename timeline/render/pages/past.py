"""A track's past, for its page: its moves, the days between them, and the line they draw."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates import Date
from timeline.model.findings.gaps import Gap
from timeline.model.findings.history import since_last_move, stretches
from timeline.model.model import Timeline
from timeline.records import Track
from timeline.render.drawings import steps
from timeline.render.drawings.steps import Steps
from timeline.render.entries import Standing, standing


@dataclass(frozen=True, slots=True)
class Moved:
    """A move, and the days since the one before."""

    standing: Standing
    before: Gap | None


@dataclass(frozen=True, slots=True)
class Past:
    """All moves of a track. `since_last`: from the last one to `as_of`, the end of the telling."""

    moves: tuple[Moved, ...]
    drawing: Steps | None
    since_last: Gap | None
    as_of: Date | None


def past(track: Track, timeline: Timeline) -> Past | None:
    """The past of a track; None where it never was in a state."""
    found = stretches(track, timeline)
    if not found:
        return None
    as_of = timeline.about.as_of
    return Past(
        tuple(Moved(standing(track, each.move), each.before) for each in found),
        steps.draw(found, timeline.states.values(), as_of),
        since_last_move(track, timeline),
        as_of,
    )
