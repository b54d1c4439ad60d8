"""What must agree between the fields of one event.

Each rule gets the values that could be read, the fields as written, and the reading to tell.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline import links
from timeline.nodes import Mapping, Node, Scalar, Sequence
from timeline.problems import did_you_mean
from timeline.reading import Reading

Rule = Callable[[dict[str, Any], Mapping, Reading], None]


def claims_are_given(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """A certainty that rests on somebody's word needs that word."""
    certainty = values.get("certainty")
    if certainty in ("claimed", "disputed") and "claims" not in front.entries:
        reading.tell(
            "missing-claims",
            front["certainty"],
            f'"{certainty}" needs claims: who says so?',
            "Add claims, one a line: - {by: …, stance: asserts, text: …}",
        )


def states_are_of_own_tracks(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """An event leaves only tracks that it stands on in a state."""
    states, tracks = front.get("state"), values.get("tracks")
    if not isinstance(states, Mapping) or not tracks:
        return
    for track, (key, _) in states.entries.items():
        if track in reading.vocabulary.of("track") and track not in tracks:
            reading.tell(
                "foreign-track",
                key,
                f'the event is not on the track "{track}"',
                f'Add "{track}" to its tracks, or remove this state',
            )


def series_are_of_own_tracks(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """A figure belongs to a series that one of the event's tracks declares."""
    figures, tracks = front.get("figures"), values.get("tracks")
    known = reading.vocabulary.series_of(tracks) if tracks else None
    if not tracks or known is None or not isinstance(figures, Mapping):
        return
    for series, (key, _) in figures.entries.items():
        if series not in known:
            declare = f'declare it in tracks/{tracks[0]}.md, under "figures"'
            reading.tell(
                "unknown-series",
                key,
                f'no series "{series}" on the tracks of this event',
                did_you_mean(series, known, declare),
            )


def known_is_not_before_date(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """Nothing becomes known before it can have happened."""
    date, known = values.get("date"), values.get("known")
    if not date or not known or date.earliest is None or known.latest is None:
        return
    if known.latest < date.earliest:
        reading.tell(
            "known-too-early",
            front["known"],
            "this became known before it happened",
            "Correct the date, or when it became known",
        )


def picture_is_there(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """The picture stands in media/."""
    image, node = values.get("image"), front.get("image")
    if image and isinstance(node, Mapping):
        links.check_picture(image.file, node["file"].place, reading)


def relations_lead_elsewhere(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """An event does not relate to itself."""
    own, node = reading.document.id, front.get("relates")
    if any(relation.event == own for relation in values.get("relations", ())) and node:
        reading.tell(
            "related-to-itself",
            find(node, own) or node,
            "the event relates to itself",
            "Name the other event",
        )


def find(node: Node, text: str) -> Node | None:
    """The first value with this text in a node, however deep."""
    if isinstance(node, Scalar):
        return node if node.text.strip() == text else None
    inner = node.items if isinstance(node, Sequence) else [v for _, v in node.entries.values()]
    return next((found for each in inner if (found := find(each, text))), None)


EVENT: tuple[Rule, ...] = (
    claims_are_given,
    states_are_of_own_tracks,
    series_are_of_own_tracks,
    known_is_not_before_date,
    picture_is_there,
    relations_lead_elsewhere,
)
