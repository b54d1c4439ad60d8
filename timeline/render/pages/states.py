"""The state of play: where every track stands at the end of a day, or now."""

from __future__ import annotations

import json
from dataclasses import dataclass

from timeline.dates import Day
from timeline.model.model import Move, Timeline
from timeline.records import Track
from timeline.render.entries import Standing, standing
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Line:
    """A track and its state; None where it has none yet. `tellings` is for scripts: JSON, or ""."""

    track: Track
    standing: Standing | None
    tellings: str = ""


def lines(timeline: Timeline, day: Day | None = None) -> list[Line]:
    """A line for every track at the end of a day; none at all where no track has a state."""
    moves = [(track, timeline.standing(track, day)) for track in timeline.tracks.values()]
    if not any(move for _, move in moves):
        return []
    return [Line(track, standing(track, move) if move else None) for track, move in moves]


def lines_with_history(site: Site) -> list[Line]:
    """The present line of every track, with all that tells a state, for scripts on other days."""
    return [
        Line(line.track, line.standing, _tellings(line.track, site))
        for line in lines(site.timeline)
    ]  # fmt: skip


def _tellings(track: Track, site: Site) -> str:
    """Every event that leaves the track in a state, those that find it there, too.

    They are no moves in the order in which things happened, but in that in which they became known
    they may be.
    """
    rungs = list(site.timeline.states)
    told = [
        {
            "day": entry.day,
            "known": entry.known,
            "rung": rungs.index(state.id),
            "label": state.label,
            "tone": state.tone,
            "since": at.said(site.words, at.text).unescape(),
            "event": event.id,
            "title": event.title,
        }
        for event, state in site.timeline.told_states(track.id)
        for entry, at in [(site.entries.of(event), standing(track, Move(event, state)))]
    ]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) if told else ""
