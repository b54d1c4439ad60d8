import pytest

from tests.exports.making import URL, body, corrected, dig, event, pages, timeline
from timeline import exports
from timeline.exports import discovery
from timeline.model.model import Timeline


def addresses(timeline: Timeline, page: str) -> list[str]:
    return [link.address for link in discovery.by_page(timeline)[page]]


@pytest.mark.parametrize(
    "told",
    [timeline(), timeline(event("a", corrections=corrected("2023-01-09")), url=URL), dig()],
    ids=["empty", "corrected", "dig"],
)
def test_every_link_names_a_file_that_is_written(told: Timeline) -> None:
    files = exports.render(told, body, pages(told))
    for page, links in discovery.by_page(told).items():
        assert {link.address for link in links} <= set(files), page


@pytest.mark.parametrize(
    "told", [timeline(event("a", corrections=corrected("2023-01-09"))), dig()], ids=["a", "dig"]
)
def test_every_feed_and_calendar_is_found_from_some_page(told: Timeline) -> None:
    files = exports.render(told, body, pages(told))
    named = {link.address for links in discovery.by_page(told).values() for link in links}
    assert set(files) - named <= {"timelinejs.json", "_headers"}


def test_page_offers_its_own_feed_before_that_of_the_whole() -> None:
    """Many feed readers take the first."""
    told = timeline(event("a"))
    assert addresses(told, "actors/russia.html")[:4] == [
        "actors/russia.xml", "actors/russia.json", "actors/russia.ics", "feed.xml",
    ]  # fmt: skip
    assert addresses(told, "events/a.html")[0] == "tracks/ammonia.xml"


def test_home_offers_the_data_too() -> None:
    assert addresses(timeline(event("a")), "index.html") == [
        "feed.xml", "feed.json", "events.ics", "events.json", "events.csv",
    ]  # fmt: skip
