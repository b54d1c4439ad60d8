"""Pictures to share: which pages have one of their own, and at which address; nothing is drawn.

    index.html            share/index.png, for every other page too
    tracks/<id>.html      share/tracks/<id>.png
    actors/<id>.html      share/actors/<id>.png      who takes part in several events
    events/<id>.html      share/events/<id>.png      all, or of too many the key ones

Who unfurls a link asks for a whole address: a site without `url` has no pictures.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from timeline.exports.addresses import HOME
from timeline.model.findings.acting import parts
from timeline.model.model import Timeline
from timeline.records import Event

#: Pixels: what every network shows whole (1.91 to 1).
WIDTH, HEIGHT = 1200, 630

#: So many events, and so many actors, have pictures of their own: each weighs about 50 kB, and
#: takes a tenth of a second to draw.
LIMIT = 500
#: Of fewer events an actor's picture would show next to nothing.
_FEW = 3


def of(timeline: Timeline) -> Mapping[str, str]:
    """Page → its own picture; empty where the timeline does not know its public address."""
    if not timeline.about.url:
        return {}
    pages = [
        *(track.address for track in timeline.tracks.values()),
        *_actors(timeline),
        *(event.address for event in _events(timeline)),
    ]
    return {page: _picture(page) for page in (HOME, *pages)}


def address(page: str, own: Mapping[str, str]) -> str:
    """The picture of a page: its own or the home page's, "" where there are none; see `of`."""
    return own.get(page) or own.get(HOME, "")


def _picture(page: str) -> str:
    return f"share/{page.removesuffix('.html')}.png"


def _actors(timeline: Timeline) -> Iterable[str]:
    """Those who take part in several events; of too many those of most."""
    found = parts(timeline)
    often = [actor for actor in timeline.actors.values() if len(found.get(actor.id, ())) >= _FEW]
    often.sort(key=lambda actor: (-len(found[actor.id]), actor.id))
    return (actor.address for actor in often[:LIMIT])


def _events(timeline: Timeline) -> Iterable[Event]:
    if len(timeline.events) <= LIMIT:
        return timeline.events
    return [event for event in timeline.events if event.key][-LIMIT:]
