"""What people write instead of EDTF, and the EDTF they may have meant.

Comes in: a text that was refused. Goes out: corrections, likeliest first, each with proposals that
are guesses at the form only; `edtf` offers those that it can read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.dates.phrases import rewritten
from timeline.dates.refusal import quoted


@dataclass(frozen=True)
class Correction:
    """What was noticed, `width` characters from `start` (counted from 0), and what to write."""

    message: str
    start: int
    width: int
    proposals: tuple[str, ...]


# Characters that stand for a hyphen on the page: hyphens, dashes, minus.
_DASHES = {ord(dash): "-" for dash in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"}
_SHORT_END = re.compile(r"((\d{4}-(?:\d\d-)?)\d\d)/(\d\d)", re.ASCII)


def corrections(text: str) -> Iterator[Correction]:
    """The corrections that the text suggests; `text` has no outer blanks."""
    plain = unicodedata.normalize("NFKC", text).translate(_DASHES)
    if not text.isascii():
        odd = next(i for i, character in enumerate(text) if not character.isascii())
        message = f"{quoted(text[odd])} is not a character of EDTF dates"
        yield Correction(message, odd, 1, (plain,))
    yield from _letters_and_blanks(plain)
    yield from _signs(plain)
    if proposals := rewritten(" ".join(plain.casefold().split())):
        yield Correction(*_reason(plain, proposals[0]), proposals)


def _letters_and_blanks(text: str) -> Iterator[Correction]:
    if blank := re.search(r"\s+", text):
        yield Correction(
            "no blanks are allowed within a date", *_extent(blank), ("".join(text.split()),)
        )
        with_time = "T".join(text.rsplit(maxsplit=1))
        yield Correction("a T stands between day and time", *_extent(blank), (with_time,))
    if small := re.search("[a-z]+", text):
        message = "the letters of EDTF are the capitals X, Y, E, T and Z"
        capitals = text.upper()
        # The draft of 2012 wrote "open", "unknown" and u.
        final = re.sub(r"\bUNKNOWN\b", "", re.sub(r"\bOPEN\b", "..", capitals)).replace("U", "X")
        yield Correction(message, *_extent(small), (capitals, final))


def _signs(text: str) -> Iterator[Correction]:
    if unknown := re.search(r"\?{2,}", text):
        message = "an unknown digit is written X"
        yield Correction(message, *_extent(unknown), (text.replace("?", "X"),))
    if text.startswith("+"):
        message = "a year takes no plus sign"
        yield Correction(message, 0, 1, (text[1:], f"Y{text[1:]}"))
    if fraction := re.search(r"(?<=:\d\d)[.,]\d+", text):
        message = "a time has whole seconds"
        without = text.replace(fraction[0], "")
        yield Correction(message, *_extent(fraction), (without,))
    if end := _SHORT_END.fullmatch(text):
        message = "each end of an interval is a whole date"
        yield Correction(message, end.start(3), 2, (f"{end[1]}/{end[2]}{end[3]}",))
    yield from _brackets(text)


def _brackets(text: str) -> Iterator[Correction]:
    bare = re.sub(r"\.{3,}", "..", text.strip("[]"))
    if text.startswith("[") and text.endswith("]"):
        if "/" in bare:
            message = "an interval has a slash and no brackets, a one-of set brackets and two dots"
            yield Correction(message, 0, len(text), (bare, f"[{bare.replace('/', '..')}]"))
    elif ".." in bare or "," in bare:
        message = "one of several dates is written in square brackets"
        as_interval = re.sub(r"(?<=.)\.\.(?=.)", "/", bare)
        yield Correction(message, 0, len(text), (f"[{bare}]", as_interval))
    elif bare != text:
        message = "a bracket stands here without its partner"
        yield Correction(message, 0 if text[0] in "[]" else len(text) - 1, 1, (bare,))


def _reason(text: str, proposal: str) -> tuple[str, int, int]:
    """What is wrong with a date in another form, where, and how much of it."""
    if re.search("[A-Za-z]", text):
        return "a date is written in digits and EDTF's marks, not in words", 0, len(text)
    if "/" in proposal:
        return "a slash stands between the two ends of an interval", 0, len(text)
    if slash := re.match(r"\d{4}(/)", text):
        message = "a slash separates the two ends of an interval, hyphens the parts of a date"
        return message, slash.start(1), 1
    if re.match(r"\d{4}", text):
        message = "month and day have two digits each, with a hyphen before them"
        single = re.search(r"(?<!\d)\d(?!\d)", text)
        return (message, *_extent(single)) if single else (message, 0, len(text))
    return "a date begins with the year, then the month, then the day", 0, len(text)


def _extent(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), found.end() - found.start()
