"""Exports: the timeline for machines, one format a module.

    events_json    events.json           everything, as data
    table          events.csv            a row for each event
    timelinejs     timelinejs.json       slides for TimelineJS 3
    atom           feed.xml, …           }  from `feeds`: the whole, tracks, actors, sources,
    jsonfeed       feed.json, …          }  corrections
    icalendar      events.ics, …         the whole, tracks, actors
    sitemap        sitemap.xml, robots.txt
    headers        _headers              what some hosts send along with a page
    oembed         oembed/….json         how other sites show a page in a frame

What a page's head says to machines is made here too, and set by the pages:

    meta           share tags, Dublin Core
    pictures       which page has which picture to share
    discovery      links to feeds, calendars and data
    jsonld         schema.org

    feeds, channels, account, revisions, addresses, iso8601    what they share
"""

from __future__ import annotations

from collections.abc import Collection

from timeline.exports import (
    atom,
    events_json,
    headers,
    icalendar,
    jsonfeed,
    oembed,
    sitemap,
    table,
    timelinejs,
)
from timeline.exports.events_json import Html
from timeline.exports.feeds import feeds
from timeline.model.model import Timeline
from timeline.records import Event


def render(timeline: Timeline, html: Html, site_addresses: Collection[str]) -> dict[str, bytes]:
    """Every file for machines, by address; another format is a module and a line here.

    `html` gives an event's body with links that begin at the site's root, `site_addresses`
    are those of the pages.
    """
    about = timeline.about
    html = _once(html)
    news = list(feeds(timeline, html))
    return {
        "events.json": events_json.render(timeline, html),
        "events.csv": table.render(timeline, html),
        timelinejs.ADDRESS: timelinejs.render(timeline, html),
        **atom.render(news, about),
        **jsonfeed.render(news, about),
        **icalendar.render(timeline, html),
        **sitemap.render(timeline, site_addresses),
        headers.ADDRESS: headers.render(site_addresses),
        **oembed.render(timeline),
    }


def _once(html: Html) -> Html:
    """The same, but each event's body is made once for all formats."""
    made: dict[str, str] = {}

    def kept(event: Event) -> str:
        if event.id not in made:
            made[event.id] = html(event)
        return made[event.id]

    return kept
