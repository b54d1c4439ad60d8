"""A page for each track: what is at stake, its states, who holds what, its figures and events."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.model.findings.open_questions import open_questions
from timeline.model.findings.sourcing import backing
from timeline.records import Track
from timeline.render.pages.page import Crumb, Page, summary
from timeline.render.pages.past import past
from timeline.render.pages.pictures import pictures
from timeline.render.pages.positions import held_on
from timeline.render.pages.site import HOME, Site
from timeline.render.pages.told import all_told, contradicted


def pages(site: Site) -> Iterator[Page]:
    """A page for each track, in their order."""
    for track in site.timeline.tracks.values():
        yield _page(track, site)


def _page(track: Track, site: Site) -> Page:
    timeline = site.timeline
    events = timeline.of_track(track)
    body = site.prose.html(track.body.text, track.id)
    told = site.words.count(
        "track.description", len(events), name=track.title, title=site.about.title
    )
    return Page(
        track.address,
        "track.html",
        title=track.title,
        description=track.question or summary(body) or told.unescape(),
        section=HOME,
        crumbs=(Crumb(site.words.nav.timeline, HOME),),
        values={
            "track": track,
            "body": body,
            "past": past(track, timeline),
            "contradicted": contradicted(track, site),
            "positions": held_on(track, site),
            "open_questions": open_questions(track, timeline),
            "pictures": pictures(track, site),
            "told": all_told(track, site),
            "backing": backing(track, timeline),
            "mentioned": site.mentioned("track", track.id, *events),
            "entries": site.entries.all(events),
            "drawing": site.drawing(events, least=3),
            "edit_url": site.edit_url(track.file),
            "report_url": site.report_url(track.title),
        },
    )
