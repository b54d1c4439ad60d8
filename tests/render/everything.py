"""A timeline in which everything that content can say is said, some of it at length."""

from __future__ import annotations

from dataclasses import replace

from tests.render.telling import LEWIS, RUSSIA, STATES, TRACK, UKRAINE, event, timeline
from timeline.dates import parse
from timeline.model.model import Timeline
from timeline.records import (
    About,
    Actor,
    Body,
    Citation,
    Claim,
    Correction,
    Figure,
    Image,
    Office,
    Participation,
    Position,
    Relation,
    Series,
    Source,
    State,
    Track,
    Withdrawal,
)

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
TITLE = f"{LONG} answers " + "with a title that goes on for as long as any title may go on " * 2

TABLE = """
A body with a [link](https://example.org/), [[event:meeting]], [[actor:russia|Moscow]], a note[^1].

## A heading

| one | two | three | four | five | six | seven | eight |
| --- | --- | --- | --- | --- | --- | --- | --- |
| wide wide wide | wide wide wide | wide wide wide | wide wide wide | wide | wide | wide | wide |

[^1]: The note.
"""


def everything(url: str = "https://example.org/timeline/") -> Timeline:
    """The timeline; `url` is its public address."""
    tracks = (
        replace(TRACK, series=(Series("freed", "Prisoners freed", unit="people"),)),
        Track("peace", "tracks/peace.md", f"Peace, {LONG}", 2, colour="#ffee00", body=Body(TABLE)),
        Track("empty", "tracks/empty.md", "A track without events", 3),
    )
    held = Position("ammonia", "red-line", "No pipeline", (Citation("lewis"),), parse("2022-11~"))
    actors = (
        replace(RUSSIA, aliases=("Moscow", "Kremlin"), positions=(held,), body=Body(TABLE)),
        UKRAINE,
        Actor(
            "zelensky", "actors/zelensky.md", "Volodymyr Zelensky", "person",
            offices=(Office("ukraine", "President", parse("2019")),), part_of=("ukraine",),
        ),
        Actor("silent", "actors/silent.md", "Somebody silent", "trade-union"),
    )  # fmt: skip
    sources = (
        replace(
            LEWIS, archive="https://example.com/archived/talking", accessed=parse("2023-01-09"),
            date=parse("[2022-12-15..2022-12-22]"), language="en", kind="analysis",
        ),
        Source("copy", "sources/copy.md", "The same again", same_as="lewis"),
    )  # fmt: skip
    events = (
        event("old", "-0043-03-15", title="Long ago", certainty="rumoured"),
        event("year", "2021", title="In some month of 2021", certainty="planned"),
        event(
            states=(("ammonia", "warm"),), key=True, place="Abu Dhabi", body=Body(TABLE),
            known=parse("2022-12-07"), aliases=("abu-dhabi-talks",),
            figures=(
                Figure("freed", "300", approximate=True, note="As one side counts"),
                Figure("freed", low="800", sources=(Citation("lewis"),)),
            ),
            corrections=(Correction(parse("2023-01-09"), "The meeting was on the 17th"),),
            image=Image("a b.png", "Two cooling towers", "IAEA", "The plant"),
            relations=(Relation("led-to", "refusal"), Relation("part-of", "gone")),
        ),
        event(
            "refusal", "[2022-12-01..2022-12-10]", title=TITLE, date_text="early December 2022",
            tracks=("peace", "ammonia"), certainty="disputed",
            actors=(Participation("ukraine", "main speaker"), Participation("russia", "target")),
            claims=(
                Claim(("ukraine", "zelensky"), "denies", "It was not so", (Citation("lewis"),)),
                Claim(("russia",), "asserts", f"It was: {LONG}", date=parse("2022-12-11")),
            ),
            states=(("ammonia", "cold"),),
            sources=(
                Citation("lewis"), Citation("copy"),
                Citation(f"https://www.example.net/{'long/' * 30}", "page 4"),
            ),
            relations=(Relation("responds-to", "meeting"),),
        ),
        event(
            "gone", "2022-12-02", title="Told in error",
            withdrawn=Withdrawal(parse("2023-02-01"), "The source retracted its report"),
        ),
        event("open", "2022-12/..", title="Still going on"),
    )  # fmt: skip
    about = About(
        title="Back channels", tagline="What was talked about", url=url, licence="CC BY 4.0",
        repository="https://github.com/someone/timeline", as_of=parse("2022-12-15"),
        states=(*STATES, State("hot", "Agreed", "hot")), body=Body("The first.\n\nThe second."),
    )  # fmt: skip
    return timeline(*events, about=about, tracks=tracks, actors=actors, sources=sources)
