"""timelinejs.json: the events for Knight Lab's TimelineJS 3.

https://timeline.knightlab.com/docs/json-format.html. A slide has one mark or bar and no way to
show doubt, so that every slide carries the date in words. Years are astronomical, as JavaScript's
are. Links are relative to the file unless timeline.md gives `url`.
"""

from __future__ import annotations

import json
from typing import Any

from markupsafe import escape

from timeline import dates
from timeline.dates import Date, Day
from timeline.exports import account
from timeline.exports.addresses import link, linked
from timeline.exports.events_json import Html
from timeline.exports.revisions import horizon
from timeline.model.model import Timeline
from timeline.records import About, Event

ADDRESS = "timelinejs.json"

#: Years that JavaScript's dates reach; beyond them TimelineJS knows years only.
YEARS = range(-271_820, 275_760)

#: The finest part that is said → how many of year, month and day are.
_PARTS = {"time": 3, "day": 3, "month": 2}


def render(timeline: Timeline, html: Html) -> bytes:
    """The file's bytes."""
    about = timeline.about
    slides = [_slide(event, timeline, html) for event in timeline.events]
    told = {
        "scale": "human" if all(map(_is_human, slides)) else "cosmological",
        "title": {
            "unique_id": "title_",  # an underscore: no event has it
            "text": {"headline": escape(about.title), "text": escape(about.tagline)},
        },
        "events": slides,
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _slide(event: Event, timeline: Timeline, html: Html) -> dict[str, Any]:
    about = timeline.about
    text = linked(account.html(event, timeline, html(event)), about, event.address, ADDRESS)
    slide = {
        "unique_id": event.id,
        **_dates(event.date, about),
        "display_date": event.when,
        "group": timeline.tracks[event.tracks[0]].title,
        "text": {"headline": escape(event.title), "text": text},
        "autolink": False,
    }
    if event.image:
        slide["media"] = {
            "url": link(about, f"media/{event.image.file}", ADDRESS),
            "alt": event.image.alt,
            "caption": escape(event.image.caption),
            "credit": escape(event.image.credit),
        }
    return slide


def _dates(date: Date, about: About) -> dict[str, Any]:
    """One date where it is a day, month or year; otherwise its first and last possible day."""
    if date.kind == "single" and date.precision in ("year", *_PARTS):
        return {"start_date": _date(date.anchor, _PARTS.get(date.precision, 1))}
    first = date.anchor
    last = horizon(about) if date.latest is None else date.latest
    if last is None or last <= first:
        return {"start_date": _date(first)}
    return {"start_date": _date(first), "end_date": _date(last)}


def _date(day: Day, parts: int = 3) -> dict[str, int]:
    return dict(zip(("year", "month", "day")[:parts], dates.ymd(day), strict=False))


def _is_human(slide: dict[str, Any]) -> bool:
    ends = (slide["start_date"], slide.get("end_date", slide["start_date"]))
    return all(end["year"] in YEARS for end in ends)
