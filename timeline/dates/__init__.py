"""Dates as EDTF writes them, of any year and any vagueness. Imports nothing else of this project.

from timeline.dates import parse

date = parse("[2022-12-01..2022-12-10]")
date.kind, date.words     # "one-of", "some day from 1 to 10 December 2022"

corrections  what people write instead, and the EDTF that they may have meant
refusal      DateError, and the sentences for what is not EDTF or not supported
single       text → Point, for one date
edtf         text → Date: intervals, one-of sets, `parse`
date         Date: bounds, order, where it is filed
words        Date → English
point        Point and Span: what was written, and its first and last day
calendar     day numbers, and the seconds of a day
"""

from timeline.dates.calendar import Day, Moment, day_number, iso, ymd
from timeline.dates.date import Date, Kind
from timeline.dates.edtf import parse
from timeline.dates.point import Precision
from timeline.dates.refusal import DateError
from timeline.dates.words import zone

__all__ = [
    "Date",
    "DateError",
    "Day",
    "Kind",
    "Moment",
    "Precision",
    "day_number",
    "iso",
    "parse",
    "ymd",
    "zone",
]
