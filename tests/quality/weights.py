"""What a first visit costs a reader: the files a page loads, and their weight when compressed."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser

from tests.serving import serving
from tests.visiting import visiting

BASE = "/some/repo/"

#: Ending → what a budget calls it.
KINDS = {".html": "HTML", ".css": "CSS", ".js": "JavaScript", ".woff2": "fonts"}


class Weight(NamedTuple):
    """Bytes over the wire by kind of file, as a host that compresses text sends them."""

    by_kind: Counter[str]
    requests: int

    @property
    def total(self) -> int:
        """All of it, in bytes."""
        return sum(self.by_kind.values())


def weigh(site: Path, address: str, browser: Browser) -> Weight:
    """Visit a page with an empty cache and weigh what it loads."""
    loaded: list[str] = []
    with serving(site, BASE) as root, visiting(browser) as page:
        page.on("requestfinished", lambda request: loaded.append(request.url))
        page.goto(root + address, wait_until="networkidle")
    by_kind: Counter[str] = Counter()
    for url in loaded:
        path = site / (unquote(urlsplit(url).path).removeprefix(BASE) or "index.html")
        by_kind[KINDS.get(path.suffix, "other")] += compressed(path)
    return Weight(by_kind, len(loaded))


def compressed(path: Path) -> int:
    """The bytes of a file as sent: text with gzip, the rest as it is."""
    data = path.read_bytes()
    return len(data) if path.suffix == ".woff2" else len(gzip.compress(data, 6, mtime=0))
