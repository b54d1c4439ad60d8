"""sitemap.xml and robots.txt, for search engines (https://www.sitemaps.org/protocol.html).

Both need whole addresses: without `url` in timeline.md neither is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement

from timeline import dates
from timeline.dates import Day
from timeline.exports import channels
from timeline.exports.addresses import public
from timeline.exports.atom import document
from timeline.exports.feeds import CORRECTIONS
from timeline.exports.revisions import newest, updated
from timeline.model.model import Timeline
from timeline.records import About

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
    days = lastmod(timeline)
    entries = [_entry("url", about, page, days.get(page)) for page in pages(timeline, addresses)]
    files = _files(entries, about)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {public(about, ADDRESS)}\n"
    return {**files, "robots.txt": robots.encode()}


def pages(timeline: Timeline, addresses: Iterable[str]) -> list[str]:
    """The pages among the addresses that a search engine should know, in order of address."""
    moved = {f"events/{alias}.html" for event in timeline.by_id.values() for alias in event.aliases}
    hidden = UNLISTED | moved
    return sorted(a for a in addresses if a.endswith(".html") and a not in hidden)


def lastmod(timeline: Timeline) -> dict[str, Day]:
    """Page → when what it tells was updated, as far as the content says."""
    about = timeline.about
    parts = (*channels.tracks(timeline), *channels.actors(timeline), *channels.sources(timeline))
    told: dict[str, Day] = {
        event.address: updated(event, about) for event in timeline.by_id.values()
    }
    for channel in (channels.whole(timeline), *parts):
        told[channel.page] = newest((*channel.events, *channel.withdrawn), timeline)
    for period, events in timeline.by_period.items():
        told[period.address] = newest(events, timeline)
    if timeline.corrections:
        told[CORRECTIONS] = max(correction.date.anchor for correction, _ in timeline.corrections)
    return {page: day for page, day in told.items() if day >= _WEB}


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


def _entry(kind: str, about: About, address: str, day: Day | None) -> Element:
    entry = Element(kind)
    SubElement(entry, "loc").text = public(about, address)
    if day is not None:
        SubElement(entry, "lastmod").text = dates.iso(day)
    return entry
