"""Atom feeds (RFC 4287).

Where timeline.md gives no `url`, links are relative to the feed's own address, as RFC 3986 section
5.1 has it for a document without xml:base.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from timeline.dates import Moment
from timeline.exports.addresses import HOME, link, linked, public
from timeline.exports.feeds import Entry, Feed
from timeline.exports.revisions import timestamp
from timeline.records import About

NAMESPACE = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"

#: Characters that XML 1.0 cannot hold (section 2.2), not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def render(feeds: Iterable[Feed], about: About) -> dict[str, bytes]:
    """Each feed as a file, by address."""
    return {f"{feed.stem}.xml": document(_feed(feed, about)) for feed in feeds}


def document(root: Element) -> bytes:
    """An XML file, with its declaration."""
    indent(root, " ")
    written: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _feed(feed: Feed, about: About) -> Element:
    here = f"{feed.stem}.xml"
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": about.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    if feed.subtitle:
        _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", timestamp(feed.updated))
    SubElement(root, "link", rel="self", type=TYPE, href=link(about, here, here))
    SubElement(root, "link", rel="alternate", type="text/html", href=link(about, feed.page, here))
    author = SubElement(root, "author")
    _text(author, "name", about.title)
    if home := public(about, HOME):
        _text(author, "uri", home)
    if about.licence:
        _text(root, "rights", about.licence)
    root.extend(_entry(entry, about, here) for entry in feed.entries)
    return root


def _entry(entry: Entry, about: About, here: str) -> Element:
    root = Element("entry")
    _text(root, "id", entry.id)
    _text(root, "title", entry.title)
    _text(root, "published", timestamp(Moment(entry.published)))
    _text(root, "updated", timestamp(entry.updated))
    SubElement(root, "link", rel="alternate", type="text/html", href=link(about, entry.page, here))
    for track in entry.tracks:
        SubElement(root, "category", term=track.id, label=_clean(track.title))
    content = _text(root, "content", linked(entry.html, about, entry.page, here))
    content.set("type", "html")
    return root


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)
