"""Reading a built site as a person does: by the words of its links, never by addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

from selectolax.lexbor import LexborHTMLParser, LexborNode

#: Where a reader's eye pauses, though the markup has no blank there.
_PAUSES = re.compile(r"</(?:dt|dd|th|td|h[1-6]|p|li|caption|small|span|title|text)>")


@dataclass(frozen=True)
class Opened:
    """A page of a site that lies open before the reader."""

    site: Path
    address: str = "index.html"

    @property
    def _page(self) -> LexborHTMLParser:
        text = (self.site / self.address).read_text("utf-8")
        return LexborHTMLParser(_PAUSES.sub(r" \g<0>", text))

    def follow(self, words: str) -> Opened:
        """The page to which the link with these words leads, other than this one."""
        links = [
            link.attributes["href"] for link in self._page.css("a[href]") if _words(link) == words
        ]
        pages = [address for link in links if link and (address := link.partition("#")[0])]
        assert pages, f'{self.address} has no link "{words}" to another page'
        to = pages[0]
        return Opened(self.site, normpath(f"{self.address.rpartition('/')[0]}/{to}".lstrip("/")))

    def read(self, selector: str) -> str:
        """The words of everything that matches, blanks folded."""
        return " ".join(_words(node) for node in self._page.css(selector))

    def rows(self, selector: str) -> dict[str, list[str]]:
        """A table's rows: the words of the head cell → the words of the others."""
        return {
            _words(row.css_first("th")): [_words(cell) for cell in row.css("td")]  # type: ignore[arg-type]
            for row in self._page.css(f"{selector} tbody tr")
        }

    def count(self, selector: str) -> int:
        """How many elements match."""
        return len(self._page.css(selector))


def hollow(site: Path) -> list[str]:
    """Every section, list, table body or heading that stands over nothing, as `page: words`."""
    return [
        f"{path.relative_to(site)}: {complaint}"
        for path in sorted(site.rglob("*.html"))
        for complaint in _hollow(LexborHTMLParser(path.read_text("utf-8")))
    ]


def _hollow(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css("h1, h2, h3, h4, h5, h6, ul, ol, dl, tbody, section, nav, figure"):
        if not _words(node):
            yield f"empty <{node.tag}>"
    for section in page.css("section, nav"):
        names = [_words(head) for head in section.css("h1, h2, h3, h4, h5, h6")]
        if names and _words(section) == " ".join(names):
            yield f"nothing under “{names[0]}”"


def _words(node: LexborNode) -> str:
    return " ".join(node.text().split())
