"""Pages for search engines: values of schema.org's vocabulary, as JSON-LD 1.1.

    home     Dataset, WebSite          actor    Person, Organization, Country, Place, Thing
    event    Event or Claim            source   Article, Report, Book, CreativeWork
    trail    BreadcrumbList

`graph` joins what a page has, `script` writes it for `<script type="application/ld+json">`. Ids
are relative to the page where timeline.md gives no `url`; `url` and the like are then left out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from markupsafe import Markup

from timeline.dates import Day
from timeline.exports import account
from timeline.exports.addresses import HOME, link, public
from timeline.exports.iso8601 import iso_date, iso_day, iso_moment
from timeline.exports.revisions import last_change, published, updated
from timeline.model.model import Timeline
from timeline.records import Actor, Citation, Claim, Event, Source

Json = dict[str, Any]

CONTEXT = "https://schema.org"

#: What stands on no firmer ground than somebody's word is a claim, whatever its date.
CLAIMS = ("claimed", "disputed", "rumoured")

_ACTORS = {
    "state": "Country",
    "organisation": "Organization",
    "company": "Organization",
    "group": "Organization",
    "person": "Person",
    "place": "Place",
}
_SOURCES = {"article": "Article", "report": "Report", "book": "Book"}

#: Files that hold the whole timeline → their media types.
_FILES = {"events.json": "application/json", "events.csv": "text/csv"}


def graph(*things: Json) -> Json:
    """Things as one document."""
    return {"@context": CONTEXT, "@graph": list(things)}


def script(value: Json) -> Markup:
    """The text of a data block; nothing in it can close the element (HTML, 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def home(timeline: Timeline) -> Json:
    """The timeline as a set of data, with the files that hold it."""
    about = timeline.about
    files = [
        {"@type": "DataDownload", "encodingFormat": type, "contentUrl": public(about, file)}
        for file, type in _FILES.items()
    ]
    return graph(
        _given(
            {
                "@type": "Dataset",
                "@id": _id(timeline, HOME, HOME, "timeline"),
                "name": about.title,
                "description": about.tagline or about.title,
                "url": public(about, HOME),
                "inLanguage": about.language,
                "license": about.licence and {"@type": "CreativeWork", "name": about.licence},
                "isAccessibleForFree": True,
                "keywords": [track.title for track in timeline.tracks.values()],
                "temporalCoverage": _coverage(timeline),
                "dateModified": iso_moment(last_change(timeline)),
                "distribution": files if about.url else "",
            }
        ),
        *([{"@type": "WebSite", "name": about.title, "url": about.url}] if about.url else []),
    )


def event(event: Event, timeline: Timeline, description: str = "") -> Json:
    """An event's page: what happened or is claimed, and who says what about it.

    An Event has a `startDate`, as search engines ask, so that what has no date in ISO 8601 and what
    is only said to have happened are told as the works they are: a Claim, a CreativeWork.
    """
    about, page = timeline.about, event.address
    main = _id(timeline, page, page, "event")
    started, ended = iso_date(event.date)
    kind = _kind(event, started)
    told: Json = {
        "@type": kind,
        "@id": main,
        "name": event.title,
        "description": description,
        "url": public(about, page),
        "image": public(about, f"media/{event.image.file}") if event.image else "",
        "keywords": [timeline.tracks[id].title for id in event.tracks],
        "about": [_actor(id, timeline, page) for id in _company(event)],
    }
    if kind == "Event":
        told |= {
            "startDate": started,
            "endDate": ended,
            "location": event.place and {"@type": "Place", "name": event.place},
            "superEvent": _wholes(event, timeline),
            "subjectOf": [_work(citation, timeline, page) for citation in event.sources],
        }
    else:
        told |= {
            "temporalCoverage": event.when,
            "isBasedOn": [_work(citation, timeline, page) for citation in event.sources],
            "datePublished": iso_day(published(event, timeline)),
            "dateModified": iso_moment(updated(event, timeline)),
            "correction": [correction.text for correction in event.corrections],
            "creativeWorkStatus": "Withdrawn" if event.withdrawn else "",
        }
    claims = () if event.withdrawn else event.claims
    return graph(_given(told), *(_claim(claim, main, event, timeline) for claim in claims))


def actor(actor: Actor, timeline: Timeline, description: str = "") -> Json:
    """An actor's page: who or what it is, and what it belongs to."""
    page = actor.address
    wholes = [_actor(id, timeline, page) for id in actor.part_of]
    kind = _ACTORS.get(actor.kind, "Thing")
    belonging = {"Person": "memberOf", "Organization": "parentOrganization"}.get(kind)
    return graph(
        _given(
            {
                **_actor(actor.id, timeline, page),
                "description": description,
                "url": public(timeline.about, page),
                "alternateName": list(actor.aliases),
                "jobTitle": [office.title for office in actor.offices] if kind == "Person" else "",
                **({belonging: wholes} if belonging else {}),
            }
        )
    )


def source(source: Source, timeline: Timeline) -> Json:
    """A source's page: the work it describes."""
    page = source.address
    dated, _ = iso_date(source.date) if source.date else ("", "")
    original = timeline.sources[source.same_as] if source.same_as else None
    return graph(
        _given(
            {
                "@type": _SOURCES.get(source.kind, "CreativeWork"),
                "@id": _id(timeline, page, page, "source"),
                "name": source.title,
                "headline": source.title,
                "author": list(source.author),
                "publisher": source.publisher
                and {"@type": "Organization", "name": source.publisher},
                "datePublished": dated,
                "inLanguage": source.language,
                "url": source.url,
                "archivedAt": source.archive,
                "isBasedOn": original
                and {
                    "@id": _id(timeline, original.address, page, "source"),
                    "name": original.title,
                },
            }
        )
    )


def trail(steps: Sequence[tuple[str, str]], timeline: Timeline) -> Json:
    """The way down to a page: (title, address) of each step, the page itself the last."""
    page = steps[-1][1]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": title,
                "item": link(timeline.about, address, page),
            }
            for position, (title, address) in enumerate(steps, 1)
        ],
    }


