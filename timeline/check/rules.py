"""What must agree between the fields of one file.

Each rule gets the values of the fields of which nothing was told, all fields as written, and the
reading to tell. A rule that looks at a field as written speaks for itself alone: it must not say
twice what was told of the field already.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from timeline.check import links
from timeline.check.reading import Reading
from timeline.load.nodes import Mapping, Node, Scalar, Sequence
from timeline.load.walk import scalars
from timeline.problems import did_you_mean, nearest, quoted

Rule = Callable[[dict[str, Any], Mapping, Reading], None]


def claims_are_given(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """A certainty that rests on somebody's word needs that word."""
    certainty = values.get("certainty")
    if certainty in ("claimed", "disputed") and not nearest("claims", front.entries):
        reading.tell(
            "missing-claims",
            front["certainty"],
            f'"{certainty}" needs claims: who says so?',
            "Add claims, one a line: - {by: …, stance: asserts, text: …}",
        )


def what_is_denied_is_not_reported(
    values: dict[str, Any], front: Mapping, reading: Reading
) -> None:
    """What one actor asserts and another denies does not stand as plainly reported.

    Demands, offers and what is declined say nothing of what happened, and do not count.
    """
    is_given = bool(nearest("certainty", front.entries))
    if is_given and values.get("certainty") != "reported":
        return
    claims = values.get("claims", ())
    asserting = [actor for claim in claims if claim.stance == "asserts" for actor in claim.by]
    denying = [actor for claim in claims if claim.stance == "denies" for actor in claim.by]
    pair = next(((a, b) for a in asserting for b in denying if a != b), None)
    if pair:
        reading.tell(
            "disputed-as-reported",
            front["certainty" if is_given else "claims"],
            f'"{pair[0]}" asserts this and "{pair[1]}" denies it, so it is not simply reported',
            "Write certainty: disputed",
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
                f"no series {quoted(series)} on the tracks of this event",
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


def picture_is_there(_values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """The picture stands in media/."""
    node = front.get("image")
    file = node.get("file") if isinstance(node, Mapping) else None
    if isinstance(file, Scalar) and file.text.strip():
        links.check_picture(file.text.strip(), file.place, reading)


def relations_lead_elsewhere(_values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """An event does not relate to itself."""
    for value in scalars(front.get("relates")):
        if value.text.strip() == reading.document.id:
            reading.tell(
                "related-to-itself", value, "the event relates to itself", "Name the other event"
            )


def offices_begin_before_they_end(values: dict[str, Any], front: Mapping, reading: Reading) -> None:
    """Nobody leaves an office before they can have entered it."""
    node = front.get("office")
    nodes = node.items if isinstance(node, Sequence) else (node,)
    for office, written in zip(values.get("offices", ()), nodes, strict=False):
        since, until = office.since, office.until
        if not since or not until or since.earliest is None or until.latest is None:
            continue
        if until.latest < since.earliest and isinstance(written, Mapping):
            reading.tell(
                "ended-too-early",
                written["until"],
                "this office ended before it began",
                'Correct "from" or "until"',
            )


def find(node: Node | None, text: str) -> Scalar | None:
    """The first value with this text in a node."""
    return next((value for value in scalars(node) if value.text.strip() == text), None)


#: Kind of file → its rules.
OF: dict[str, tuple[Rule, ...]] = {
    "event": (
        claims_are_given,
        what_is_denied_is_not_reported,
        states_are_of_own_tracks,
        series_are_of_own_tracks,
        known_is_not_before_date,
        picture_is_there,
        relations_lead_elsewhere,
    ),
    "actor": (offices_begin_before_they_end,),
}
