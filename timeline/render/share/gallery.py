"""Gallery: the picture of every page, as SVG, and the words that stand for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from timeline.exports import pictures
from timeline.exports.addresses import HOME
from timeline.exports.pictures import HEIGHT, WIDTH
from timeline.model.model import Timeline
from timeline.records import Actor, Event, Track
from timeline.render.entries import Entries
from timeline.render.share import lettering
from timeline.render.share.cards import Card, Cards
from timeline.render.share.palette import Palette
from timeline.render.share.sheet import FLOOR, LEFT, RIGHT
from timeline.render.templating import environment
from timeline.render.words import Words

#: Where the fonts stand in the folder of templates.
FONTS = Path("share") / "fonts"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture to share: its address in the site, what it says, and its drawing."""

    address: str
    alt: str
    svg: str


class Gallery:
    """The pictures of a timeline, each made when it is asked for, once."""

    def __init__(
        self,
        timeline: Timeline,
        words: Words,
        entries: Entries,
        templates: Path,
        palette: Palette,
    ) -> None:
        self._timeline = timeline
        self._own = pictures.of(timeline)
        self._pages = {picture: page for page, picture in self._own.items()}
        self._templates = templates
        self._palette = palette
        self._cards = Cards(timeline, words, entries, lettering.read(templates / FONTS), palette)
        self._made: dict[str, Picture] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        """The address of every picture."""
        return tuple(self._pages)

    def of_page(self, page: str) -> Picture | None:
        """The picture of a page, its own or that of all; None where the site has none."""
        return self.at(pictures.address(page, self._own))

    def at(self, address: str) -> Picture | None:
        """The picture at an address, or None."""
        if address not in self._pages:
            return None
        if address not in self._made:
            self._made[address] = self._picture(address)
        return self._made[address]

    def every(self) -> Iterator[Picture]:
        """All of them."""
        return (picture for address in self._pages if (picture := self.at(address)))

    def _picture(self, address: str) -> Picture:
        page = self._pages[address]
        card = self._cards.of(None if page == HOME else self._things[page])
        return Picture(address, _joined(text.full for text in card.texts), self._svg(card))

    def _svg(self, card: Card) -> str:
        return environment(self._templates).get_template(card.template).render(
            card=card, palette=self._palette, width=WIDTH, height=HEIGHT, left=LEFT, right=RIGHT,
            floor=FLOOR, **card.values,
        )  # fmt: skip

    @cached_property
    def _things(self) -> dict[str, Event | Track | Actor]:
        timeline = self._timeline
        kinds = (timeline.tracks.values(), timeline.actors.values(), timeline.events)
        return {thing.address: thing for things in kinds for thing in things}


def _joined(texts: Iterable[str]) -> str:
    """Texts as sentences; what ends in a mark of its own gets none."""
    return " ".join(text if text[-1:] in ".?!…" else f"{text}." for text in texts)
