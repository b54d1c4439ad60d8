"""Reads dates as EDTF writes them (Library of Congress, 4 February 2019; ISO 8601-2).

Read are levels 0 and 1, and of level 2 exponential years, sub-year groupings, one-of sets, and
unspecified digits (in a year from the right). Refused by name are all-of sets, significant
digits, qualification of a part of a date, and wholly unknown years.

    expression  = point | interval | one-of
    interval    = end "/" end           end: point without time | ".." | nothing
    one-of      = "[" member *("," member) "]"
    member      = point | point ".." point | ".." point (first) | point ".." (last)

Every function takes the text and `at`, the number of characters before it in the text that was
given, from which the columns of errors follow.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.corrections import corrections
from timeline.dates.date import Date, of_point
from timeline.dates.point import Point, Span
from timeline.dates.refusal import EXAMPLES, DateError
from timeline.dates.single import read_point

#: Longer texts are refused unread.
LONGEST = 200


def parse(text: str) -> Date:
    """The date that a text says; blanks around it are left out.

    Raises DateError, and nothing else, for any text that is not read. Its column counts from 1
    within `text`; its hint names the EDTF that was probably meant wherever that can be read.
    """
    return _parsed(text)


@lru_cache(maxsize=16_384)
def _parsed(text: str) -> Date:
    stripped = text.strip()
    at = text.index(stripped)
    if len(stripped) > LONGEST:
        message = f"{len(stripped):,} characters stand here; a date has at most {LONGEST}"
        raise DateError(message, EXAMPLES, at + 1, len(stripped))
    try:
        return _expression(stripped, at)
    except DateError as error:
        raise _with_correction(error, stripped, at) from None


def _with_correction(error: DateError, text: str, at: int) -> DateError:
    """The error for another way of writing a date if it is one, else the error as it was."""
    for correction in corrections(text):
        dates = dict.fromkeys(date for date in map(_readable, correction.proposals) if date)
        if not dates:
            continue
        # What a date says is shown where there is something to choose or to misread.
        is_plain = len(dates) == 1 and all(date.kind == "single" for date in dates)
        shown = [date.edtf if is_plain else f"{date.edtf} ({date.words})" for date in dates]
        # Compatible characters may be longer than what they replace: stay within the text.
        start = min(correction.start, len(text) - 1)
        width = min(correction.width, len(text) - start)
        hint = f"Write {' or '.join(shown)}"
        return DateError(correction.message, hint, at + start + 1, width)
    return error


def _readable(text: str) -> Date | None:
    try:
        return _expression(text, 0) if len(text) <= LONGEST else None
    except DateError:
        return None


def _expression(text: str, at: int) -> Date:
    if not text:
        raise DateError("no date stands here", EXAMPLES, at + 1)
    if text.startswith("["):
        return _one_of(text, at)
    if text.startswith("{"):
        raise DateError(
            "a set of all its dates, in braces, is not supported",
            "Give each date its own event; write [ ] for one of several dates, "
            "or an interval such as 1670/1672",
            at + 1, len(text),
        )  # fmt: skip
    if "/" in text:
        return _interval(text, at)
    return of_point(read_point(text, at))


def _interval(text: str, at: int) -> Date:
    first_text, _, last_text = text.partition("/")
    last_at = at + len(first_text) + 1
    if "/" in last_text:
        message = "an interval has one slash, between its two ends"
        raise DateError(message, EXAMPLES, last_at + last_text.index("/") + 1)
    if first_text in ("", "..") and last_text in ("", ".."):
        message = "this interval has neither a start nor an end"
        raise DateError(
            message, "Write a date on at least one side of the slash", at + 1, len(text)
        )
    first = _end(first_text, at)
    last = _end(last_text, last_at)
    if first and last and first.earliest > last.latest:
        raise DateError(
            f"this interval ends ({last.edtf}) before it starts ({first.edtf})",
            f"Write {last.edtf}/{first.edtf} if the two were exchanged",
            last_at + 1, len(last_text),
        )  # fmt: skip
    span = Span(first, last)
    return Date(text, "interval", (span,), first_text == "..", last_text == "..")


def _end(text: str, at: int) -> Point | None:
    if text in ("", ".."):
        return None
    return _untimed(text, at, "an interval runs from day to day, without times")


def _one_of(text: str, at: int) -> Date:
    if not text.endswith("]"):
        message = 'the "]" that closes the one-of set is missing at the end'
        raise DateError(message, "Write a set such as [2022-12-01..2022-12-10]", at + len(text))
    members = text[1:-1].split(",")
    spans, member_at = [], at + 1
    for number, member in enumerate(members, start=1):
        spans.append(_member(member, member_at, number == 1, number == len(members)))
        member_at += len(member) + 1
    return Date(text, "one-of", tuple(spans), spans[0].first is None, spans[-1].last is None)


def _member(text: str, at: int, is_first: bool, is_last: bool) -> Span:
    refused = "a one-of set holds days, months or years, without times"
    first_text, dots, last_text = text.partition("..")
    if not first_text and not last_text:
        what = "dots without a date" if dots else "nothing"
        message = f"{what} where the set needs a date"
        raise DateError(message, "Write a set such as [1667,1668,1670..1672]", at + 1, len(text))
    if not dots:
        point = _untimed(text, at, refused)
        return Span(point, point)
    if (not first_text and not is_first) or (not last_text and not is_last):
        raise DateError(
            '".." without a limit stands only at the beginning or the end of a set',
            "Put the dates in order, with .. first for earlier and last for later",
            at + 1, len(text),
        )  # fmt: skip
    last_at = at + len(first_text) + len(dots)
    first = _untimed(first_text, at, refused) if first_text else None
    last = _untimed(last_text, last_at, refused) if last_text else None
    if first and last:
        _check_range(first, last, at, len(text))
    return Span(first, last)


def _check_range(first: Point, last: Point, at: int, width: int) -> None:
    if first.precision != last.precision:
        raise DateError(
            f'".." stands between two dates written alike, and {first.edtf} and {last.edtf} differ',
            "Write both as days, both as months or both as years", at + 1, width,
        )  # fmt: skip
    if first.earliest > last.earliest:
        message = f"this range ends ({last.edtf}) before it starts ({first.edtf})"
        raise DateError(message, f"Write {last.edtf}..{first.edtf}", at + 1, width)


def _untimed(text: str, at: int, refused: str) -> Point:
    point = read_point(text, at)
    if point.clock:
        date, _, clock = text.partition("T")
        raise DateError(refused, f"Write {date}", at + len(date) + 1, len(clock) + 1)
    return point
