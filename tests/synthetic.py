"""Timelines that nobody wrote: of any number of events, tracks and years, the same every time.

timeline(400, tracks=9)                      two years, most dates known to the day
timeline(40, first="-13799999999", last="2022", vague=0.0)
python -m tests.synthetic 500 OUT            its pages, to look at or to measure
"""

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from timeline import dates, pipeline
from timeline.check.check import Records
from timeline.model.model import Timeline, build
from timeline.records import (
    About,
    Actor,
    Body,
    Citation,
    Claim,
    Event,
    Participation,
    Source,
    State,
    Track,
)
from timeline.render import assets, pages, stylesheets
from timeline.render.chart import draw

CERTAINTIES = ("reported",) * 6 + ("claimed", "claimed", "disputed", "rumoured", "planned")
STATES = (State("blocked", "Blocked", "cold"), State("talking", "Talking", "warm"))
ROLES = ("party", "mediator", "host")
NOUNS = ("Delegations", "Envoys", "Inspectors", "Prisoners", "Ministers", "Engineers")
VERBS = ("meet again", "go home without a word", "agree on a corridor", "deny that they spoke")
SENTENCES = (
    "The second round was shorter than the first, and nobody said why.",
    "Two of those present remember it differently.",
    "A spokesman called the reports premature, which is not a denial.",
    "It was the first time that both sides used the same map.",
)


def timeline(
    number: int,
    *,
    tracks: int = 4,
    first: str = "2021-01-01",
    last: str = "2022-12-15",
    vague: float = 0.3,
    days: Sequence[str] = (),
    title: str = "",
) -> Timeline:
    """A timeline of `number` events between two dates, or on the given `days`, in EDTF.

    `vague` is the part of the dates that are not known to the day; `title` stands for all titles.
    """
    chance = random.Random(number * 31 + tracks)
    start, end = dates.parse(first).anchor, dates.parse(last).anchor
    actors = tuple(
        Actor(f"actor-{i}", f"actors/actor-{i}.md", f"Émissaire {i}", aliases=(f"Envoy {i}",))
        for i in range(min(number, 40))
    )
    sources = tuple(
        Source(f"source-{i}", f"sources/source-{i}.md", f"Report {i}", publisher="The Gazette")
        for i in range(min(number, 12))
    )
    events = []
    for i in range(number):
        day = start + round((end - start) * chance.random() ** 0.7)
        edtf = days[i % len(days)] if days else _edtf(day, vague, chance)
        date = dates.parse(edtf)
        certainty = chance.choice(CERTAINTIES)
        claim = Claim((chance.choice(actors).id,), "asserts", chance.choice(SENTENCES))
        lane = f"track-{i % tracks}"
        events.append(
            Event(
                id=f"event-{i}",
                file=f"events/event-{i}.md",
                title=title or f"{chance.choice(NOUNS)} {chance.choice(VERBS)} ({i})",
                date=date,
                tracks=tuple(dict.fromkeys((lane, f"track-{chance.randrange(tracks)}"))),
                actors=tuple(
                    Participation(actor.id, chance.choice(ROLES))
                    for actor in chance.sample(actors, min(3, len(actors)))
                ),
                sources=(Citation(chance.choice(sources).id),),
                known=_known(date, chance),
                certainty=certainty,
                claims=(claim,) if certainty in ("claimed", "disputed") else (),
                states=((lane, chance.choice(STATES).id),) if i % 5 == 0 else (),
                key=i % 8 == 0,
                body=Body(" ".join(chance.choices(SENTENCES, k=4))),
            )
        )
    about = About(
        f"{number} events", language="en", as_of=dates.parse(last), states=STATES, roles=ROLES
    )
    lanes = tuple(
        Track(f"track-{i}", f"tracks/track-{i}.md", f"Track number {i}", order=i)
        for i in range(tracks)
    )
    return build(Records(about, tuple(events), actors, lanes, sources))


def write(made: Timeline, folder: Path, only: str = "") -> None:
    """Its pages and their assets; only those whose address begins with `only`."""
    fixed = assets.served(pipeline.HOME / "assets")
    rendered = pages.render(
        made,
        pipeline.HOME / "templates",
        stylesheets=(stylesheets.JOINED, stylesheets.UNSCRIPTED),
        modules=tuple(address for address in fixed if address.endswith(assets.MODULES)),
        draw=draw,
    )
    for address, content in [*rendered, *fixed.items()]:
        if address.startswith((only, "assets/")):
            path = folder / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


def _edtf(day: int, vague: float, chance: random.Random) -> str:
    written = dates.iso(day)
    if abs(dates.ymd(day)[0]) > 9999:
        return f"Y{dates.ymd(day)[0]}"
    if chance.random() >= vague:
        return written
    later = dates.iso(day + chance.randrange(3, 60))
    forms = (f"{written}~", written[:-3], f"{written}/{later}", f"[{written}..{later}]")
    return chance.choice(
        (*forms, f"[..{written}]", f"{written}/..", f"{written}/", written[:-3] + "?")
    )


def _known(date: dates.Date, chance: random.Random) -> dates.Date | None:
    if (
        date.kind != "single"
        or date.latest is None
        or abs(date.year) > 9999
        or chance.random() > 0.1
    ):
        return None
    return dates.parse(dates.iso(date.latest + chance.randrange(2, 40)))


if __name__ == "__main__":
    write(timeline(int(sys.argv[1])), Path(sys.argv[2]), "index")
