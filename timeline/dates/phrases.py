"""Dates in other forms than EDTF: in English words, day first, with other signs between them.

Comes in: text in small letters, with single blanks. Goes out: the EDTF it may stand for.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from timeline.dates.calendar import days_in_month


def rewritten(text: str) -> tuple[str, ...]:
    """EDTF for one date, one date within words such as "since", or two; likeliest first.

    The proposals have the form of EDTF; whether such a day exists is not looked at.
    """
    if proposals := _phrase(text):
        return proposals
    for pattern, forms in _FRAMES:
        if (found := pattern.fullmatch(text)) and (dates := _phrase(found[1])):
            return tuple(form.format(dates[0]) for form in forms)
    for pattern, forms in _RANGES:
        if found := pattern.fullmatch(text):
            first, last = found[1].strip(), _phrase(found[2].strip())
            starts = _phrase(first) or _borrowing(first, found[2].split())
            if starts and last:
                return tuple(form.format(starts[0], last[0]) for form in forms)
    return ()


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_GAP = r"(?: of |,? |[-./])"
_DAY = r"(?P<d>\d\d?)(?:st|nd|rd|th)?"
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<y>\d{4})"

_Rewrite = Callable[[re.Match[str]], tuple[str, ...]]


def _year_first(found: re.Match[str]) -> tuple[str, ...]:
    """From the groups y, m or name, and d, as far as they are there."""
    part = found.groupdict()
    month = _MONTHS.index(part["name"][:3]) + 1 if part.get("name") else int(part["m"])
    return (f"{part['y']}-{month:02d}" + (f"-{int(part['d']):02d}" if part.get("d") else ""),)


def _either_order(found: re.Match[str]) -> tuple[str, ...]:
    a, b = int(found["a"]), int(found["b"])
    return (f"{found['y']}-{b:02d}-{a:02d}", f"{found['y']}-{a:02d}-{b:02d}")


def _third_of_month(found: re.Match[str]) -> tuple[str, ...]:
    (month,) = _year_first(found)
    end = days_in_month(*map(int, month.split("-")))
    first, last = {"e": (1, 10), "m": (11, 20), "l": (21, end)}[found["third"][0]]
    return (f"[{month}-{first:02d}..{month}-{last:02d}]", f"{month}~")


def _season(found: re.Match[str]) -> tuple[str, ...]:
    return (f"{found['y']}-{_SEASONS[found['s']]}",)


def _quarter(found: re.Match[str]) -> tuple[str, ...]:
    return (f"{found['y']}-{int(found['q']) + 32}",)


def _decade(found: re.Match[str]) -> tuple[str, ...]:
    tens = found["tens"]
    return (f"{tens}X", f"{tens[:2]}XX") if tens.endswith("0") else (f"{tens}X",)


def _era(found: re.Match[str]) -> tuple[str, ...]:
    year = 1 - int(found["n"]) if found["bce"] else int(found["n"])
    if abs(year) > 9999:
        return (f"Y{year}",)
    return (f"{year:05d}" if year < 0 else f"{year:04d}",)


#: One date in another form → EDTF. Days stand before months when dots separate them; with slashes
#: either may come first.
_PHRASES: tuple[tuple[re.Pattern[str], _Rewrite], ...] = tuple(
    (re.compile(pattern, re.ASCII), rewrite)
    for pattern, rewrite in (
        (r"-?[0-9x]{4}(?:-[0-9x]{2}){0,2}", lambda found: (found[0].upper(),)),
        (rf"{_YEAR}[-/. ](?P<m>\d\d?)(?:[-/. ](?P<d>\d\d?))?", _year_first),
        (rf"{_YEAR}(?P<m>\d\d)(?P<d>\d\d)?", _year_first),
        (rf"(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?{_YEAR}", _year_first),
        (rf"(?P<a>\d\d?)[-/](?P<b>\d\d?)[-/]{_YEAR}", _either_order),
        (rf"(?P<m>\d\d?)[-./]{_YEAR}", _year_first),
        (rf"(?:the )?{_DAY}{_GAP}{_NAME}{_GAP}{_YEAR}", _year_first),
        (rf"{_NAME}{_GAP}{_DAY}{_GAP}{_YEAR}", _year_first),
        (rf"{_NAME}{_GAP}{_YEAR}", _year_first),
        (rf"{_YEAR}{_GAP}{_NAME}(?:{_GAP}{_DAY})?", _year_first),
        (rf"(?P<third>early|mid|middle of|late)[ -]{_NAME}{_GAP}{_YEAR}", _third_of_month),
        (rf"(?:early|mid|late)[ -]{_YEAR}", lambda found: (f"{found['y']}~",)),
        (rf"(?P<s>{'|'.join(_SEASONS)})(?: of|,)? {_YEAR}", _season),
        (rf"q(?P<q>[1-4])[ /-]{_YEAR}", _quarter),
        (rf"{_YEAR}[ /-]?q(?P<q>[1-4])", _quarter),
        (r"(?:the )?(?P<tens>\d{3})0'?s", _decade),
        (r"(?P<n>[1-9]\d{0,10}) (?:(?P<bce>bce?|b\.c\.)|ce|ad|a\.d\.)", _era),
    )
)

#: Words around a date → how EDTF writes them.
_FRAMES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(rf"(?:{words}) ?(.+)"), forms)
    for words, forms in (
        (r"circa |ca?\.|ca? |about |around |approx\. |approximately |~", ("{}~",)),
        (r"perhaps |possibly |probably |maybe ", ("{}?",)),
        (r"before |by |no later than |not later than ", ("[..{}]",)),
        (r"after |not before |on or after ", ("[{}..]",)),
        (r"until |till |up to ", ("../{}",)),
        (r"since ", ("{}/..",)),
    )
)
_RANGES: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern), forms)
    for pattern, forms in (
        (r"between (.+?) and (.+)", ("[{}..{}]", "{}/{}")),
        (r"from (.+?) (?:to|until|till) (.+)", ("{}/{}",)),
        (r"(.+?) (?:to|until|till|-) (.+)", ("{}/{}",)),
        (r"([0-9]{4}(?:-[0-9]{2}){0,2})-([0-9]{4}(?:-[0-9]{2}){0,2})", ("{}/{}",)),
        (r"(.+?)[/-](.+)", ("{}/{}",)),
    )
)


def _phrase(text: str) -> tuple[str, ...]:
    for pattern, rewrite in _PHRASES:
        if found := pattern.fullmatch(text):
            return rewrite(found)
    return ()


def _borrowing(first: str, last: list[str]) -> tuple[str, ...]:
    """The first end of "1 to 10 December 2022", with the month and year of the last."""
    guesses = (_phrase(" ".join([first, *last[start:]])) for start in range(1, len(last)))
    return next((guess for guess in guesses if guess), ())
