"""The value that a date in EDTF text becomes.

What was written is kept in `spans`; everything else follows from it and is worked out when asked.

    kind        written                     happened
    single      2022-11-17   2022-11        then
    interval    2022-11/2022-12             during all of it
    one-of      [2022-12-01..2022-12-10]    once, somewhere inside
                2022-12-XX   201X
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from timeline.dates import words
from timeline.dates.calendar import Day, ymd
from timeline.dates.point import Clock, Point, Precision, Span

Kind = Literal["single", "interval", "one-of"]

_COARSENESS = {precision: rank for rank, precision in enumerate(get_args(Precision))}


@dataclass(frozen=True)
class Date:
    """A date as EDTF writes it (`edtf`, outer blanks removed).

    `is_open_start` and `is_open_end` say that ".." stands there: no limit, or still going on. An
    end of an interval that is neither open nor given is unknown.
    """

    edtf: str
    kind: Kind
    spans: tuple[Span, ...]
    is_open_start: bool = False
    is_open_end: bool = False

    def __str__(self) -> str:
        return self.edtf

    @cached_property
    def earliest(self) -> Day | None:
        """The first possible day; None where the start is open or unknown.

        The bounds are those of the written period: `~` and `?` never widen them. A date with a
        time counts as the day that is written, whatever its zone.
        """
        firsts = [span.first.earliest for span in self.spans if span.first]
        return min(firsts) if len(firsts) == len(self.spans) else None

    @cached_property
    def latest(self) -> Day | None:
        """The last possible day; None where the end is open or unknown."""
        lasts = [span.last.latest for span in self.spans if span.last]
        return max(lasts) if len(lasts) == len(self.spans) else None

    @property
    def approximate(self) -> bool:
        """Whether any part is marked `~` or `%`."""
        return any(point.is_approximate for point in self._points)

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked `?` or `%`."""
        return any(point.is_uncertain for point in self._points)

    @cached_property
    def start(self) -> Date | None:
        """The date at which an interval starts; None where open or unknown, and for other kinds."""
        first = self.spans[0].first if self.kind == "interval" else None
        return of_point(first) if first else None

    @cached_property
    def end(self) -> Date | None:
        """The date at which an interval ends; None where open or unknown, and for other kinds."""
        last = self.spans[0].last if self.kind == "interval" else None
        return of_point(last) if last else None

    @property
    def is_unknown_start(self) -> bool:
        """Whether this interval started at some time that nobody wrote down (`/1985`)."""
        return self.kind == "interval" and self.start is None and not self.is_open_start

    @property
    def is_unknown_end(self) -> bool:
        """Whether this interval ended at some time that nobody wrote down (`1985/`)."""
        return self.kind == "interval" and self.end is None and not self.is_open_end

    @cached_property
    def anchor(self) -> Day:
        """The day by which the event is filed and sorted: `earliest`, else `latest`."""
        if self.earliest is not None:
            return self.earliest
        # The reader refuses dates that are open on both sides, so `latest` is there.
        return self.latest or 0

    @cached_property
    def precision(self) -> Precision:
        """How finely the end that gives `anchor` is written.

        Any sub-year grouping counts as a season. Unspecified digits in the year make a decade
        (201X), a century (20XX) or a millennium (1XXX); those in the day or month leave the
        precision that of the day or month, as in the EDTF specification.
        """
        return self._anchor_point.precision

    @cached_property
    def sort_key(self) -> tuple[Day, int, bool, Day, int, str]:
        """A total order: by anchor, then coarser before finer, shorter before longer, then by
        time of day (in UTC where the zone is known), then by text.

        Precision comes before length so that a date with only a year stands before every dated
        event of that year, those of 1 January included; open ends are the longest.
        """
        return (
            self.anchor,
            _COARSENESS[self.precision],
            self.latest is None,
            self.latest or 0,
            self.clock.seconds if self.clock else 0,
            self.edtf,
        )

    @property
    def clock(self) -> Clock | None:
        """The time of day on `anchor`, where one is written."""
        return self._anchor_point.clock

    @property
    def year(self) -> int:
        """The astronomical year of `anchor`."""
        return ymd(self.anchor)[0]

    @property
    def month(self) -> int | None:
        """The month of `anchor`, 1 to 12, when the end that gives it has a known year and month.

        So 2022-12-XX and [2022-11-28..2022-12-03] have a month (the first possible one); 2022,
        1985-XX-XX, 1984-1X and seasons have none. Where those are filed: model/periods.py.
        """
        return ymd(self.anchor)[1] if self._anchor_point.is_month_known else None

    @cached_property
    def words(self) -> str:
        """The date in English: "17 November 2022", "some day in December 2022"."""
        return words.full(self.kind, self.spans, self.is_open_start, self.is_open_end)

    @cached_property
    def short_words(self) -> str:
        """The same for narrow places: "17 Nov 2022", "c. Dec 2022", "1–10 Dec 2022"."""
        return words.short(self.kind, self.spans, self.is_open_start, self.is_open_end)

    @property
    def datetime_attribute(self) -> str:
        """A valid value for HTML's `<time datetime>`, or "" where HTML has none.

        HTML knows single years, months, days and times of the year 1 and later, with four or
        more digits, and zones with hours and minutes (HTML Standard, "Dates and times"). It has
        no mark for approximate: such a date gives the period that is written.
        """
        point = self._anchor_point
        if self.kind != "single" or point.precision == "season" or point.years[0] < 1:
            return ""
        date = "-".join([f"{point.years[0]:04d}", *(f"{n:02d}" for n in point.months + point.days)])
        return f"{date}T{self.clock}" if self.clock else date

    @property
    def _points(self) -> list[Point]:
        return [point for span in self.spans for point in (span.first, span.last) if point]

    @cached_property
    def _anchor_point(self) -> Point:
        if self.earliest is None:
            lasts = [span.last for span in self.spans if span.last]
            return max(lasts, key=lambda point: point.latest)
        firsts = [span.first for span in self.spans if span.first]
        return min(firsts, key=lambda point: point.earliest)


def of_point(point: Point) -> Date:
    """The date of a single point; unspecified digits make it one of several days."""
    return Date(point.edtf, "single" if point.is_known else "one-of", (Span(point, point),))
