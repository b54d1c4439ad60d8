"""The state of play: where every track stands at the end of a day, or now."""

from __future__ import annotations

import json
from dataclasses import dataclass

from timeline.dates import Day
from timeline.model.model import Timeline
from timeline.records import Track
from timeline.render.entries import Entries, Standing, standing
from timeline.render.pages.site import Site


@dataclass(frozen=True, slots=True)
class Line:
    """A track and its state; None where it has none yet. `moves` is for scripts: JSON, or ""."""

    track: Track
    standing: Standing | None
    moves: str = ""


def lines(timeline: Timeline, day: Day | None = None) -> list[Line]:
    """A line for every track at the end of a day; none at all where no track has a state."""
    moves = [(track, timeline.standing(track, day)) for track in timeline.tracks.values()]
    if not any(move for _, move in moves):
        return []
    return [Line(track, standing(track, move) if move else None) for track, move in moves]


def lines_with_history(site: Site) -> list[Line]:
    """The present line of every track, with all its moves for scripts that ask for another day."""
    return [
        Line(line.track, line.standing, _moves(line.track, site))
        for line in lines(site.timeline)
    ]  # fmt: skip


def _moves(track: Track, site: Site) -> str:
    entries, timeline = site.entries, site.timeline
    told = [_told(standing(track, move), entries, site) for move in timeline.moves(track)]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) if told else ""


def _told(at: Standing, entries: Entries, site: Site) -> dict[str, str | int]:
    entry = entries.of(at.event)
    key = "state.since" if at.is_exact else "state.changed"
    return {
        "day": entry.day,
        "known": entry.known,
        "state": at.state.id,
        "label": at.state.label,
        "tone": at.state.tone,
        "step": at.step,
        "since": site.words.say(key, when=at.text).unescape(),
        "event": at.event.id,
        "title": at.event.title,
    }
