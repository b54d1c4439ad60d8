"""The overview: which events of very many stand on the pages that hold all that a page can.

The others stand on the pages of their months, from where the home page's script fetches them.
"""

from __future__ import annotations

from timeline.records import Event

#: One page never carries more events: a longer one takes phones seconds to lay out.
LIMIT = 500


def overview(events: tuple[Event, ...], limit: int = LIMIT) -> tuple[Event, ...]:
    """All events, or of too many the key ones and then the newest, in their order."""
    if len(events) <= limit:
        return events
    key = [event for event in events if event.key][-limit:]
    others = [event for event in events if not event.key]
    chosen = {event.id for event in key + others[len(others) - limit + len(key) :]}
    return tuple(event for event in events if event.id in chosen)


def beyond(events: tuple[Event, ...], limit: int = LIMIT) -> tuple[Event, ...]:
    """The events that have no place in the overview, in their order."""
    chosen = {event.id for event in overview(events, limit)}
    return tuple(event for event in events if event.id not in chosen)
