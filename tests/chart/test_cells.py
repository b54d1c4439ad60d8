"""How many events there are in every month, where the home page cannot hold all of them."""

from functools import cache
from itertools import pairwise

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.render.telling import TEMPLATES
from tests.synthetic import timeline
from timeline.model.model import Timeline
from timeline.model.overview import LIMIT, beyond, overview
from timeline.render import pages
from timeline.render.chart import draw
from timeline.render.chart.cells import Cell
from timeline.render.chart.lanes import STEPS
from timeline.render.pages import home, when

MANY = 620


def written(made: Timeline) -> dict[str, str]:
    """The home page and the pages of months and years, by address."""
    shared = pages.surroundings(made, TEMPLATES, draw=draw)
    told = [*home.pages(shared), *when.pages(shared)]
    return {page.address: pages.typeset(page, shared, TEMPLATES).decode() for page in told}


@cache
def large() -> dict[str, str]:
    """The pages of a timeline of more events than the home page holds."""
    return written(timeline(MANY, first="2022-03-01"))


@cache
def site() -> dict[str, LexborHTMLParser]:
    """The same, to ask."""
    return {address: LexborHTMLParser(html) for address, html in large().items()}


def entries(address: str) -> set[str | None]:
    """The ids of the entries in the text of a page."""
    return {article.id for article in site()[address].css(".register .entry")}


def cells(made: Timeline) -> tuple[Cell, ...]:
    return draw(made, overview(made.events), beyond(made.events)).axes[0].cells


def test_the_number_of_a_month_is_that_of_the_entries_on_its_page() -> None:
    links = site()["index.html"].css(".cell a")
    told = {link.attributes["href"] or "": link.text() for link in links}
    assert told == {a: str(len(entries(a))) for a in site() if a.count("-") == 1}


def test_a_link_says_how_many_of_its_events_are_on_the_home_page() -> None:
    for link in site()["index.html"].css(".cell a"):
        address = link.attributes["href"] or ""
        here = len(entries(address) & entries("index.html"))
        name = link.attributes["aria-label"] or ""
        assert name.endswith(f", {here} of them here") == (here < int(link.text()))
        assert name.partition(",")[0] == f"{heading(address)}: {link.text()} events"


def heading(address: str) -> str:
    """What a page is called."""
    node = site()[address].css_first("h1")
    return node.text() if node else ""


def test_the_home_page_says_of_how_many_events_it_shows_some() -> None:
    home_page = site()["index.html"]
    status = home_page.css_first("timeline-filters [role=status]")
    assert status
    assert status.text() == f"{LIMIT} of {MANY} events shown"
    assert len(entries("index.html")) == LIMIT == len(home_page.css(".mark"))


def test_the_page_of_a_month_has_the_marks_that_the_home_page_lacks() -> None:
    months = [address for address in site() if address.count("-") == 1]
    assert any(entries(address) - entries("index.html") for address in months)
    for address in months:
        lacking = entries(address) - entries("index.html")
        page = offered(large()[address])
        marks = {link.attributes["href"] for link in page.css("ol > .mark > a")}
        assert marks == {f"#{id}" for id in lacking}
        assert len(page.css("section[data-period]")) == bool(lacking)


def test_the_list_of_months_says_how_many_of_their_events_are_not_on_the_home_page() -> None:
    for link in site()["index.html"].css(".by-month .months a"):
        lacking = entries(link.attributes["href"] or "") - entries("index.html")
        assert int(link.attributes.get("data-missing") or 0) == len(lacking)


def test_the_page_of_a_year_has_whole_entries_of_what_has_no_month() -> None:
    """In its own text it has them in a few lines, which would not do on the home page."""
    made = timeline(LIMIT + 60, days=["2001", "2002-03-04"])
    page = offered(written(made)["when/2001.html"])
    lacking = [event.id for event in beyond(made.events) if event.date.edtf == "2001"]
    assert lacking
    assert [article.id for article in page.css("article.entry:not(.brief)")] == lacking
    assert len(page.css("ol > .mark")) == len(lacking)


def offered(html: str) -> LexborHTMLParser:
    """What a page holds for the home page."""
    return LexborHTMLParser(html.partition("<template data-order")[2].partition("</template>")[0])


def test_where_the_page_holds_all_events_there_are_no_cells() -> None:
    made = timeline(40)
    assert cells(made) == ()
    assert 'class="cells"' not in written(made)["index.html"]
    assert "<template data-order" not in "".join(written(made).values())


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2021-06-01", "2022-12-15"),
        ("2010-01-01", "2022-12-15"),
        ("1750-01-01", "2022-12-15"),
        ("-0899", "0899"),
        ("Y-13799999999", "2022"),
    ],
)
def test_at_every_width_there_are_cells_with_room_and_they_never_meet(
    first: str, last: str
) -> None:
    found = cells(timeline(LIMIT + 40, first=first, last=last, vague=0.0))
    for width in STEPS:
        shown = [c for c in found if c.step <= width and (c.until is None or width < c.until)]
        assert shown
        assert len(shown) <= 240
        assert all(one.end <= other.start for one, other in pairwise(shown))
        wide = sum((cell.end - cell.start) * width >= 1.7 for cell in shown)
        assert wide >= len(shown) / 2


def test_an_event_of_which_only_the_year_is_known_counts_in_its_year_only() -> None:
    days = ["2001", *(f"{year}-05-03" for year in range(1985, 2022))]
    made = timeline(LIMIT + 55, days=days)
    found = cells(made)
    vague = sum(event.date.edtf == "2001" for event in made.events)
    assert vague
    assert sum(cell.total for cell in found if cell.first.month) == LIMIT + 55 - vague
    for step in {cell.step for cell in found if not cell.first.month}:
        assert sum(cell.total for cell in found if cell.step == step) == LIMIT + 55


def test_the_cells_of_years_count_what_their_months_do() -> None:
    found = cells(timeline(LIMIT + 100, first="2012-01-01", vague=0.0))
    months = [cell for cell in found if cell.first.month]
    years = [cell for cell in found if not cell.first.month]
    assert months
    for year in years:
        own = [m for m in months if year.first.year <= m.first.year <= year.last.year]
        assert year.total == sum(month.total for month in own)
        assert year.shown == sum(month.shown for month in own)


def test_every_event_that_is_not_on_the_page_has_a_place_in_its_lane() -> None:
    made = timeline(LIMIT + 200)
    lanes = draw(made, overview(made.events), beyond(made.events)).lanes
    kept = {mark.event.id: lane.track.id for lane in lanes for mark in lane.late}
    assert kept == {event.id: event.tracks[0] for event in beyond(made.events)}
