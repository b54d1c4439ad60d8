"""JSON feeds (JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/).

That format knows whole addresses only. Where timeline.md gives no `url`, its members for them are
left out, and links in the text are relative to the feed's own address.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from timeline.dates import Moment
from timeline.exports.addresses import HOME, linked, public
from timeline.exports.feeds import Entry, Feed
from timeline.exports.revisions import timestamp
from timeline.records import About

VERSION = "https://jsonfeed.org/version/1.1"
TYPE = "application/feed+json"


def render(feeds: Iterable[Feed], about: About) -> dict[str, bytes]:
    """Each feed as a file, by address."""
    return {f"{feed.stem}.json": _feed(feed, about) for feed in feeds}


def _feed(feed: Feed, about: About) -> bytes:
    here = f"{feed.stem}.json"
    told = {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": public(about, feed.page),
        "feed_url": public(about, here),
        "language": about.language,
        "authors": [_given({"name": about.title, "url": public(about, HOME)})],
        "items": [_item(entry, about, here) for entry in feed.entries],
    }
    return (json.dumps(_given(told), ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry, about: About, here: str) -> dict[str, Any]:
    return _given(
        {
            "id": entry.id,
            "url": public(about, entry.page),
            "title": entry.title,
            "content_html": linked(entry.html, about, entry.page, here),
            "date_published": timestamp(Moment(entry.published)),
            "date_modified": timestamp(entry.updated),
            "tags": [track.title for track in entry.tracks],
        }
    )


def _given(members: dict[str, Any]) -> dict[str, Any]:
    """Without the members that say nothing; an empty list of items is one that must be there."""
    return {name: value for name, value in members.items() if value != ""}
