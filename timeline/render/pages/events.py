"""Pages of events, the withdrawn ones too, and pages at former ids that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.model.findings.chains import chain
from timeline.model.findings.clocks import delay
from timeline.model.periods import period_of
from timeline.records import Event, Track
from timeline.render.drawings import rails
from timeline.render.pages.page import Crumb, Page, summary
from timeline.render.pages.site import HOME, Site
from timeline.render.pages.told import told


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The events before and after one: on a track, or (`track` None) in time."""

    track: Track | None
    before: Event | None
    after: Event | None


def pages(site: Site) -> Iterator[Page]:
    """Every event's page, then the redirects."""
    timeline = site.timeline
    in_time = _neighbours(None, list(timeline.events))
    on_track = {
        track.id: _neighbours(track, timeline.of_track(track)) for track in timeline.tracks.values()
    }
    for event in timeline.by_id.values():
        everywhere = in_time.get(event.id)
        on_lane = on_track[event.tracks[0]].get(event.id)
        yield _page(event, _different(everywhere, on_lane), site)
    for event in timeline.by_id.values():
        for alias in event.aliases:
            yield Page(
                f"events/{alias}.html",
                "moved.html",
                title=event.title,
                description=event.title,
                values={"target": event.address},
            )


def _page(event: Event, neighbours: list[Neighbours], site: Site) -> Page:
    entry = site.entries.of(event)
    lane = entry.tracks[0]
    summed_up = site.words.say("event.description", title=event.title, when=event.when).unescape()
    hangs = chain(event, site.timeline)
    return Page(
        event.address,
        "event.html",
        subject=event,
        title=event.title,
        description=summary(entry.html) or summed_up,
        section=HOME,
        crumbs=(Crumb(site.words.nav.timeline, HOME), Crumb(lane.title, lane.address)),
        values={
            "entry": entry,
            "period": period_of(event.date),
            "delay": delay(event),
            "silent": told(event, site).silent,
            "rails": rails.draw(hangs) if hangs else None,
            "mentioned": site.mentioned("event", event.id, *(hangs.events if hangs else ())),
            "neighbours": neighbours,
            "edit_url": site.edit_url(event.file),
            "report_url": site.report_url(event.title),
        },
    )


def _neighbours(track: Track | None, events: Sequence[Event]) -> dict[str, Neighbours]:
    """Event id → what stands before and after it."""
    around = zip([None, *events], events, [*events[1:], None], strict=False)
    return {event.id: Neighbours(track, before, after) for before, event, after in around}


def _different(everywhere: Neighbours | None, on_lane: Neighbours | None) -> list[Neighbours]:
    """Those that lead somewhere; the lane's only where it leads elsewhere than time does."""
    found = [near for near in (everywhere, on_lane) if near and (near.before or near.after)]
    ways = {(near.before, near.after): near for near in reversed(found)}
    return [near for near in found if ways[near.before, near.after] is near]
