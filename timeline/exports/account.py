"""An event told in one piece, for readers who see nothing else of the site.

As HTML for feeds and other timelines, as plain lines for calendars. The words here are English,
as those of dates are.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from timeline.exports.addresses import plain
from timeline.model.model import Timeline
from timeline.records import Citation, Claim, Event

_PARAGRAPH = Markup("<p>{}</p>\n")
_MARKED = Markup("<p><strong>{}</strong> {}</p>\n")
_QUOTED = Markup("<blockquote><p><strong>{}</strong> ({}): {}</p></blockquote>\n")
_LINKED = Markup('<a href="{}">{}</a>')


def html(event: Event, timeline: Timeline, body: str) -> str:
    """Everything about the event; links begin at the site's root, as those of `body` do.

    Of a withdrawn event only that it is withdrawn, and why.
    """
    if event.withdrawn:
        return _MARKED.format(f"Withdrawn, {event.withdrawn.date.words}:", event.withdrawn.reason)
    parts = [
        _PARAGRAPH.format(" · ".join(_facts(event))),
        *(_MARKED.format(f"Corrected, {c.date.words}:", c.text) for c in event.corrections),
        Markup(body),
        *(_quoted(claim, timeline) for claim in event.claims),
        *(_PARAGRAPH.format(line) for line in _company(event, timeline)),
        _PARAGRAPH.format(_sources(event, timeline)),
    ]
    return "".join(part.strip() + "\n" for part in parts if part.strip())


def lines(event: Event, timeline: Timeline, body: str) -> list[str]:
    """The same as plain lines; sources by name."""
    named = [_named(citation, timeline)[0] + _at(citation) for citation in event.sources]
    return [
        " · ".join(_facts(event)),
        *(f"Corrected, {c.date.words}: {c.text}" for c in event.corrections),
        *plain(body).splitlines(),
        *(said(claim, timeline) for claim in event.claims),
        *_company(event, timeline),
        f"Sources: {'; '.join(named)}",
    ]


def certainty(event: Event) -> str:
    """How sure it is, in a word; "" where a source tells it as a fact."""
    return "" if event.certainty == "reported" else event.certainty


def speakers(claim: Claim, timeline: Timeline) -> str:
    """Who makes a claim, by name."""
    return ", ".join(timeline.actors[id].name for id in claim.by)


def said(claim: Claim, timeline: Timeline) -> str:
    """Who says what: "The mayor (denies): No vote took place"."""
    return f"{speakers(claim, timeline)} ({claim.stance}): {claim.text}"


def roles(event: Event, timeline: Timeline) -> dict[str, list[str]]:
    """Role → the names of those who have it, in the order in which the event gives them."""
    found: dict[str, list[str]] = {}
    for part in event.actors:
        found.setdefault(part.role, []).append(timeline.actors[part.actor].name)
    return found


def _facts(event: Event) -> Iterator[str]:
    yield event.when
    if event.known:
        yield f"became public {event.known.words}"
    if event.place:
        yield event.place
    if certainty(event):
        yield certainty(event)


def _company(event: Event, timeline: Timeline) -> list[str]:
    return [
        f"{role[:1].upper()}{role[1:]}: {', '.join(names)}"
        for role, names in roles(event, timeline).items()
    ]


def _quoted(claim: Claim, timeline: Timeline) -> Markup:
    return _QUOTED.format(speakers(claim, timeline), claim.stance, claim.text)


def _sources(event: Event, timeline: Timeline) -> Markup:
    linked = [_linked(citation, timeline) for citation in event.sources]
    return Markup("Sources: ") + Markup("; ").join(linked)


def _linked(citation: Citation, timeline: Timeline) -> Markup:
    name, address = _named(citation, timeline)
    return _LINKED.format(address, name) + _at(citation)


def _named(citation: Citation, timeline: Timeline) -> tuple[str, str]:
    """What a citation is called, and the page on which it can be followed."""
    if citation.is_address:
        return citation.host, citation.source
    source = timeline.sources[citation.source]
    publisher = f" ({source.publisher})" if source.publisher else ""
    return source.title + publisher, source.address


def _at(citation: Citation) -> str:
    return f", {citation.at}" if citation.at else ""
