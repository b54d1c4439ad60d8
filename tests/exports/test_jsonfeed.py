"""JSON feeds against the rules of https://www.jsonfeed.org/version/1.1/."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.exports.making import URL, body, corrected, event, many, timeline, withdrawn
from timeline.exports import jsonfeed
from timeline.exports.feeds import feeds
from timeline.model.model import Timeline

TOP = {
    "version",
    "title",
    "home_page_url",
    "feed_url",
    "description",
    "language",
    "authors",
    "items",
}
ITEM = {"id", "url", "title", "content_html", "date_published", "date_modified", "tags"}
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def written(timeline: Timeline) -> dict[str, Any]:
    found = jsonfeed.render(list(feeds(timeline, body)), timeline.about)
    return {address: json.loads(feed) for address, feed in found.items()}


def faults(feed: dict[str, Any]) -> list[str]:
    """What the specification would not have, in words."""
    items = feed["items"]
    addresses = [feed.get("home_page_url"), feed.get("feed_url"), *(i.get("url") for i in items)]
    moments = [item[name] for item in items for name in ("date_published", "date_modified")]
    ids = [item["id"] for item in items]
    found = {
        "an unknown member": set(feed) - TOP or any(set(item) - ITEM for item in items),
        "another version": feed["version"] != "https://jsonfeed.org/version/1.1",
        "no title": not isinstance(feed["title"], str) or not feed["title"],
        "an author without anything": not all(feed["authors"]),
        "an id that is not text": not all(isinstance(id, str) and id for id in ids),
        "an id twice": len(ids) != len(set(ids)),
        "an item without content": not all(item["content_html"] for item in items),
        "an address that is not whole": not all(urlsplit(a).netloc for a in addresses if a),
        "a date that is not of RFC 3339": not all(map(RFC_3339.fullmatch, moments)),
        "an empty member": any(value == "" for part in (feed, *items) for value in part.values()),
    }
    return [fault for fault, is_there in found.items() if is_there]


@pytest.mark.parametrize(
    "timeline",
    [
        timeline(tagline=""),
        timeline(event("a")),
        timeline(event("a", corrections=corrected("2023-01-09")), url=URL),
        timeline(event("a", withdrawn=withdrawn("2023-01-09")), url=URL),
        many(300, url=URL),
    ],
    ids=["empty", "without an address", "corrected", "withdrawn", "long"],
)
def test_every_feed_keeps_the_rules(timeline: Timeline) -> None:
    for address, feed in written(timeline).items():
        assert faults(feed) == [], address


def test_feed_says_where_it_is_and_what_it_is_about() -> None:
    feed = written(timeline(event("a"), url=URL))["tracks/ammonia.json"]
    assert feed["title"] == "Ammonia & grain · Back channels"
    assert feed["description"] == "Does it flow?"
    assert feed["home_page_url"] == f"{URL}tracks/ammonia.html"
    assert feed["feed_url"] == f"{URL}tracks/ammonia.json"
    item = feed["items"][0]
    assert item["url"] == f"{URL}events/a.html"
    assert item["tags"] == ["Ammonia & grain"]
    assert f'href="{URL}sources/paper.html"' in item["content_html"]


def test_feed_without_public_address_gives_none() -> None:
    """JSON Feed knows no relative addresses."""
    feed = written(timeline(event("a")))["tracks/ammonia.json"]
    assert not {"home_page_url", "feed_url"} & set(feed)
    assert "url" not in feed["items"][0]
    assert 'href="../sources/paper.html"' in feed["items"][0]["content_html"]


def test_ids_are_those_of_the_atom_feeds() -> None:
    told = timeline(event("a"))
    ids = [entry.id for entry in next(feeds(told, body)).entries]
    assert [item["id"] for item in written(told)["feed.json"]["items"]] == ids
