"""Small timelines for tests of exports, made without content files."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import Any

from timeline import dates
from timeline.check import check, vocabulary
from timeline.check.check import Records
from timeline.exports.events_json import Html
from timeline.load import documents
from timeline.model import model
from timeline.model.model import Timeline
from timeline.records import (
    About,
    Actor,
    Body,
    Citation,
    Correction,
    Event,
    Participation,
    Source,
    Track,
    Withdrawal,
)
from timeline.render.pages import html_of, surroundings

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"

URL = "https://example.org/some/repo/"

DIG = Path(__file__).resolve().parents[1] / "sites" / "dig"

RUSSIA = Actor("russia", "actors/russia.md", "Russia", "state", ("Russian Federation",))
UKRAINE = Actor("ukraine", "actors/ukraine.md", "Ukraine", "state")
AMMONIA = Track("ammonia", "tracks/ammonia.md", "Ammonia & grain", question="Does it flow?")
SWAPS = Track("swaps", "tracks/swaps.md", "Swaps", order=1)
PAPER = Source("paper", "sources/paper.md", "They are talking", publisher="The Paper")


def event(id: str, date: str = "2022-11-17", **values: Any) -> Event:
    """An event with the five fields that every event has, and others as they are given."""
    standing: dict[str, Any] = {
        "title": id.replace("-", " ").capitalize(),
        "tracks": ("ammonia",),
        "actors": (Participation("russia", "party"), Participation("ukraine", "party")),
        "sources": (Citation("paper", "page 2"),),
        "body": Body(f"What is told of {id}."),
    }
    return Event(id=id, file=f"events/{id}.md", date=dates.parse(date), **(standing | values))


def corrected(*days: str) -> tuple[Correction, ...]:
    """Corrections of these days."""
    return tuple(Correction(dates.parse(day), f"Put right on {day}") for day in days)


def withdrawn(day: str) -> Withdrawal:
    """A withdrawal on that day."""
    return Withdrawal(dates.parse(day), "The paper took it back")


def timeline(*events: Event, url: str = "", as_of: str = "2023-01-31", **about: Any) -> Timeline:
    """A timeline of two tracks, two actors and one source."""
    told = About(
        **{"title": "Back channels", "tagline": "Talks"} | about,
        url=url,
        as_of=dates.parse(as_of) if as_of else None,
    )
    return model.build(Records(told, events, (RUSSIA, UKRAINE), (AMMONIA, SWAPS), (PAPER,)))


def many(count: int, **about: Any) -> Timeline:
    """A timeline of events on as many days, one in five of them vague."""
    first = dates.day_number(2022, 1, 1)
    days = [dates.iso(first + number) for number in range(count)]
    written = [day if at % 5 else f"{day[:7]}-XX" for at, day in enumerate(days)]
    return timeline(
        *(event(f"event-{at}", day) for at, day in enumerate(written)), **{"as_of": ""} | about
    )


def dig() -> Timeline:
    """The dig, as its content files tell it: years BCE, one-of sets, footnotes."""
    content, found = documents.load(DIG)
    records, wrong = check.check(content, vocabulary.gather(content))
    assert not [problem for problem in (*found, *wrong) if problem.is_error]
    return model.build(records)


def body(event: Event) -> str:
    """An event's body as HTML, for timelines made here."""
    return f"<p>{escape(event.body.text)}</p>" if event.body.text else ""


def whole_body(timeline: Timeline) -> Html:
    """Gives an event's body as the build makes it."""
    return html_of(surroundings(timeline, TEMPLATES))


def pages(timeline: Timeline) -> list[str]:
    """The addresses of the pages of a timeline."""
    things: Iterable[Any] = (
        *timeline.by_id.values(),
        *timeline.actors.values(),
        *timeline.tracks.values(),
        *timeline.sources.values(),
        *timeline.by_period,
    )
    moved = [f"events/{alias}.html" for e in timeline.by_id.values() for alias in e.aliases]
    fixed = ["index.html", "about.html", "corrections.html", "404.html"]
    fixed += ["actors/index.html", "sources/index.html"]
    return [*fixed, *(thing.address for thing in things), *moved]
