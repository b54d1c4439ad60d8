"""The list of actors, and a page for each: offices, positions, company, its events, its claims."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from timeline.check.fields import ACTORS as KINDS
from timeline.model.findings.acting import Agent
from timeline.model.findings.company import Companion, company
from timeline.model.findings.meetings import ways
from timeline.model.findings.participation import shares
from timeline.model.model import by_name
from timeline.records import Actor, Office
from timeline.render.drawings import network
from timeline.render.entries import Entry
from timeline.render.pages.matrix import matrix
from timeline.render.pages.page import Crumb, Page, summary
from timeline.render.pages.positions import standpoints
from timeline.render.pages.site import ACTORS, Site
from timeline.render.pages.told import said


@dataclass(frozen=True, slots=True)
class Post:
    """An office and the actor whose office it is."""

    office: Office
    of: Actor


@dataclass(frozen=True, slots=True)
class PartTaken:
    """An event, the roles in which an actor took part, and who took part for it."""

    entry: Entry
    roles: tuple[str, ...]
    agents: tuple[Agent, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """With whom an actor appears in several events, and with whom in one."""

    often: list[Companion]
    once: list[Companion]

    @classmethod
    def of(cls, found: list[Companion]) -> Company:
        """A company in two parts."""
        often = [one for one in found if len(one.events) > 1]
        return cls(often, found[len(often) :])


def pages(site: Site) -> Iterator[Page]:
    """The index, then an actor's page after the other; nothing where nobody acts."""
    if not site.timeline.actors:
        return
    yield Page(
        ACTORS,
        "actors.html",
        title=site.words.nav.actors,
        description=site.words.say("actor.index_description", title=site.about.title).unescape(),
        section=ACTORS,
        values={
            "kinds": by_kind(site),
            "rows": matrix(site),
            "ways": (met := ways(site.meetings)),
            "drawing": network.draw(met, site.words.who.directly),
        },
    )
    for actor in site.timeline.actors.values():
        yield _page(actor, site)


def by_kind(site: Site) -> list[tuple[str, list[tuple[Actor, Markup]]]]:
    """Kind → its actors by name, each with how many events tell of it; as `fields` orders kinds."""
    found: dict[str, list[tuple[Actor, Markup]]] = {kind: [] for kind in KINDS}
    for actor in sorted(site.timeline.actors.values(), key=by_name):
        found.setdefault(actor.kind, []).append((actor, _counted(actor, site)))
    return [(kind, actors) for kind, actors in found.items() if actors]


def _counted(actor: Actor, site: Site) -> Markup:
    """As in "7 events"; for who has a part in none and makes claims, "speaks about 2 events"."""
    taken, said = site.parts.get(actor.id, ()), site.sayings.get(actor.id, ())
    if said and not taken:
        return site.words.count("actor.speaks", len(said))
    return site.words.count("home.count", len(taken))


def _page(actor: Actor, site: Site) -> Page:
    timeline = site.timeline
    parts = site.parts.get(actor.id, ())
    events = [part.event for part in parts]
    body = site.prose.html(actor.body.text, actor.id)
    sayings = site.sayings.get(actor.id, ())
    only_speaks = sayings and not parts
    told = site.words.count(
        "actor.speaker_description" if only_speaks else "actor.description",
        len(sayings if only_speaks else parts),
        name=actor.name,
        title=site.about.title,
    )
    return Page(
        actor.address,
        "actor.html",
        subject=actor,
        title=actor.name,
        description=summary(body) or told.unescape(),
        section=ACTORS,
        crumbs=(Crumb(site.words.nav.actors, ACTORS),),
        values={
            "actor": actor,
            "body": body,
            "posts": [Post(office, timeline.actors[office.of]) for office in actor.offices],
            "wholes": [timeline.actors[id] for id in actor.part_of],
            "members": timeline.members(actor),
            "shares": shares(parts, timeline),
            "standpoints": standpoints(actor, site),
            "company": Company.of(company(actor, parts, site.meetings, timeline)),
            "parts": [
                PartTaken(site.entries.of(part.event), part.roles, part.agents) for part in parts
            ],
            "said": [said(saying, site) for saying in sayings],
            "mentioned": site.mentioned(
                "actor", actor.id, *events, *(saying.event for saying in sayings)
            ),
            "drawing": site.drawing(events, least=3),
            "edit_url": site.edit_url(actor.file),
            "report_url": site.report_url(actor.name),
        },
    )
