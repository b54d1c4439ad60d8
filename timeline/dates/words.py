"""Dates in English, for readers; another language would be a module beside this one.

    full   "24 February to 3 March 2022"   "about December 2022"   "by 7 December 2022"
    short  "24 Feb – 3 Mar 2022"           "c. Dec 2022"           "by 7 Dec 2022"

What several dates have in common at their ends is said once ("1, 3 or 5 December 2022"). What is
not exact says so: "about" for approximate, "(uncertain)", "some day" where a day is left open.

Years up to 1 BCE are counted as people count them (year 0 is 1 BCE), 1 to 999 and those from
10,000 carry "CE" because a bare number would not read as a year. From 10,000 BCE a year divisible
by 100 is printed as its digits stand, one year off the exact count: it is a round figure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.dates.point import Clock, Point, Span

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
#: Code of a sub-year grouping → its name and where it lies.
_GROUPINGS = (
    {21 + i: (name, "") for i, name in enumerate(_SEASONS)}
    | {25 + i: (name, "(northern hemisphere)") for i, name in enumerate(_SEASONS)}
    | {29 + i: (name, "(southern hemisphere)") for i, name in enumerate(_SEASONS)}
    | {33 + i: (f"{nth} quarter of", "") for i, nth in enumerate(_ORDINALS)}
    | {37 + i: (f"{nth} third of", "") for i, nth in enumerate(_ORDINALS[:3])}
    | {40 + i: (f"{nth} half of", "") for i, nth in enumerate(_ORDINALS[:2])}
)
#: The seasons that run over the new year.
_WINTERS = (24, 28, 30)


@dataclass(frozen=True)
class Wording:
    """What differs between the full and the short form."""

    months: tuple[str, ...]
    about: str
    uncertain: str
    out_of: str
    dash: bool

    def to(self, first: str, last: str) -> str:
        """Two ends joined: "1 to 10", "1–10", and "24 Feb – 3 Mar" where an end has a blank."""
        if not self.dash:
            return f"{first} to {last}"
        return f"{first} – {last}" if " " in first + last else f"{first}–{last}"


_FULL = Wording(_MONTHS, "about ", " (uncertain)", "from ", dash=False)
_SHORT = Wording(
    tuple(month if len(month) < 5 else month[:3] for month in _MONTHS), "c. ", "?", "", dash=True
)


def full(kind: str, spans: Sequence[Span], is_open_start: bool, is_open_end: bool) -> str:
    """The words for running text and lists."""
    return _date(kind, spans, is_open_start, is_open_end, _FULL)


def short(kind: str, spans: Sequence[Span], is_open_start: bool, is_open_end: bool) -> str:
    """The words for labels, where months are cut and dashes stand for "to"."""
    return _date(kind, spans, is_open_start, is_open_end, _SHORT)


def _date(
    kind: str, spans: Sequence[Span], is_open_start: bool, is_open_end: bool, wording: Wording
) -> str:
    if kind == "interval":
        return _interval(spans[0], is_open_start, is_open_end, wording)
    if len(spans) == 1:
        return _choice(spans[0], wording)
    return _list(spans, wording)


def _interval(span: Span, is_open_start: bool, is_open_end: bool, wording: Wording) -> str:
    if span.first and span.last:
        return _range(span.first, span.last, wording)
    if span.first:
        first = _point(span.first, wording)
        return f"{first} until now" if is_open_end else f"from {first}, end unknown"
    last = _point(span.last, wording) if span.last else ""
    return f"until {last}" if is_open_start else f"until {last}, start unknown"


def _choice(span: Span, wording: Wording) -> str:
    """Once, somewhere inside."""
    if span.first is span.last and span.first:
        return _point(span.first, wording)
    if span.first and span.last:
        unit = span.first.precision if span.first.precision in ("day", "month", "year") else "time"
        together = _range(span.first, span.last, wording)
        is_one = together == _point(span.first, wording)
        return together if is_one else f"some {unit} {wording.out_of}{together}"
    if span.first:
        since = "on or after" if span.first.days else "in or after"
        return f"{since} {_point(span.first, wording)}"
    by = "by" if span.last and span.last.days else "in or before"
    return f"{by} {_point(span.last, wording)}" if span.last else ""


def _list(spans: Sequence[Span], wording: Wording) -> str:
    """One of several: "1667, 1668 or 1670 to 1672"."""
    ends = [point for span in spans for point in (span.first, span.last) if point]
    if len(ends) < 2 * len(spans):
        return _or([_choice(span, wording) for span in spans])
    own, common = _shared(ends, wording)
    pairs = zip(own[::2], own[1::2], strict=True)
    said = _or([first if first == last else wording.to(first, last) for first, last in pairs])
    return f"{said} {common}" if common else said


def _range(first: Point, last: Point, wording: Wording) -> str:
    (a, b), common = _shared([first, last], wording)
    said = a if a == b else wording.to(a, b)
    return f"{said} {common}" if common else said


def _shared(points: Sequence[Point], wording: Wording) -> tuple[list[str], str]:
    """The words of each point without those at the end that all have in common, and these."""
    is_plain = all(point.is_known and not (point.qualifier or point.clock) for point in points)
    if not is_plain or len({point.precision for point in points}) > 1:
        return [_point(point, wording) for point in points], ""
    parts = [_parts(point, wording) for point in points]
    shortest, common = min(map(len, parts)), 0
    if len(set(map(len, parts))) == 1:
        while common < shortest - 1 and len({part[-1 - common] for part in parts}) == 1:
            common += 1
    own = [" ".join(part[: len(part) - common]) for part in parts]
    return own, " ".join(parts[0][shortest - common :]) if common else ""


def _point(point: Point, wording: Wording) -> str:
    if point.is_known:
        said = " ".join(_parts(point, wording))
        said += f", {_clock(point.clock)}" if point.clock else ""
        said = wording.about + said if point.is_approximate else said
    else:
        said = _left_open(point, wording)
        said += " or about then" if point.is_approximate else ""
    return said + wording.uncertain if point.is_uncertain else said


def _parts(point: Point, wording: Wording) -> list[str]:
    """The words of a known point, from the finest to the year's."""
    year = _year(point.years[0])
    if not point.months:
        return year.split()
    code = point.months[0]
    if code in _GROUPINGS:
        name, where = _GROUPINGS[code]
        season_year = _over_new_year(point.years[0]) if code in _WINTERS else year
        return f"{name} {season_year} {where}".split()
    return [*map(str, point.days), wording.months[code - 1], *year.split()]


