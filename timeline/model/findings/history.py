"""History: the states of a track one after the other, and the days between them.

plant occupied            referendum held         shelling
●─── 183 to 241 days ───→ ●── 32 to 61 days ───→ ●── …  as of
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from timeline.dates import Date, Day
from timeline.model.findings.gaps import Gap, between
from timeline.model.model import Move, Timeline, settles
from timeline.records import Event, Track


@dataclass(frozen=True, slots=True)
class Stretch:
    """A move, the day it took effect, and until when its state held.

    `until` is the day of the next move, or the last that the timeline tells of; None where that
    is not said. `before` are the days since the move before, `after` those up to the next.
    """

    move: Move
    day: Day
    until: Day | None
    before: Gap | None
    after: Gap | None


def stretches(track: Track, timeline: Timeline) -> tuple[Stretch, ...]:
    """The moves of a track in the order in which they took effect; those of one day too."""
    moves = timeline.moves(track)
    if not moves:
        return ()
    days = [settles(move.event) for move in moves]
    gaps = [between(began(a.event), began(b.event)) for a, b in pairwise(moves)]
    ends = [*days[1:], _end(days[-1], timeline.about.as_of)]
    return tuple(
        Stretch(*each)
        for each in zip(moves, days, ends, [None, *gaps], [*gaps, None], strict=False)
    )


def since_last_move(track: Track, timeline: Timeline) -> Gap | None:
    """The days from the last move to the day up to which the timeline tells, if that is known."""
    moves, as_of = timeline.moves(track), timeline.about.as_of
    return between(began(moves[-1].event), as_of, in_order=True) if moves and as_of else None


def began(event: Event) -> Date:
    """When an event happened, or, if it lasted, when it began."""
    return event.date.start or event.date


def _end(last: Day, as_of: Date | None) -> Day | None:
    """The day up to which the timeline tells, or that of the last move where it is later."""
    return None if as_of is None or as_of.latest is None else max(last, as_of.latest)
