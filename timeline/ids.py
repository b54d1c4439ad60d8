"""Ids: lower-case words of a-z and 0-9 joined by hyphens; a file's stem is the id of its thing."""

from __future__ import annotations

import re
import unicodedata

#: What an id looks like, also for the JSON Schema.
PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MAX_LENGTH = 80

_ID = re.compile(PATTERN)
_OTHER_LETTERS = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
})  # fmt: skip


def is_id(text: str) -> bool:
    """Whether a text can be an id."""
    return len(text) <= MAX_LENGTH and _ID.fullmatch(text) is not None


def slug(text: str) -> str:
    """The id nearest to a text: `Spoljarić Egger` → `spoljaric-egger`; "" when nothing is left."""
    return "-".join(re.findall(r"[a-z0-9]+", plain(text)))[:MAX_LENGTH].strip("-")


def plain(text: str) -> str:
    """A text without case and diacritics: `Łucja` → `lucja`; letters of other scripts stay."""
    letters = unicodedata.normalize("NFKD", text.casefold().translate(_OTHER_LETTERS))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
