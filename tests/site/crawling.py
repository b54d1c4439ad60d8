"""Following every link of a built site, as a visitor's browser and a search engine would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

#: Attributes that hold an address, by tag.
LINKS = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"))


@dataclass(frozen=True)
class Link:
    """An address on a page, as it is written there."""

    page: str
    address: str

    @property
    def is_inside(self) -> bool:
        """Whether it leads to this site."""
        parts = urlsplit(self.address)
        return not parts.scheme and not parts.netloc

    @property
    def target(self) -> str:
        """The file it leads to, relative to the site's root."""
        path = unquote(urlsplit(self.address).path)
        folder = self.page.rpartition("/")[0]
        return normpath(f"{folder}/{path}".lstrip("/")) if path else self.page

    @property
    def fragment(self) -> str:
        """The place on that page, or ""."""
        return unquote(urlsplit(self.address).fragment)


def links(site: Path) -> Iterator[Link]:
    """Every link of every page, and of every style sheet."""
    for page in sorted(site.rglob("*.html")):
        parsed = LexborHTMLParser(page.read_text("utf-8"))
        for tag, attribute in LINKS:
            for node in parsed.css(f"{tag}[{attribute}]"):
                address = node.attributes[attribute] or ""
                yield Link(page.relative_to(site).as_posix(), address)


def ids(site: Path) -> dict[str, set[str]]:
    """Page → the ids that a fragment may name."""
    found: dict[str, set[str]] = {}
    for page in site.rglob("*.html"):
        parsed = LexborHTMLParser(page.read_text("utf-8"))
        names = [node.attributes["id"] or "" for node in parsed.css("[id]")]
        address = page.relative_to(site).as_posix()
        assert len(names) == len(set(names)), f"{address} uses an id twice"
        found[address] = set(names)
    return found


def broken(site: Path) -> list[str]:
    """Every link inside the site that leads nowhere, as `page: address`."""
    places = ids(site)
    return [
        f"{link.page}: {link.address}"
        for link in links(site)
        if link.is_inside
        and (
            not (site / link.target).is_file()
            or link.address.startswith("/")
            or (link.fragment and link.fragment not in places.get(link.target, set()))
        )
    ]


def reachable(site: Path, start: str = "index.html") -> set[str]:
    """The pages that a visitor reaches from one page by links."""
    leads: dict[str, set[str]] = {}
    for link in links(site):
        if link.is_inside and link.target.endswith(".html"):
            leads.setdefault(link.page, set()).add(link.target)
    seen, waiting = {start}, [start]
    while waiting:
        for target in leads.get(waiting.pop(), set()) - seen:
            seen.add(target)
            waiting.append(target)
    return seen
