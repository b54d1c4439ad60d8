"""Following every address of a built site, as browsers, feed readers and search engines would.

    crawl("http://127.0.0.1:8000/some/repo/")      crawl("file:///…/site/")

Every file that is led to is fetched, and read for more: pages, style sheets, modules, feeds,
calendars, data. Other hosts are never asked for anything.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal
from urllib.error import URLError
from urllib.parse import unquote, urldefrag, urljoin, urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: What a browser loads by itself, what a visitor follows, what only machines read.
Use = Literal["loaded", "followed", "read"]

#: Attributes that hold an address; those of `a` and `link` are told apart below.
ATTRIBUTES: dict[str, Use] = {
    "src": "loaded", "srcset": "loaded", "poster": "loaded", "data": "loaded", "action": "followed",
    "href": "followed", "xlink:href": "loaded",
}  # fmt: skip
LOADED_RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}

#: Members of JSON that hold addresses, and those that hold HTML.
ADDRESSES = {
    "url", "@id", "item", "contentUrl", "image", "home_page_url", "feed_url", "thumbnail_url",
    "provider_url",
}  # fmt: skip
MARKUP = {"html", "content_html", "text"}

_IN_STYLE = re.compile(r"""(?:url\(\s*|@import\s+)["']?([^"')\s]+)""")
#: What is imported, and other modules that are named: they are imported when they are needed.
_IN_SCRIPT = re.compile(
    r"""\b(?:from\s+|import\s*\(?\s*)["']([^"']+)["']|["'](\.{0,2}/[^"'\s]+\.js)["']"""
)


@dataclass(frozen=True)
class Link:
    """An address as it is written in a file, and what it is there for."""

    file: str
    written: str
    use: Use

    @property
    def target(self) -> str:
        """The whole address that it leads to, without query and fragment."""
        return urldefrag(urljoin(self.file, self.written)).url.partition("?")[0]

    @property
    def place(self) -> str:
        """The place on the page that it leads to, or ""."""
        return unquote(urlsplit(self.written).fragment) if self.use == "followed" else ""


@dataclass(frozen=True)
class Crawl:
    """What was found from a root on: files by their path below it, and every link."""

    root: str
    files: dict[str, bytes]
    links: list[Link]

    def path(self, address: str) -> str:
        """A whole address of this site as the path of a file."""
        return unquote(address.removeprefix(self.root)) or "index.html"

    def is_here(self, link: Link) -> bool:
        """Whether a link leads to this site, as far as its words say."""
        parts = urlsplit(link.written)
        return link.target.startswith(self.root) or not (parts.scheme or parts.netloc)

    def faults(self) -> list[str]:
        """Every link that is wrong, as `file: address: why`."""
        return sorted(
            f"{self.path(link.file)}: {link.written}: {why}"
            for link in self.links
            if (why := self._fault(link))
        )

    def _fault(self, link: Link) -> str:
        parts = urlsplit(link.written)
        if not self.is_here(link):
            return "is loaded from another host" if link.use == "loaded" else ""
        if not parts.scheme and link.written.startswith("/"):
            return "is an absolute path"
        if not link.target.startswith(self.root):
            return "leaves the site"
        page = self.files.get(self.path(link.target))
        if page is None:
            return "is not there"
        if link.place and link.place not in ids(page):
            return "names no place there"
        return ""

    def visited(self) -> set[str]:
        """The pages that a visitor reaches from the home page by links."""
        leads: dict[str, set[str]] = {}
        for link in self.links:
            if link.use == "followed" and self.is_here(link) and link.target.endswith(".html"):
                leads.setdefault(self.path(link.file), set()).add(self.path(link.target))
        seen, waiting = {"index.html"}, ["index.html"]
        while waiting:
            for target in leads.get(waiting.pop(), set()) - seen:
                seen.add(target)
                waiting.append(target)
        return seen


def crawl(root: str, *starts: str) -> Crawl:
    """Everything that is reached from the home page at `root`, and from other files there."""
    files: dict[str, bytes] = {}
    found = Crawl(root, files, [])
    waiting = [f"{root}{start}" for start in ("index.html", *starts)]
    asked = set(waiting)
    while waiting:
        address = waiting.pop()
        try:
            with urlopen(address) as answer:
                data: bytes = answer.read()
        except URLError:
            continue
        files[found.path(address)] = data
        for link in links(address, found.path(address), data):
            found.links.append(link)
            if found.is_here(link) and link.target.startswith(root) and link.target not in asked:
                asked.add(link.target)
                waiting.append(link.target)
    return found


@cache
def ids(page: bytes) -> frozenset[str]:
    """The places of a page that a fragment may name."""
    names = [node.attributes["id"] or "" for node in LexborHTMLParser(page).css("[id]")]
    assert len(names) == len(set(names)), "a page uses an id twice"
    return frozenset(names)


def links(address: str, path: str, data: bytes) -> Iterator[Link]:
    """Every address in a file, by the file's kind."""
    read = KINDS.get(path.rpartition(".")[2])
    if read:
        for written, use in read(data.decode("utf-8-sig")):
            if written and not written.startswith(("data:", "mailto:", "urn:", "tel:")):
                yield Link(address, written, use)


def _page(text: str) -> Iterator[tuple[str, Use]]:
    parsed = LexborHTMLParser(text)
    assert not parsed.css("base[href]"), "a page has another base than its own address"
    for node in parsed.css("*"):
        for name, value in node.attributes.items():
            yield from _attribute(node, name, value or "")
    for node in parsed.css("style"):
        yield from _style(node.text())
    for node in parsed.css('script[type="application/ld+json"]'):
        yield from _json(node.text())


def _attribute(node: LexborNode, name: str, value: str) -> Iterator[tuple[str, Use]]:
    own = node.attributes
    if name == "style":
        yield from _style(value)
    elif node.tag == "meta" and name == "content":
        if (own.get("http-equiv") or "").casefold() == "refresh":
            yield value.partition("url=")[2], "followed"
        if own.get("property") in ("og:image", "og:url"):
            yield value, "read"
    elif name == "srcset":
        yield from ((part.split()[0], "loaded") for part in value.split(",") if part.strip())
    elif node.tag == "link" and name == "href":
        relations = set((own.get("rel") or "").split())
        yield value, "loaded" if relations & LOADED_RELATIONS else "read"
    elif name in ATTRIBUTES:
        is_drawn = name == "href" and node.tag in ("use", "image")
        yield value, "loaded" if is_drawn else ATTRIBUTES[name]


def _style(text: str) -> Iterator[tuple[str, Use]]:
    yield from ((found[1], "loaded") for found in _IN_STYLE.finditer(text))


def _script(text: str) -> Iterator[tuple[str, Use]]:
    yield from ((found[1] or found[2], "loaded") for found in _IN_SCRIPT.finditer(text))


def _xml(text: str) -> Iterator[tuple[str, Use]]:
    for node in ElementTree.fromstring(text.encode()).iter():
        name = node.tag.rpartition("}")[2]
        if "href" in node.attrib:
            yield node.attrib["href"], "read"
        if name in ("loc", "uri"):
            yield node.text or "", "read"
        if name == "content" and node.get("type") == "html":
            yield from _markup(node.text or "")


def _json(text: str) -> Iterator[tuple[str, Use]]:
    yield from _members(json.loads(text))


def _members(value: Any) -> Iterator[tuple[str, Use]]:
    if isinstance(value, dict):
        for name, member in value.items():
            if isinstance(member, str):
                if name in ADDRESSES:
                    yield member, "read"
                elif name in MARKUP:
                    yield from _markup(member)
            else:
                yield from _members(member)
    elif isinstance(value, list):
        for member in value:
            yield from _members(member)


def _markup(text: str) -> Iterator[tuple[str, Use]]:
    """The addresses in HTML that stands in a file of another kind."""
    yield from ((written, "read") for written, _ in _page(text))


def _calendar(text: str) -> Iterator[tuple[str, Use]]:
    lines = text.replace("\r\n ", "").splitlines()
    yield from ((line[4:], "read") for line in lines if line.startswith("URL:"))


def _table(text: str) -> Iterator[tuple[str, Use]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    yield from ((row["url"], "read") for row in rows)


def _robots(text: str) -> Iterator[tuple[str, Use]]:
    lines = text.splitlines()
    yield from ((line[9:], "read") for line in lines if line.startswith("Sitemap: "))


KINDS: dict[str, Callable[[str], Iterator[tuple[str, Use]]]] = {
    "html": _page, "css": _style, "js": _script, "xml": _xml, "svg": _page, "json": _json,
    "ics": _calendar, "csv": _table, "txt": _robots,
}  # fmt: skip