def _kind(event: Event, started: str) -> str:
    if event.withdrawn or not (started or event.certainty in CLAIMS):
        return "CreativeWork"
    return "Claim" if event.certainty in CLAIMS else "Event"


def _claim(claim: Claim, main: str, event: Event, timeline: Timeline) -> Json:
    said, _ = iso_date(claim.date) if claim.date else ("", "")
    return _given(
        {
            "@type": "Claim",
            "name": account.said(claim, timeline),
            "text": claim.text,
            "author": [_actor(id, timeline, event.address) for id in claim.by],
            "about": {"@id": main},
            "datePublished": said,
            "appearance": [_work(citation, timeline, event.address) for citation in claim.sources],
        }
    )


def _actor(id: str, timeline: Timeline, page: str) -> Json:
    actor = timeline.actors[id]
    return {
        "@type": _ACTORS.get(actor.kind, "Thing"),
        "@id": _id(timeline, actor.address, page, "actor"),
        "name": actor.name,
    }


def _work(citation: Citation, timeline: Timeline, page: str) -> Json:
    if citation.is_address:
        return {"@type": "CreativeWork", "name": citation.host, "url": citation.source}
    source = timeline.sources[citation.source]
    return {
        "@type": _SOURCES.get(source.kind, "CreativeWork"),
        "@id": _id(timeline, source.address, page, "source"),
        "name": source.title,
        "headline": source.title,
    }


def _wholes(event: Event, timeline: Timeline) -> list[Json]:
    """The events that this one is part of; those that are Events on their own pages."""
    wholes = [timeline.by_id.get(r.event) for r in event.relations if r.kind == "part-of"]
    return [
        {"@id": _id(timeline, whole.address, event.address, "event"), "name": whole.title}
        for whole in wholes
        if whole
    ]


def _company(event: Event) -> list[str]:
    """Who takes part, each once though they have several roles."""
    return list(dict.fromkeys(part.actor for part in event.actors))


def _coverage(timeline: Timeline) -> str:
    """First and last day, as "2021-08-02/2024-08-20"; ".." where an end is open, "" where one has
    no four-digit year.
    """
    dated = [event.date for event in timeline.events]
    first = _bound(min, [date.earliest for date in dated])
    last = _bound(max, [date.latest for date in dated])
    return f"{first}/{last}" if first and last and first != last else ""


def _bound(chosen: Callable[[Iterable[Day]], Day], days: list[Day | None]) -> str:
    known = [day for day in days if day is not None]
    return iso_day(chosen(known)) if days and len(known) == len(days) else ".."


def _id(timeline: Timeline, address: str, page: str, name: str) -> str:
    return f"{link(timeline.about, address, page)}#{name}"


def _given(members: Json) -> Json:
    """Without the members that say nothing."""
    return {name: value for name, value in members.items() if value not in ("", None, [])}
