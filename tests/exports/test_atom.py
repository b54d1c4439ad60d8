"""Atom feeds, as a schema and as a feed reader see them."""

from pathlib import Path

import feedparser
import pytest
from lxml import etree

from tests.exports.making import (
    URL,
    body,
    corrected,
    dig,
    event,
    many,
    timeline,
    whole_body,
    withdrawn,
)
from timeline.exports import atom
from timeline.exports.feeds import feeds
from timeline.model.model import Timeline
from timeline.records import Body

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))

HARD = timeline(
    event("a", title="A < B & \x07 “C”", corrections=corrected("2023-01-09")),
    event("b", withdrawn=withdrawn("2023-02-01"), body=Body("]]> &amp;")),
    url=URL,
    licence="CC BY 4.0",
)


def written(timeline: Timeline) -> dict[str, bytes]:
    return atom.render(list(feeds(timeline, body)), timeline.about)


@pytest.mark.parametrize(
    "timeline",
    [timeline(), timeline(as_of=""), timeline(event("a")), HARD, many(300, url=URL)],
    ids=["empty", "empty and undated", "without an address", "hard", "long"],
)
def test_every_feed_is_valid(timeline: Timeline) -> None:
    for address, feed in written(timeline).items():
        assert SCHEMA.validate(etree.fromstring(feed)), f"{address}: {SCHEMA.error_log}"


def test_feeds_of_years_bce_are_valid_and_keep_the_order_of_time() -> None:
    told = dig()
    found = atom.render(list(feeds(told, whole_body(told))), told.about)
    assert all(SCHEMA.validate(etree.fromstring(feed)) for feed in found.values())
    read = feedparser.parse(found["feed.xml"])
    assert [entry.title for entry in read.entries[-2:]] == [
        "The house is built", "The hill rises out of the sea",
    ]  # fmt: skip
    assert all(entry.updated_parsed for entry in read.entries)


def test_schema_refuses_a_feed_that_is_wrong() -> None:
    """The schema is ours: this shows that it can say no."""
    feed = etree.fromstring(written(timeline(event("a")))["feed.xml"])
    feed.remove(feed.find("{*}updated"))
    assert not SCHEMA.validate(feed)


def test_feed_reader_reads_what_was_written() -> None:
    read = feedparser.parse(written(HARD)["feed.xml"])
    assert not read.bozo
    assert read.feed.title == "Back channels"
    assert read.feed.author == "Back channels"
    assert read.feed.link == URL
    assert read.feed.rights == "CC BY 4.0"
    assert [entry.title for entry in read.entries] == ["Withdrawn: B", "A < B & \ufffd “C”"]
    assert read.entries[1].link == f"{URL}events/a.html"
    assert read.entries[1].tags[0].label == "Ammonia & grain"
    assert read.entries[1].updated == "2023-01-09T00:00:00Z"
    assert "<p>What is told of a.</p>" in read.entries[1].content[0].value


def test_links_lead_to_the_site_where_it_has_no_address() -> None:
    """RFC 3986, 5.1.3: what has no base of its own is relative to where it was found."""
    read = feedparser.parse(
        written(timeline(event("a")))["tracks/ammonia.xml"],
        response_headers={"content-location": "https://somewhere.example/x/tracks/ammonia.xml"},
    )
    assert read.feed.link == "https://somewhere.example/x/tracks/ammonia.html"
    assert read.entries[0].link == "https://somewhere.example/x/events/a.html"
    assert (
        'href="https://somewhere.example/x/sources/paper.html"' in read.entries[0].content[0].value
    )


def test_ids_are_the_same_with_and_without_public_address() -> None:
    local, public = (
        feedparser.parse(written(timeline(event("a"), url=url))["feed.xml"]) for url in ("", URL)
    )
    assert local.feed.id == public.feed.id
    assert local.entries[0].id == public.entries[0].id
