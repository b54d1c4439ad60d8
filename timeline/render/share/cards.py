"""Cards: what stands where on the picture of an event, a track, an actor, and the whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from timeline.model.findings.acting import Part, parts
from timeline.model.model import Timeline
from timeline.records import Actor, Event, Track
from timeline.render.chart.scale import Scale
from timeline.render.entries import Entries, standing
from timeline.render.share import strip, telling
from timeline.render.share.lettering import BOLD, Lettering
from timeline.render.share.palette import Palette
from timeline.render.share.sheet import FLOOR, LEFT, RIGHT, TOP, Sheet, Text
from timeline.render.share.strip import Lane
from timeline.render.words import Words

#: Pixels of a text's size → how many lines of it there may be.
_NAME = {104: 1, 84: 2, 62: 3}
_EVENT = {84: 2, 76: 2, 68: 3, 58: 3, 50: 4}
_EVENT_ABOVE_TWO_LINES = {76: 2, 64: 2, 56: 3, 46: 4}
_TRACK = {84: 1, 68: 2, 54: 3}
_TEXT = {44: 2, 38: 3}
_DATE = {44: 1, 36: 1}
_FACT = {38: 1, 34: 2}
_LINE = {38: 1, 34: 1}
#: Lines of titles stand nearer to one another.
_TIGHT = 1.1
#: From one thing to the next.
_GAP = 40
#: From lane to lane, at most and at least.
_LANE, _THINNEST = 38, 6
#: A mark's radius as part of that, and at most.
_MARK, _LARGEST = 0.32, 11


@dataclass(frozen=True, slots=True)
class Card:
    """A picture before it is drawn: a template, its texts and values, the colour of its edge."""

    template: str
    texts: tuple[Text, ...]
    hue: str
    values: Mapping[str, object] = field(default_factory=dict)


class Cards:
    """Makes the cards of a timeline."""

    def __init__(
        self,
        timeline: Timeline,
        words: Words,
        entries: Entries,
        lettering: Lettering,
        palette: Palette,
    ) -> None:
        self._timeline = timeline
        self._words = words
        self._entries = entries
        self._lettering = lettering
        self._ink = palette["ink"]
        self._hues = palette.hues(timeline.tracks)

    def of(self, thing: Event | Track | Actor | None) -> Card:
        """The card of a thing, or of the whole timeline."""
        if isinstance(thing, Event):
            return self._event(thing)
        if isinstance(thing, Track):
            return self._track(thing)
        return self._actor(thing) if thing else self._whole()

    def _event(self, event: Event) -> Card:
        entry, words, sheet = self._entries.of(event), self._words, Sheet(self._lettering)
        track = entry.tracks[0]
        backing = telling.backing(entry, words, self._lettering.settable)
        bottom = FLOOR - 36
        top = sheet.write(backing, bottom, _FACT, sign="certainty", upwards=True)
        sizes = _EVENT if bottom - top < max(_FACT) else _EVENT_ABOVE_TWO_LINES
        y = sheet.write(track.title, TOP, _LINE, weight=BOLD, sign="track")
        y = self._headline(sheet, event.title, sizes, y + _GAP + 4)
        has_room = self._lettering.has_room(event.when, RIGHT - LEFT, min(_DATE))
        sheet.write(event.when if has_room else event.date.words, y + _GAP, _DATE)
        values = {
            "certainty": event.certainty,
            "at": strip.mark(event, self._scale),
            "on_track": self._dots[track.id],
        }
        return self._signed("event", sheet, self._hues[track.id], values)

    def _track(self, track: Track) -> Card:
        timeline, words, sheet = self._timeline, self._words, Sheet(self._lettering)
        hue = self._hues[track.id]
        y = self._headline(sheet, track.title, _TRACK)
        y = sheet.write(track.question, y + _GAP, _TEXT, tone="soft")
        move = timeline.standing(track)
        if move:
            told = telling.state(standing(track, move), words)
            y = sheet.write(told, y + _GAP + 10, _FACT, weight=BOLD, sign="state")
        scale = strip.axis(timeline.of_track(track), timeline.about.as_of)
        bottom = FLOOR - 10
        top = min(max(y + 44, bottom - 130), bottom)
        values = {
            "state_tone": move.state.tone if move else "",
            "course": strip.course(track, timeline, scale, hue, top, bottom),
        }
        return self._signed("track", sheet, hue, values)

    def _actor(self, actor: Actor) -> Card:
        timeline, words, sheet = self._timeline, self._words, Sheet(self._lettering)
        taken = self._parts.get(actor.id, ())
        names = [timeline.actors[office.of].name for office in actor.offices]
        y = self._headline(sheet, actor.name, _NAME)
        y = sheet.write(telling.offices(actor, names, words), y + _GAP, _FACT, tone="soft")
        y = sheet.write(telling.roles_taken(taken, words), y + _GAP, _FACT)
        lanes = self._lanes([part.event for part in taken], y + _GAP)
        return self._signed("lanes", sheet, self._ink, {"lanes": lanes})

    def _whole(self) -> Card:
        timeline, about, sheet = self._timeline, self._timeline.about, Sheet(self._lettering)
        y = self._headline(sheet, about.title, _NAME)
        y = sheet.write(about.tagline, y + _GAP, _TEXT, tone="soft")
        lanes = self._lanes(timeline.events, y + _GAP - 4)
        extent = telling.extent(len(timeline.events), len(timeline.tracks), self._words)
        return self._signed("lanes", sheet, self._ink, {"lanes": lanes}, extent)

    def _headline(self, sheet: Sheet, text: str, sizes: Mapping[int, int], y: float = TOP) -> float:
        """Write what the picture is of; what it is part of, where the fonts lack letters for it."""
        title = text if self._lettering.settable(text) else self._timeline.about.title
        return sheet.write(title, y, sizes, weight=BOLD, leading=_TIGHT)

    def _signed(
        self, template: str, sheet: Sheet, hue: str, values: Mapping[str, object], name: str = ""
    ) -> Card:
        about = self._timeline.about
        is_said = any(text.full == about.title for text in sheet.texts)
        sheet.sign(name or ("" if is_said else about.title), telling.as_of(about, self._words))
        return Card(f"share/{template}.svg", sheet.texts, hue, values)

    def _lanes(self, events: Sequence[Event], top: float) -> list[Lane]:
        """A lane for each track with events, from a height down to the floor."""
        scale = self._scale
        on_track = {
            track.id: [event for event in events if event.tracks[0] == track.id]
            for track in self._timeline.tracks.values()
        }
        used = [(id, lane) for id, lane in on_track.items() if lane]
        used = used[: max(0, int((FLOOR - top) / _THINNEST))]
        step = min(_LANE, (FLOOR - top) / max(1, len(used)))
        size = min(_LARGEST, step * _MARK)
        first = FLOOR - step * (len(used) - 0.5)
        return [
            strip.lane(lane, scale, first + place * step, size, self._hues[id])
            for place, (id, lane) in enumerate(used)
        ]

    @cached_property
    def _scale(self) -> Scale:
        return strip.axis(self._timeline.events, self._timeline.about.as_of)

    @cached_property
    def _dots(self) -> Mapping[str, str]:
        """Track id → where its events stand on the axis, as a path of points."""
        timeline = self._timeline
        return {
            id: "".join(
                f"M{mark.x} {FLOOR}h0"
                for mark in strip.marks_apart(timeline.of_track(track), self._scale)
            )
            for id, track in timeline.tracks.items()
        }

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Part, ...]]:
        return parts(self._timeline)
