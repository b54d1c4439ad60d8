"""Addresses and ids as the world outside knows them.

Inside the site every link is relative. A feed or a calendar is read elsewhere: there an address is
whole where timeline.md gives `url`, and otherwise relative to the file it stands in.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote
from uuid import NAMESPACE_URL, UUID, uuid5

from timeline.records import About, Event

HOME = "index.html"
ACTORS = "actors/index.html"
SOURCES = "sources/index.html"
CORRECTIONS = "corrections.html"
ABOUT = "about.html"

#: An opening tag whose attributes all stand in double quotes, as the sanitiser writes them.
_TAG = re.compile(r'<[a-z][a-z0-9]*(?:\s+[a-z-]+(?:="[^"]*")?)+\s*/?>')
_LINK = re.compile(r'( (?:href|src)=")(?!https?:|mailto:)([^"]*)')
_NOTE = re.compile(r'<sup id="fnref[^"]*">(.*?)</sup>')
_WAY_BACK = re.compile(r'(?:&nbsp;| )<a href="#fnref[^>]*>.*?</a>')
_ANY_TAG = re.compile(r"<[^>]*>")
_LINE_ENDS = re.compile(r"</(?:p|li|h[1-6]|tr|dt|dd|blockquote|pre|table)>|<br ?/?>")


def public(about: About, address: str) -> str:
    """The whole web address of a page or file of the site; "" where the site has no `url`."""
    if not about.url:
        return ""
    return about.url.rstrip("/") + "/" + ("" if address == HOME else quote(address, safe="/#"))


def link(about: About, address: str, seen_from: str) -> str:
    """A link to an address of the site out of the file `seen_from`."""
    return public(about, address) or "../" * seen_from.count("/") + quote(address, safe="/#")


def linked(html: str, about: About, page: str, seen_from: str) -> str:
    """HTML whose links are good in the file `seen_from`.

    What comes in has addresses that begin at the site's root, and fragments of the page that the
    HTML was written for.
    """

    def placed(found: re.Match[str]) -> str:
        address = unescape(found[2])
        return found[1] + link(about, page + address if address[:1] == "#" else address, seen_from)

    return _TAG.sub(lambda tag: _LINK.sub(placed, tag[0]), html)


def plain(html: str) -> str:
    """The text of HTML, a paragraph on each line; footnotes as "[1]"."""
    html = _NOTE.sub(r"[\1]", _WAY_BACK.sub("", " ".join(html.split())))
    lines = unescape(_ANY_TAG.sub("", _LINE_ENDS.sub("\n", html))).splitlines()
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def identity(about: About, *names: str) -> UUID:
    """The id under which feed readers and calendars remember a thing (RFC 9562, version 5).

    It follows from the timeline's title and the thing's own names, not from `url`: a timeline that
    moves to another address is still the same one.
    """
    return uuid5(NAMESPACE_URL, "/".join(["backchannel:", quote(about.title), *names]))


def identity_of(event: Event, about: About) -> UUID:
    """An event's id. The oldest of its names counts, so that a renamed event stays the same."""
    return identity(about, "events", event.aliases[0] if event.aliases else event.id)
