"""Small timelines for tests of the pages, told in a few words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from timeline.check.check import Records
from timeline.dates import parse
from timeline.model import model
from timeline.model.model import Timeline
from timeline.records import (
    About,
    Actor,
    Citation,
    Event,
    Participation,
    Source,
    State,
    Track,
)
from timeline.render import pages, words

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

ENGLISH = words.read(TEMPLATES / "words", "en")

STATES = (State("cold", "Blocked", "cold"), State("warm", "Talking", "warm"))
TRACK = Track("ammonia", "tracks/ammonia.md", "Ammonia pipeline", question="Will it reopen?")
RUSSIA = Actor("russia", "actors/russia.md", "Russia", kind="state")
UKRAINE = Actor("ukraine", "actors/ukraine.md", "Ukraine", kind="state")
LEWIS = Source(
    "lewis", "sources/lewis.md", "Moscow and Kyiv are talking",
    publisher="The Conversation", author=("David Lewis",), url="https://example.org/talking",
)  # fmt: skip


def event(id: str = "meeting", date: str = "2022-11-17", **others: Any) -> Event:
    """An event with what every event has, and whatever else is given."""
    given = {
        "title": "Delegations meet",
        "tracks": ("ammonia",),
        "actors": (Participation("russia", "party"), Participation("ukraine", "party")),
        "sources": (Citation("lewis", "paragraph 9"),),
        **others,
    }
    return Event(id, f"events/{id}.md", date=parse(date), **given)


def timeline(*events: Event, about: About | None = None, **others: Any) -> Timeline:
    """A timeline of these events, with one track, two actors and one source unless others."""
    records = Records(
        about=about or About(title="Back channels", states=STATES),
        events=events,
        actors=others.get("actors", (RUSSIA, UKRAINE)),
        tracks=others.get("tracks", (TRACK,)),
        sources=others.get("sources", (LEWIS,)),
    )
    return model.build(records)


def rendered(told: Timeline, **options: Any) -> dict[str, str]:
    """Every page of a timeline as text, by address."""
    return {a: data.decode() for a, data in pages.render(told, TEMPLATES, **options)}


def parsed(html: str) -> LexborHTMLParser:
    """A page to ask with CSS selectors."""
    return LexborHTMLParser(html)


def spoken(html: str) -> LexborHTMLParser:
    """The same, with blanks where a screen reader would pause."""
    return LexborHTMLParser(re.sub(r"</(?:dt|dd|th|td|h[1-6]|p|li|caption)>", r" \g<0>", html))


def text(html: str, selector: str) -> str:
    """The words of the first element that matches, blanks folded; "" where there is none."""
    node = spoken(html).css_first(selector)
    return " ".join(node.text().split()) if node else ""


def texts(html: str, selector: str) -> list[str]:
    """The words of every element that matches, blanks folded."""
    return [" ".join(node.text().split()) for node in spoken(html).css(selector)]


def named(*names: str, kind: str = "person") -> Sequence[Actor]:
    """Actors of these names, their ids made from them."""
    return tuple(
        replace(RUSSIA, id=name.lower(), name=name, kind=kind, file=f"actors/{name.lower()}.md")
        for name in names
    )
