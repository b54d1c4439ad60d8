"""Calendars (RFC 5545): the whole timeline, each track, each actor.

    events.ics   tracks/<id>.ics   actors/<id>.ics

Every event is a span of whole days. What is vague says so in its title and its description: a
calendar has no other way to show it. Years outside 1 to 9999 have no place in the format; events
of such years are left out and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from timeline import dates
from timeline.dates import Date, Day, Moment
from timeline.exports import account, channels
from timeline.exports.addresses import identity, identity_of, public
from timeline.exports.channels import Channel
from timeline.exports.events_json import Html
from timeline.exports.revisions import FIRST, LAST, horizon, newest, timestamp, updated
from timeline.model.model import Timeline
from timeline.records import About, Event

PRODUCT = "-//Backchannel//Timeline//EN"
TYPE = "text/calendar"
WHOLE = "events"

#: The most octets on a line, its end not counted (RFC 5545, 3.1).
_WIDTH = 75

_UNENDED = "It had not ended on {day}, how far this timeline reaches; the entry ends there."
_UNENDED_ANYWHERE = "Its end is not known; the entry covers its beginning only."
_UNBEGUN = "Its beginning is not known; the entry covers its end only."
_BOUND = "Only this bound of the date is known; the entry covers that day alone."
_ONCE = "It happened once, on a day that is not known; the entry covers every day that is possible."
_ROUGHLY = "The date is not exact; the entry covers the days that the date as written can mean."


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a calendar entry, both included, and a sentence where they are not exact."""

    first: Day
    last: Day
    caution: str = ""


def render(timeline: Timeline, html: Html) -> dict[str, bytes]:
    """Each calendar as a file, by address; one without an entry is left out."""
    entries = {
        event.id: _written(_event(event, span(event.date, timeline.about), timeline, html))
        for event in timeline.events
        if has_place(event, timeline.about)
    }
    parts = chain(channels.tracks(timeline), channels.actors(timeline))
    return {
        channel.file("ics", WHOLE): _calendar(channel, timeline, entries)
        for channel in (channels.whole(timeline), *parts)
        if has_calendar(channel, timeline.about)
    }


def has_calendar(channel: Channel, about: About) -> bool:
    """Whether a channel has a calendar: one without an entry would not be valid."""
    return any(has_place(event, about) for event in channel.events)


def has_place(event: Event, about: About) -> bool:
    """Whether the years fit; an entry ends, on paper, on the day after its last."""
    days = span(event.date, about)
    return days.first >= FIRST and days.last < LAST


def span(date: Date, about: About) -> Span:
    """The days that a date takes up in a calendar; what has not ended ends where the timeline does.

    Of an end that nobody knows there is nothing to draw: then the other end stands alone.
    """
    if date.earliest is not None and date.latest is not None:
        caution = _ONCE if date.kind == "one-of" else "" if is_exact(date) else _ROUGHLY
        return Span(date.earliest, date.latest, caution)
    if date.kind == "one-of":
        return Span(date.anchor, date.anchor, _BOUND)
    if date.end:
        return Span(date.end.anchor, date.anchor, _UNBEGUN)
    reach = horizon(about)
    if date.is_open_end and about.as_of and reach is not None and reach > date.anchor:
        return Span(date.anchor, reach, _UNENDED.format(day=about.as_of.words))
    begun = date.start.latest if date.start else None
    return Span(date.anchor, date.anchor if begun is None else begun, _UNENDED_ANYWHERE)


def is_exact(date: Date) -> bool:
    """Whether every day is given, and none is doubtful."""
    ends = (date.start, date.end) if date.kind == "interval" else (date,)
    is_by_day = all(end and end.precision in ("day", "time") for end in ends)
    return is_by_day and date.kind != "one-of" and not (date.approximate or date.uncertain)


def _calendar(channel: Channel, timeline: Timeline, entries: Mapping[str, bytes]) -> bytes:
    about = timeline.about
    own = [entries[event.id] for event in channel.events if event.id in entries]
    left_out = len(channel.events) - len(own)
    caution = f"Left out, because calendars have no such years: {left_out}." if left_out else ""
    name, words = channel.title, "\n".join(filter(None, [channel.subtitle, caution]))
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        f"UID:{identity(about, channel.file('ics', WHOLE))}",
        f"LAST-MODIFIED:{_moment(newest(channel.events, timeline))}",
        # RFC 7986 names a calendar with NAME; most programs still look for the older X-WR-….
        *_texts({"NAME": name, "X-WR-CALNAME": name, "DESCRIPTION": words, "X-WR-CALDESC": words}),
        *([f"X-BACKCHANNEL-LEFT-OUT:{left_out}"] if left_out else []),
        *_address(about, channel.page),
    ]
    return _written(head) + b"".join(own) + _written(["END:VCALENDAR"])


def _event(event: Event, days: Span, timeline: Timeline, html: Html) -> Iterator[str]:
    about = timeline.about
    doubts = [account.certainty(event), "" if not days.caution else event.when]
    doubt = "; ".join(filter(None, doubts))
    told = account.lines(event, timeline, html(event))
    moment = _moment(updated(event, timeline))
    yield "BEGIN:VEVENT"
    yield f"UID:{identity_of(event, about)}"
    yield f"DTSTAMP:{moment}"
    yield f"LAST-MODIFIED:{moment}"
    yield f"SEQUENCE:{len(event.corrections)}"
    yield f"DTSTART;VALUE=DATE:{_day(days.first)}"
    yield f"DTEND;VALUE=DATE:{_day(days.last + 1)}"
    yield f"STATUS:{'CONFIRMED' if event.certainty == 'reported' else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield f"CATEGORIES:{','.join(_escaped(timeline.tracks[id].title) for id in event.tracks)}"
    yield from _texts(
        {
            "SUMMARY": f"{event.title} ({doubt})" if doubt else event.title,
            "LOCATION": event.place,
            "DESCRIPTION": "\n".join(filter(None, [told[0], days.caution, *told[1:]])),
        }
    )
    yield from _address(about, event.address)
    yield "END:VEVENT"


def _texts(properties: dict[str, str]) -> Iterable[str]:
    return (f"{name}:{_escaped(text)}" for name, text in properties.items() if text)


def _address(about: About, address: str) -> list[str]:
    whole = public(about, address)
    return [f"URL:{whole}"] if whole else []


def _escaped(text: str) -> str:
    """Text as a value (RFC 5545, 3.3.11); control characters have no place in one."""
    for plain, escaped in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, escaped)
    return "".join(c for c in text if c >= " " and c != "\x7f")


def _written(lines: Iterable[str]) -> bytes:
    return b"".join(_folded(line.encode()) for line in lines)


def _folded(line: bytes) -> bytes:
    """A line broken where it is too long, never inside a character (RFC 5545, 3.1)."""
    parts, start, width = [], 0, _WIDTH
    while len(line) - start > width:
        end = start + width
        while line[end] & 0b1100_0000 == 0b1000_0000:  # inside a character of UTF-8
            end -= 1
        parts.append(line[start:end])
        start, width = end, _WIDTH - 1  # a continued line begins with a blank
    return b"\r\n ".join([*parts, line[start:]]) + b"\r\n"


def _day(day: Day) -> str:
    return dates.iso(day).replace("-", "")


def _moment(moment: Moment) -> str:
    return timestamp(moment).replace("-", "").replace(":", "")
