"""Shapes of one value: text, flags, numbers, dates, addresses, new ids."""

# What every shape can do is said once, in `base`.
# ruff: noqa: ARG002, D102

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from timeline import dates, ids
from timeline.check.reading import Reading
from timeline.check.shapes.base import Schema, scalar
from timeline.check.vocabulary import Vocabulary
from timeline.load.nodes import Node, Scalar
from timeline.problems import Place, quoted

_PLAIN_DATE = re.compile(r"-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?|Y-?[0-9]+")


@dataclass(frozen=True)
class Text:
    """Words for people, on one line unless `lines`; at most `most` characters."""

    words: str = "text"
    most: int = 300
    lines: bool = False

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is None:
            return None
        if len(text) > self.most:
            reading.tell(
                "too-long",
                node,
                f"{len(text)} characters stand here; at most {self.most} fit",
                "Shorten it, and put the rest into the text below the front matter",
            )
            return None
        return text if self.lines else " ".join(text.split())

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {
            "type": ["string", "number", "boolean"], "minLength": 1, "maxLength": self.most
        }  # fmt: skip


@dataclass(frozen=True)
class Pattern:
    """Text of a fixed form; `code` and `example` make the message when it has another."""

    pattern: str
    code: str
    words: str
    example: str

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is not None and not re.fullmatch(self.pattern, text):
            reading.tell(
                self.code, node, f"{quoted(text)} is not {self.words}", f"Write {self.example}"
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": ["string", "integer"], "pattern": f"^(?:{self.pattern})$"}


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    words: str = "true or false"

    def read(self, node: Node, reading: Reading) -> bool | None:
        text = scalar(node, reading, self.words)
        if text is not None and text not in ("true", "false"):
            reading.tell(
                "bad-flag", node, f"{quoted(text)} is neither true nor false", "Write true or false"
            )
            return None
        return None if text is None else text == "true"

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": "boolean"}


@dataclass(frozen=True)
class Integer:
    """A whole number, for orders."""

    words: str = "a whole number"

    def read(self, node: Node, reading: Reading) -> int | None:
        text = scalar(node, reading, self.words)
        if text is not None and not re.fullmatch(r"-?[0-9]{1,9}", text):
            reading.tell(
                "bad-number", node, f"{quoted(text)} is not a whole number", "Write a number: 3"
            )
            return None
        return None if text is None else int(text)

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": "integer"}


@dataclass(frozen=True)
class Edtf:
    """A date as EDTF writes it; a bracketed one-of set need not be quoted."""

    words: str = "a date (EDTF)"

    def read(self, node: Node, reading: Reading) -> dates.Date | None:
        text = "" if isinstance(node, Scalar) else node.raw
        text = text or scalar(node, reading, self.words) or ""
        if not text:
            return None
        try:
            return dates.parse(text)
        except dates.DateError as error:
            # In quotes or a folded block the text may stand otherwise than it reads.
            line = reading.document.line(node.place.line)
            start = line.find(text, node.place.column - 1)
            inside = Place(node.place.line, start + error.column, error.width)
            reading.tell("bad-date", inside if start >= 0 else node, error.message, error.hint)
            return None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": ["string", "integer", "array"]}


@dataclass(frozen=True)
class UpTo(Edtf):
    """The day, month or year at whose end something stops; of anything else the end is a guess."""

    words: str = "a day, month or year"

    def read(self, node: Node, reading: Reading) -> dates.Date | None:
        date = super().read(node, reading)
        if date is None or _PLAIN_DATE.fullmatch(date.edtf):
            return date
        last = date.latest
        reading.tell(
            "bad-date",
            node,
            f"{quoted(date.edtf)} is not a plain day, month or year",
            f"Write the last day, as in {dates.iso(last) if last is not None else '2022-12-15'}",
        )
        return None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": ["string", "integer"], "pattern": f"^(?:{_PLAIN_DATE.pattern})$"}


@dataclass(frozen=True)
class Address:
    """A web address, http or https."""

    words: str = "a web address (https://…)"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is not None and not is_web_address(text):
            reading.tell(
                "bad-address",
                node,
                f"{quoted(text)} is not a web address",
                "Write the whole address, beginning with https://",
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": "string", "pattern": "^https?://"}


@dataclass(frozen=True)
class SiteAddress(Address):
    """A web address below which pages can stand."""

    def read(self, node: Node, reading: Reading) -> str | None:
        text = super().read(node, reading)
        if text is None or is_site_address(text):
            return text
        reading.tell(
            "bad-address",
            node,
            f"{quoted(text)} is not the address of a site: no page can stand after ? or #",
            "Write the whole address without ? and #, as in https://example.org/timeline/",
        )
        return None

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": "string", "pattern": "^https?://[^?#]+$"}


def is_site_address(text: str) -> bool:
    """Whether pages can stand below this address: neither query nor fragment ends it."""
    return is_web_address(text) and not {"?", "#"} & set(text)


def is_web_address(text: str) -> bool:
    """Whether this is an http(s) address with a host and without blanks (RFC 3986)."""
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and not re.search(r"[\s<>\"\\^`{|}]", text)
    )


@dataclass(frozen=True)
class NewId:
    """An id that this file itself declares (a state, a series, a former id)."""

    words: str = "an id (a-z, 0-9, hyphens)"

    def read(self, node: Node, reading: Reading) -> str | None:
        text = scalar(node, reading, self.words)
        if text is not None and not ids.is_id(text):
            reading.tell(
                "bad-id",
                node,
                f"{quoted(text)} cannot be an id: only a-z, 0-9 and single hyphens",
                f'Write "{ids.slug(text) or "a-short-name"}"',
            )
            return None
        return text

    def schema(self, vocabulary: Vocabulary) -> Schema:
        return {"type": ["string", "integer"], "pattern": ids.PATTERN}
