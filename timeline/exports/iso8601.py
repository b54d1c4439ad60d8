"""Dates as ISO 8601 says them, for programs that know no EDTF. Years have four digits."""

from __future__ import annotations

import re

from timeline import dates
from timeline.dates import Date, Day, Moment
from timeline.exports.revisions import timestamp

_FORM = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?")


def iso_date(date: Date) -> tuple[str, str]:
    """The start and end of a date as ISO 8601 says them, each "" where it cannot without a lie.

    What happened once on one of several days has the shortest period that holds them all: a month,
    a year. Approximate and uncertain dates have no form; years have four digits.
    """
    if date.approximate or date.uncertain:
        return "", ""
    if date.kind == "interval":
        ends = (date.start, date.end)
        first, last = (iso_date(end)[0] if end else "" for end in ends)
        return first, last if first else ""
    if date.kind == "single" and date.precision == "time":
        return date.datetime_attribute, ""
    if date.earliest is None or date.latest is None:
        return "", ""
    return _period(date.earliest, date.latest), ""


def _period(first: Day, last: Day) -> str:
    """The shortest day, month or year that holds both days."""
    one, other = dates.iso(first), dates.iso(last)
    for parts in (3, 2, 1):
        said, also = one.rsplit("-", 3 - parts)[0], other.rsplit("-", 3 - parts)[0]
        if said == also and _FORM.fullmatch(said):
            return said
    return ""


def iso_day(day: Day) -> str:
    """A day, or "" where its year needs more than four digits."""
    said = dates.iso(day)
    return said if _FORM.fullmatch(said) else ""


def iso_moment(moment: Moment) -> str:
    """A moment, or its day alone where no more is known of it; "" as for `iso_day`."""
    return timestamp(moment) if moment.second else iso_day(moment.day)
