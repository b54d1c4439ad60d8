from dataclasses import replace
from xml.etree import ElementTree

from tests.exports.making import (
    AMMONIA,
    PAPER,
    RUSSIA,
    URL,
    corrected,
    dig,
    event,
    pages,
    timeline,
    withdrawn,
)
from timeline import dates
from timeline.dates import Moment
from timeline.exports import sitemap
from timeline.model.model import Timeline
from timeline.records import Position

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(written: bytes) -> dict[str, str | None]:
    """Address → lastmod."""
    root = ElementTree.fromstring(written)
    return {
        entry.findtext("s:loc", "", NAMES): entry.findtext("s:lastmod", None, NAMES)
        for entry in root
    }


def written(timeline: Timeline) -> dict[str, str | None]:
    return listed(sitemap.render(timeline, pages(timeline))["sitemap.xml"])


def test_nothing_is_written_without_a_public_address() -> None:
    """A sitemap has whole addresses only, and robots.txt would have nothing to name."""
    told = timeline(event("a"))
    assert sitemap.render(told, pages(told)) == {}


def test_sitemap_lists_the_pages_that_exist_and_lead_somewhere() -> None:
    told = timeline(
        event("a", aliases=("old",)), event("b", withdrawn=withdrawn("2023-01-09")), url=URL
    )
    assert set(written(told)) == {
        URL,
        *(
            f"{URL}{page}"
            for page in pages(told)
            if page not in ("index.html", "404.html", "events/old.html")
        ),
    }


def test_files_for_machines_are_no_pages() -> None:
    found = sitemap.render(timeline(url=URL), ["index.html", "feed.xml", "assets/css/a.css"])
    assert set(listed(found["sitemap.xml"])) == {URL}


def test_pages_were_changed_when_what_they_tell_was() -> None:
    days = written(
        timeline(
            event("a", "2022-11-17", corrections=corrected("2023-01-09")),
            event("b", "2022-11-30"),
            url=URL,
        )
    )
    assert days[f"{URL}events/a.html"] == "2023-01-09"
    assert days[f"{URL}events/b.html"] == "2022-11-30"
    for page in ("", "tracks/ammonia.html", "when/2022-11.html", "corrections.html"):
        assert days[f"{URL}{page}"] == "2023-01-09", page
    assert days[f"{URL}about.html"] is None


def test_pages_were_changed_when_a_file_that_they_show_was() -> None:
    told = timeline(
        event("a", "2022-11-17"), event("b", "2022-12-30", tracks=("swaps",), actors=()), url=URL
    )
    held = replace(RUSSIA, positions=(Position("swaps", "wants", "All of them", ()),))
    moments = {
        file: Moment(dates.day_number(2023, 1, day), 3600)
        for day, file in enumerate(
            ("timeline.md", "events/a.md", PAPER.file, RUSSIA.file, AMMONIA.file), start=1
        )
    }
    days = written(replace(told, actors={**told.actors, "russia": held}, changed=moments))
    assert {
        address.removeprefix(URL): changed
        for address, changed in days.items()
        if changed and changed.startswith("2023")
    } == {
        "about.html": "2023-01-01T01:00:00Z",
        "events/a.html": "2023-01-02T01:00:00Z",
        "when/2022.html": "2023-01-02T01:00:00Z",
        "when/2022-11.html": "2023-01-02T01:00:00Z",
        "actors/ukraine.html": "2023-01-02T01:00:00Z",
        "sources/index.html": "2023-01-03T01:00:00Z",
        "sources/paper.html": "2023-01-03T01:00:00Z",
        "actors/index.html": "2023-01-04T01:00:00Z",
        "actors/russia.html": "2023-01-04T01:00:00Z",
        "tracks/swaps.html": "2023-01-04T01:00:00Z",  # what Russia wants there
        "tracks/ammonia.html": "2023-01-05T01:00:00Z",
        "": "2023-01-05T01:00:00Z",
    }


def test_page_was_changed_when_one_of_its_events_was_withdrawn() -> None:
    told = timeline(
        event("a", "2022-11-17"),
        event("b", "2022-11-18", withdrawn=withdrawn("2023-01-12")),
        url=URL,
    )
    days = written(told)
    assert days[f"{URL}when/2022-11.html"] == days[f"{URL}when/2022.html"] == "2023-01-12"


def test_actor_without_events_was_changed_when_its_file_was() -> None:
    told = timeline(event("a", actors=()), url=URL)
    assert written(told)[f"{URL}actors/russia.html"] is None
    commit = Moment(dates.day_number(2023, 1, 9))
    days = written(replace(told, changed={RUSSIA.file: commit}))
    assert days[f"{URL}actors/russia.html"] == "2023-01-09"


def test_page_of_corrections_was_changed_when_the_last_of_them_was_made() -> None:
    told = timeline(
        event("a", corrections=corrected("2023-01-09")),
        event("b", withdrawn=withdrawn("2023-01-12")),
        url=URL,
    )
    assert written(told)[f"{URL}corrections.html"] == "2023-01-12"


def test_no_page_is_said_to_be_older_than_the_web() -> None:
    told = dig()
    days = sitemap.lastmod(told)
    assert "events/hill-rises.html" not in days
    assert "events/first-cut.html" in days


def test_sitemap_of_very_many_pages_is_a_list_of_parts() -> None:
    told = timeline(url=URL)
    addresses = [f"events/e{number}.html" for number in range(sitemap.LIMIT + 1)]
    found = sitemap.render(told, addresses)
    parts = [name for name in found if name.startswith("sitemap-")]
    assert set(listed(found["sitemap.xml"])) == {f"{URL}{part}" for part in parts}
    sizes = [len(listed(found[part])) for part in parts]
    assert sizes == [sitemap.LIMIT, 1]


def test_robots_are_welcome_and_told_of_the_sitemap() -> None:
    told = timeline(url=URL)
    robots = sitemap.render(told, pages(told))["robots.txt"].decode()
    assert robots == f"User-agent: *\nAllow: /\n\nSitemap: {URL}sitemap.xml\n"
