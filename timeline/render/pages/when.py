"""Pages of years and months: what happened, and where each track stood at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.dates import Date
from timeline.model.findings.clocks import known_in
from timeline.model.periods import Period, period_of
from timeline.render.entries import Entry
from timeline.render.pages.missing import missing
from timeline.render.pages.page import Crumb, Page
from timeline.render.pages.site import HOME, Site
from timeline.render.pages.states import lines


def pages(site: Site) -> Iterator[Page]:
    """Every year and month with events, in time."""
    by_period = site.timeline.by_period
    months = [period for period in by_period if period.month]
    years = [period for period in by_period if not period.month]
    late = missing(site)
    for period in by_period:
        page = _month(period, months, site) if period.month else _year(period, years, months, site)
        yield replace(page, values={**page.values, "missing": late.get(period)})


def _month(period: Period, months: Sequence[Period], site: Site) -> Page:
    events = site.timeline.by_period[period]
    entries = site.entries.all(events)
    return Page(
        period.address,
        "month.html",
        title=period.words,
        description=_description(period, entries, site),
        section=HOME,
        crumbs=(
            Crumb(site.words.nav.timeline, HOME),
            Crumb(period.whole_year.words, period.whole_year.address),
        ),
        values={
            "period": period,
            "lines": lines(site.timeline, period.last_day),
            "as_of": _told_up_to(period, site),
            "entries": entries,
            "became_known": site.entries.all(known_in(period, site.timeline)),
            "drawing": site.drawing(events, least=3),
            **_around(period, months),
        },
    )


def _year(period: Period, years: Sequence[Period], months: Sequence[Period], site: Site) -> Page:
    by_period = site.timeline.by_period
    events = by_period[period]
    own = [month for month in months if month.whole_year == period]
    return Page(
        period.address,
        "year.html",
        title=period.words,
        description=_description(period, site.entries.all(events), site),
        section=HOME,
        crumbs=(Crumb(site.words.nav.timeline, HOME),),
        values={
            "period": period,
            "lines": lines(site.timeline, period.last_day),
            "as_of": _told_up_to(period, site),
            "months": [(month, site.entries.all(by_period[month])) for month in own],
            "undated": site.entries.all(e for e in events if period_of(e.date) == period),
            **_around(period, years),
        },
    )


def _told_up_to(period: Period, site: Site) -> Date | None:
    """The day up to which the timeline tells, where a period is not over on it.

    Nor is one that has not begun, unless something is told to have happened in it all the same.
    """
    as_of = site.about.as_of
    if as_of is None or as_of.earliest is None or as_of.latest is None:
        return None
    has_begun = period.first_day <= as_of.earliest
    is_ahead = all(event.certainty == "planned" for event in site.timeline.by_period[period])
    return as_of if as_of.latest < period.last_day and (has_begun or is_ahead) else None


def _around(period: Period, periods: Sequence[Period]) -> dict[str, Period | None]:
    place = periods.index(period)
    return {
        "before": periods[place - 1] if place else None,
        "after": periods[place + 1] if place + 1 < len(periods) else None,
    }


def _description(period: Period, entries: Sequence[Entry], site: Site) -> str:
    said = site.words.count(
        "when.description", len(entries), when=period.words, title=site.about.title
    )
    return said.unescape()
