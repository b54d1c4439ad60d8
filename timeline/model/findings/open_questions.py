"""Open questions: what is planned, rumoured, claimed against another's word, and not settled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from timeline.model.findings.disputes import is_contested
from timeline.model.model import Timeline
from timeline.records import Event, Track

Why = Literal["planned", "rumoured", "disputed", "contested"]


@dataclass(frozen=True, slots=True)
class Open:
    """An event that leaves a question, why it does, and whether there are claims on both sides."""

    event: Event
    why: Why
    is_contested: bool


def open_questions(track: Track, timeline: Timeline) -> list[Open]:
    """What is not settled on a track, in time.

    A plan or rumour is settled once another event on the timeline continues it.
    """
    found = []
    for event in timeline.of_track(track):
        why = _why(event)
        if why in ("disputed", "contested") or (why and not _is_continued(event, timeline)):
            found.append(Open(event, why, is_contested(event)))
    return found


def _why(event: Event) -> Why | None:
    match event.certainty:
        case "planned" | "rumoured" | "disputed" as why:
            return why
    return "contested" if is_contested(event) else None


def _is_continued(event: Event, timeline: Timeline) -> bool:
    led_to = any(relation.kind == "led-to" for relation in event.relations)
    return led_to or any(back.kind == "continues" for back in timeline.backlinks(event))
