"""A source file from a web address, with no more in it than the address tells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from timeline.load.documents import Content
from timeline.load.nodes import Scalar

NOTE = "The title is guessed from the address; write the real one, the author and the date."

_LONGEST_TITLE = 120


def answers(address: str, today: str) -> Mapping[str, str]:
    """The fields of a source that was read at a web address `today` (YYYY-MM-DD)."""
    return {
        "title": title(address),
        "publisher": host(address),
        "url": address,
        "accessed": today,
    }


def title(address: str) -> str:
    """The words of the address's last part that has some, else its host.

    `https://example.org/2022/council-saves-ferry.html` → `Council saves ferry`
    """
    path = unquote(urlsplit(address).path, errors="replace")
    for part in reversed(path.split("/")):
        stem = re.sub(r"\.[A-Za-z]{2,5}$", "", part)
        words = [word for word in re.split(r"[\W_]+", stem) if _is_word(word)]
        if len(words) > 1:
            text = " ".join(words)[:_LONGEST_TITLE]
            return text[0].upper() + text[1:]
    return host(address)


def host(address: str) -> str:
    """The publisher as far as an address tells."""
    return (urlsplit(address).hostname or address).removeprefix("www.")


def known(address: str, content: Content) -> str:
    """The id of the source that has this address already, or ""."""
    for document in content.documents:
        if document.kind == "source" and document.front:
            for name in ("url", "archive"):
                node = document.front.get(name)
                if isinstance(node, Scalar) and _same(node.text, address):
                    return document.id
    return ""


def _same(first: str, second: str) -> bool:
    return first.strip().rstrip("/") == second.strip().rstrip("/")


def _is_word(text: str) -> bool:
    """Words, and small numbers; not the digits of dates and of article numbers."""
    return bool(text) and (text.isalpha() or (text.isdigit() and len(text) < 4))
