"""sitemap.xml and robots.txt, for search engines (https://www.sitemaps.org/protocol.html).

Both need whole addresses: without `url` in timeline.md neither is written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement

from timeline import dates
from timeline.dates import Moment
from timeline.exports import channels
from timeline.exports.addresses import ABOUT, ACTORS, CORRECTIONS, HOME, SOURCES, public
from timeline.exports.atom import document
from timeline.exports.iso8601 import iso_moment
from timeline.exports.revisions import last_change, newest, revisions, things, updated
from timeline.model.model import Timeline
from timeline.model.periods import is_within
from timeline.records import About, Track

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
ADDRESS = "sitemap.xml"

#: The protocol allows no more addresses in a file; with more, sitemap.xml lists the parts.
LIMIT = 50_000

#: Pages that lead nowhere, or stand inside others.
UNLISTED = {"404.html", "embed.html"}

#: No page is older than the web. What happened before says nothing of when its page was changed.
_WEB = dates.day_number(1991, 8, 6)


def render(timeline: Timeline, addresses: Iterable[str]) -> dict[str, bytes]:
    """The files by address; `addresses` are those of the site, of which the pages are listed."""
    about = timeline.about
    if not about.url:
        return {}
    changed = lastmod(timeline)
    entries = [_entry("url", about, page, changed.get(page)) for page in pages(timeline, addresses)]
    files = _files(entries, about)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {public(about, ADDRESS)}\n"
    return {**files, "robots.txt": robots.encode()}


def pages(timeline: Timeline, addresses: Iterable[str]) -> list[str]:
    """The pages among the addresses that a search engine should know, in order of address."""
    moved = {f"events/{alias}.html" for event in timeline.by_id.values() for alias in event.aliases}
    hidden = UNLISTED | moved
    return sorted(a for a in addresses if a.endswith(".html") and a not in hidden)


def lastmod(timeline: Timeline) -> dict[str, Moment]:
    """Page → when what it tells was changed, as far as the content and its history say."""
    every, changed = timeline.by_id.values(), timeline.changed
    told = {HOME: last_change(timeline), **dict(_of_things(timeline))}
    for event in every:
        told[event.address] = updated(event, timeline)
    for period, events in timeline.by_period.items():
        gone = [event for event in timeline.withdrawn if is_within(event.date, period)]
        told[period.address] = newest([*events, *gone], timeline)
    told[ACTORS] = newest(every, timeline, *(one.file for one in timeline.actors.values()))
    told[SOURCES] = newest(every, timeline, *(one.file for one in timeline.sources.values()))
    if timeline.about.file in changed:
        told[ABOUT] = changed[timeline.about.file]
    if revised := [moment for event in every for moment in revisions(event)]:
        told[CORRECTIONS] = max(revised)
    return {page: moment for page, moment in told.items() if moment.day >= _WEB}


def _of_things(timeline: Timeline) -> Iterator[tuple[str, Moment]]:
    """The pages of tracks, actors and sources: their own files, and what they list."""
    listed = {
        channel.page: (*channel.events, *channel.withdrawn) for channel in channels.parts(timeline)
    }
    for thing in things(timeline):
        files = [thing.file]
        if isinstance(thing, Track):
            files += [actor.file for actor, _ in timeline.positions(thing)]
        events = listed.get(thing.address, ())
        if events or any(file in timeline.changed for file in files):
            yield thing.address, newest(events, timeline, *files)


def _files(entries: list[Element], about: About) -> dict[str, bytes]:
    if len(entries) <= LIMIT:
        return {ADDRESS: _file("urlset", entries)}
    parts = [entries[at : at + LIMIT] for at in range(0, len(entries), LIMIT)]
    named = {f"sitemap-{number}.xml": part for number, part in enumerate(parts, 1)}
    index = [_entry("sitemap", about, name, None) for name in named]
    files = {name: _file("urlset", part) for name, part in named.items()}
    return {ADDRESS: _file("sitemapindex", index), **files}


def _file(kind: str, entries: list[Element]) -> bytes:
    root = Element(kind, xmlns=NAMESPACE)
    root.extend(entries)
    return document(root)


def _entry(kind: str, about: About, address: str, moment: Moment | None) -> Element:
    entry = Element(kind)
    SubElement(entry, "loc").text = public(about, address)
    if moment is not None:
        SubElement(entry, "lastmod").text = iso_moment(moment)
    return entry
