"""Periods: the years and months that have a page of their own below when/."""

from __future__ import annotations

from dataclasses import dataclass

from timeline import dates
from timeline.dates import Date, Day


@dataclass(frozen=True, slots=True)
class Period:
    """A year, or a month of it; years count astronomically, 0 is 1 BCE."""

    year: int
    month: int | None = None

    @property
    def edtf(self) -> str:
        """What its page is called: 2022-11, -0043, -13800000000."""
        year = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        return f"{year}-{self.month:02d}" if self.month else year

    @property
    def address(self) -> str:
        """Where its page stands in the site."""
        return f"when/{self.edtf}.html"

    @property
    def words(self) -> str:
        """The period for a reader: "November 2022", "44 BCE"."""
        return self._date.words

    @property
    def short_words(self) -> str:
        """The same for narrow places: "Nov 2022"."""
        return self._date.short_words

    @property
    def _date(self) -> Date:
        return dates.parse(("Y" if abs(self.year) > 9999 else "") + self.edtf)

    @property
    def whole_year(self) -> Period:
        """The year that a month belongs to."""
        return Period(self.year)

    @property
    def first_day(self) -> Day:
        """The day on which it begins."""
        return dates.day_number(self.year, self.month or 1, 1)

    @property
    def last_day(self) -> Day:
        """The day at whose end the page tells where each track stood."""
        if self.month and self.month < 12:
            return dates.day_number(self.year, self.month + 1, 1) - 1
        return dates.day_number(self.year + 1, 1, 1) - 1

    @property
    def order(self) -> tuple[int, int]:
        """By year and month; a year stands before its months."""
        return (self.year, self.month or 0)


def period_of(date: Date) -> Period:
    """The page on which a date is told: the month of its first possible day, or its year.

    The year where nothing finer is known, or not even that: 2022, 2022-XX, 201X.
    """
    return Period(date.year, date.month or _first_month(date))


def is_within(date: Date, period: Period) -> bool:
    """Whether a date is told on a period's page; a year tells what its months tell, too."""
    return period in (period_of(date), period_of(date).whole_year)


def _first_month(date: Date) -> int | None:
    """The month in which a season begins, or a choice of some months of a year (1984-1X).

    What leaves every month or the year open begins in January only because years do.
    """
    ends = (end for span in date.spans for end in (span.first, span.last) if end)
    is_part_of_year = any(
        len(end.years) == 1 and 0 < len(end.months) < 12
        for end in ends
        # The end by which the date is filed. A year may begin on the same day, so how finely it
        # is written counts too.
        if end.precision == date.precision and date.anchor in (end.earliest, end.latest)
    )
    return dates.ymd(date.anchor)[1] if is_part_of_year else None
