"""The sentences of the pictures."""

from __future__ import annotations

from typing import Any

import pytest

from tests.render.telling import event
from tests.share.making import picture, texts
from timeline.records import Citation, Claim


def claim(stance: str, *by: str) -> Claim:
    return Claim(by, stance, "So it is said", (Citation("lewis"),))


def says(certainty: str, *claims: Claim, **others: Any) -> str:
    """Who says so, as on the picture of an event."""
    told = event(certainty=certainty, claims=claims, **others)
    lines = texts(picture("events/meeting.html", told).svg)
    date = lines.index("17 November 2022")
    return " ".join(lines[date + 1 : lines.index("Back channels")])


@pytest.mark.parametrize(
    ("certainty", "claims", "said"),
    [
        ("reported", (), "Reported · 1 source"),
        ("planned", (), "Planned · 1 source"),
        ("rumoured", (), "Rumoured · 1 source"),
        ("claimed", (claim("asserts", "russia"),), "Claimed by Russia · 1 source"),
        (
            "claimed",
            (claim("asserts", "russia"), claim("denies", "ukraine")),
            "Claimed by Russia, denied by Ukraine · 1 source",
        ),
        (
            "claimed",
            (claim("demands", "russia", "ukraine"),),
            "Demanded by Russia and Ukraine · 1 source",
        ),
        (
            "disputed",
            (claim("asserts", "russia"), claim("denies", "ukraine")),
            "Disputed: asserted by Russia, denied by Ukraine · 1 source",
        ),
        ("reported", (claim("offers", "russia"),), "Reported · 1 source"),
    ],
)  # fmt: skip
def test_picture_tells_who_says_so(certainty: str, claims: tuple[Claim, ...], said: str) -> None:
    assert says(certainty, *claims) == said


def test_speaker_of_several_claims_is_named_once() -> None:
    twice = (claim("asserts", "russia"), claim("asserts", "ukraine"), claim("asserts", "russia"))
    assert says("claimed", *twice) == "Claimed by Russia and Ukraine · 1 source"


def test_sources_are_counted() -> None:
    both = (Citation("lewis"), Citation("https://example.org/other"))
    assert says("reported", sources=both) == "Reported · 2 sources"
