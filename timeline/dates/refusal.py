"""Why a text is not a date that we read: the error, and the sentences for text of another form.

`edtf` refuses what has the right form and the wrong value (a 13th month); here is the rest, the
features of EDTF level 2 that are left out first.
"""

from __future__ import annotations

import re


class DateError(ValueError):
    """A text that is not read as a date.

    `message` is a sentence without its full stop, `hint` says what to do; `column` counts from 1
    within the text that was given, `width` is the number of characters meant, at least 1.
    """

    def __init__(self, message: str, hint: str, column: int = 1, width: int = 1) -> None:
        # All four reach `args`, so that the error survives a trip between processes.
        super().__init__(message, hint, column, width)
        self.message, self.hint = message, hint
        self.column, self.width = column, max(1, width)

    def __str__(self) -> str:
        return self.message


EXAMPLES = "Write a date such as 2022-11-17, 2022-11, 2022, 2022-12~ or 2022-11/2022-12"

_YEAR = r"(?:-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?)"
_SIGNIFICANT = re.compile(rf"({_YEAR})(S[0-9]+)([?~%]?)")
_UNQUALIFIED = re.compile(rf"{_YEAR}(?:-[0-9X]{{2}}(?:-[0-9X]{{2}})?)?")
#: With an era it may be another year: `phrases` works it out.
_ERA = re.compile(r"(?i) (?:bce?|ce|ad|b\.c\.|a\.d\.)$")
_LONG_YEAR = re.compile(r"([+-]?)([0-9]{5,})(?![0-9])")
_SHORT_YEAR = re.compile(r"[0-9]{1,3}(?![0-9X])")
_WRITTEN = re.compile(
    r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?![0-9])"
    r"(?:-(?P<day>[0-9X]{2})(?![0-9])(?P<time>T[^/\]]*)?)?)?"
)
#: The finest part that is there → what may come next.
_NEXT = {
    "time": "a time is written T10:00, T10:00Z, T10:00+02:00, or with seconds T10:00:00Z",
    "day": "only a time such as T10:00Z may follow the day",
    "month": "only a day of two digits may follow the month",
    "year": "only a month of two digits may follow the year",
}


def quoted(text: str) -> str:
    """The text in quotation marks, cut when long, without characters that cannot be seen."""
    seen = "".join(c if c.isprintable() else "�" for c in text)
    return f'"{seen[:30]}…"' if len(seen) > 31 else f'"{seen}"'


def malformed(text: str, at: int) -> DateError:
    """The error for a text that has none of the forms of a single date.

    `at` is the number of characters before it in the text that was given.
    """
    return _left_out(text, at) or _odd_year(text, at) or _broken_off(text, at)


def _left_out(text: str, at: int) -> DateError | None:
    """Features of level 2 that are recognised and not read."""
    if found := _SIGNIFICANT.fullmatch(text):
        return DateError(
            f"significant digits ({found[2]}) are not supported",
            f"Write {found[1]}~ for about that year, or a range of years such as [1900..1999]",
            at + 1 + found.start(2), len(found[2]),
        )  # fmt: skip
    marks = re.findall("[?~%]", text)
    bare = re.sub("[?~%]", "", text)
    if marks and _UNQUALIFIED.fullmatch(bare):
        mark = marks[0] if len(set(marks)) == 1 else "%"
        if text.startswith(bare):
            message = 'one mark stands at the end: "?" or "~", or "%" for both'
            return DateError(message, f"Write {bare}{mark}", at + len(bare) + 1, len(marks))
        return DateError(
            f"{quoted(marks[0])} within a date, for some of its parts only, is not supported",
            f"Write {bare}{mark} to qualify the whole date",
            at + 1 + text.index(marks[0]),
        )
    if text.startswith(("{", "[")):
        return DateError(
            "a set stands alone; it cannot be a part of something else", EXAMPLES, at + 1, len(text)
        )
    return None


def _odd_year(text: str, at: int) -> DateError | None:
    if text.startswith("Y"):
        return DateError(
            "Y stands before a whole year of more than four digits, and nothing follows the year",
            "Write the year alone, such as Y-13800000000, or without Y when it has four digits",
            at + 1, len(text),
        )  # fmt: skip
    if (found := _LONG_YEAR.match(text)) and not _ERA.search(text):
        sign = "-" if found[1] == "-" else ""
        return DateError(
            "a year of more than four digits needs Y in front, and stands alone",
            f"Write Y{sign}{found[2]}" if len(found[2]) < 12 else EXAMPLES,
            at + 1, found.end(),
        )  # fmt: skip
    if found := _SHORT_YEAR.match(text):
        count = f"{found.end()} digit" + "s" * (found.end() > 1)
        return DateError(
            f"a year has four digits, and {quoted(found[0])} has {count}",
            "Write all four digits of the year, as in 2022-02-24, or 201X for a decade",
            at + 1, found.end(),
        )  # fmt: skip
    return None


def _broken_off(text: str, at: int) -> DateError:
    """Says after which part the text stops being a date."""
    written = _WRITTEN.match(text)
    if not written:
        return DateError(f"{quoted(text)} is not a date", EXAMPLES, at + 1, len(text))
    finest = next(part for part in _NEXT if written[part])
    start = written.start("time") if finest == "time" else written.end()
    message = f"{_NEXT[finest]}, not {quoted(text[start:])}"
    return DateError(message, EXAMPLES, at + start + 1, len(text) - start)
