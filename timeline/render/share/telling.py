"""Telling: the sentences of the pictures: who says so, who somebody is, how far it reaches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from timeline.model.findings.acting import Part
from timeline.model.findings.participation import roles
from timeline.records import About, Actor
from timeline.render.entries import Entry, Standing
from timeline.render.words import Words

#: Certainties that rest on who says what; of the others only the sources count.
_BY_SOMEBODY = ("claimed", "disputed")


def who_says_so(entry: Entry, words: Words) -> str:
    """As in "Claimed by the council, denied by the mayor", or "Reported"."""
    certainty = entry.event.certainty
    name = words.name("certainty", certainty)
    if certainty not in _BY_SOMEBODY or not entry.claims:
        return name
    by_stance: dict[str, dict[str, None]] = {}
    for said in entry.claims:
        speakers = by_stance.setdefault(said.claim.stance, {})
        speakers.update(dict.fromkeys(actor.name for actor in said.speakers))
    # "Claimed: asserted by the mayor" would say the same twice.
    verb = {stance: words.name("said_by", stance) for stance in by_stance}
    if certainty == "claimed" and "asserts" in verb:
        verb["asserts"] = words.name("said_by", "claims")
    told = ", ".join(
        words.say("share.said", verb=verb[stance], names=_list(list(names), words)).unescape()
        for stance, names in by_stance.items()
    )
    if certainty == "claimed":
        return told[:1].upper() + told[1:]
    return words.say("share.told", certainty=name, claims=told).unescape()


def backing(entry: Entry, words: Words, settable: Callable[[str], str]) -> str:
    """As in "Reported · 2 sources, 1 independent"; without names that are not settable."""
    count = words.count("event.sources", len(entry.sources))
    if entry.independent < len(entry.sources):
        count = words.say("event.sources_partly", sources=count, n=entry.independent)
    says = who_says_so(entry, words)
    if not settable(says):
        says = words.name("certainty", entry.event.certainty)
    return words.say("share.backing", says=says, sources=count).unescape()


def state(standing: Standing, words: Words) -> str:
    """As in "Blocked, since July 2022"."""
    since = standing.said(words, standing.text)
    return words.say("share.state", state=standing.state.label, since=since).unescape()


def offices(actor: Actor, names: Iterable[str], words: Words) -> str:
    """As in "Chair, Council", of bodies by these `names`; without an office the kind."""
    held = [
        words.say("actor.office", office=office.title, of=of).unescape()
        for office, of in zip(actor.offices, names, strict=True)
    ]
    return "; ".join(held) or words.name("actor_kind", actor.kind)


def roles_taken(parts: Sequence[Part], words: Words) -> str:
    """As in "14 events: speaker 9, party 5"."""
    count = words.count("about.events", len(parts))
    told = ", ".join(f"{role} {n}" for role, n in roles(parts))
    return words.say("share.roles", events=count, roles=told).unescape() if told else str(count)


def as_of(about: About, words: Words) -> str:
    """As in "As of 15 December 2022", or nothing."""
    return words.say("page.as_of", day=about.as_of.words).unescape() if about.as_of else ""


def extent(events: int, tracks: int, words: Words) -> str:
    """As in "84 events on 9 tracks"."""
    told = words.count("about.events", events)
    if not tracks:
        return told.unescape()
    return words.say(
        "share.extent", events=told, tracks=words.count("about.tracks", tracks)
    ).unescape()


def _list(names: list[str], words: Words) -> str:
    """As in "Council, Mayor and Dockers"."""
    if len(names) == 1:
        return names[0]
    return words.say("share.and", names=", ".join(names[:-1]), last=names[-1]).unescape()