def _left_open(point: Point, wording: Wording) -> str:
    """A point with unspecified digits: "some day in December 2022"."""
    year = _some_year(point.years)
    if not point.months:
        return year
    has_year, any_month = len(point.years) == 1, len(point.months) == 12
    any_day = point.days[:1] == (1,) and len(point.days) >= 28
    if any_day and any_month:
        return f"some day in {year}" if has_year else f"some day of {year}"
    month = "some month" if any_month else _some_month(point.months, wording)
    link = "" if month.endswith(" of") else " of" if any_month or not has_year else ""
    month = f"{month}{link} {year}"
    if where := _GROUPINGS.get(point.months[0], ("", ""))[1]:
        month = f"{month} {where}"
    if not point.days:
        return month
    if any_day:
        return f"some day in {month}"
    day = _some("day", point.days, [str(day) for day in point.days])
    if len(point.months) == 1:
        return f"{day} {month}"
    return f"{day} of {month}" if day.startswith("some") else f"day {day} of {month}"


def _some_year(years: range) -> str:
    first, last = years[0], years[-1]
    if first == last:
        return _year(first)
    # "the 1900s" would be read as the century, "the 40s" as those of the last one.
    if len(years) == 10 and first >= 1000 and first % 100:
        return f"some year in the {first}s"
    (number, *era), (last_number, *last_era) = _year(first).split(), _year(last).split()
    start = number if era == last_era else " ".join([number, *era])
    return f"some year from {start} to {' '.join([last_number, *last_era])}"


def _some_month(months: tuple[int, ...], wording: Wording) -> str:
    if months[0] in _GROUPINGS:
        return _GROUPINGS[months[0]][0]
    return _some("month", months, [wording.months[month - 1] for month in months])


def _some(unit: str, values: tuple[int, ...], names: list[str]) -> str:
    is_run = len(values) > 3 and values[-1] - values[0] == len(values) - 1
    return f"some {unit} from {names[0]} to {names[-1]}" if is_run else _or(names)


def _year(year: int) -> str:
    if year > 0:
        return _count(year) + ("" if 1000 <= year <= 9999 else " CE")
    is_round = year <= -10_000 and year % 100 == 0
    return f"{_count(-year if is_round else 1 - year)} BCE"


def _count(years: int) -> str:
    """The number: "44", "17,000"; "13.8 billion" only where three decimals lose nothing."""
    for name, size in (("billion", 1_000_000_000), ("million", 1_000_000)):
        if years >= size:
            whole, rest = divmod(years, size)
            decimals = f"{rest * 1000 // size:03d}".rstrip("0")
            if rest % (size // 1000) == 0:
                return f"{whole}.{decimals} {name}" if decimals else f"{whole} {name}"
            break
    return f"{years:,}" if years >= 10_000 else str(years)


def _over_new_year(year: int) -> str:
    """The two years of a winter: "2022–23", "1999–2000", "44–43 BCE"."""
    if 1000 <= year <= 9998:
        next_year = str(year + 1) if year % 100 == 99 else f"{(year + 1) % 100:02d}"
        return f"{year}–{next_year}"
    (number, *era), last = _year(year).split(), _year(year + 1)
    is_shared = era == last.split()[1:]
    return f"{number}–{last}" if is_shared else f"{' '.join([number, *era])} to {last}"


def _clock(clock: Clock) -> str:
    """The time: "10:00 UTC", "23:20:30 UTC+4:30", and "10:00" where no zone is given."""
    seconds = "" if clock.second is None else f":{clock.second:02d}"
    time = f"{clock.hour:02d}:{clock.minute:02d}{seconds}"
    return time if clock.offset is None else f"{time} {zone(clock.offset)}"


def zone(offset: int) -> str:
    """The name of a time zone so many minutes east of UTC: "UTC", "UTC+4:30", "UTC−5"."""
    if not offset:
        return "UTC"
    hours, minutes = divmod(abs(offset), 60)
    return f"UTC{'−' if offset < 0 else '+'}{hours}" + (f":{minutes:02d}" if minutes else "")


def _or(said: Sequence[str]) -> str:
    return " or ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]
