"""Sheet: texts at their places on a picture, in pixels from its upper left corner."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from timeline.exports.pictures import HEIGHT, WIDTH
from timeline.render.share.lettering import BOLD, PLAIN, Lettering, Setting

#: From where to where there are words. A track's colour stands to the left of them.
LEFT, RIGHT = 88, WIDTH - 64
TOP = 58
#: Where the site's name stands, and where that ends what is written or drawn above it.
FOOT = HEIGHT - 44
FLOOR = HEIGHT - 104
#: How high Literata's capitals are, in ems.
CAPITALS = 0.7

Tone = Literal["ink", "soft"]
#: What stands in front of a text, and how much room it takes.
Sign = Literal["", "track", "certainty", "state"]
_SIGNS: Mapping[Sign, int] = {"": 0, "track": 40, "certainty": 48, "state": 92}


@dataclass(frozen=True, slots=True)
class Text:
    """A text, `full` and as set.

    Its first baseline is at `y`; at `x` its lines begin, or end if it `is_late`.
    """

    full: str
    setting: Setting
    x: float
    y: float
    weight: int
    tone: Tone
    sign: Sign = ""
    is_late: bool = False

    @property
    def lines(self) -> list[tuple[float, str]]:
        """Every line with its baseline."""
        leading = self.setting.leading
        return [(round(self.y + n * leading, 1), line) for n, line in enumerate(self.setting.lines)]

    @property
    def sign_x(self) -> float:
        """Where its sign begins."""
        return self.x - _SIGNS[self.sign]

    @property
    def middle(self) -> float:
        """The middle of the first line's capitals."""
        return round(self.y - self.setting.size * CAPITALS / 2, 1)


class Sheet:
    """Texts written one below the other. What the fonts cannot set is left out."""

    def __init__(self, lettering: Lettering) -> None:
        self.lettering = lettering
        self._texts: list[Text] = []

    @property
    def texts(self) -> tuple[Text, ...]:
        """What was written, as one reads it."""
        return tuple(sorted(self._texts, key=lambda text: (text.y, text.x)))

    def write(
        self,
        text: str,
        y: float,
        sizes: Mapping[int, int],
        *,
        weight: int = PLAIN,
        tone: Tone = "ink",
        leading: float = 1.25,
        sign: Sign = "",
        upwards: bool = False,
    ) -> float:
        """Write a text from the height `y` down; returns its last baseline, or `y` without one.

        With `upwards`, `y` is where its last baseline shall be, and its upper end is returned.
        """
        x = LEFT + _SIGNS[sign]
        setting = self.lettering.fit(text, RIGHT - x, sizes, weight, leading)
        if setting is None:
            return y
        capitals = CAPITALS * setting.size
        first = y - setting.height if upwards else y + capitals
        self._texts.append(Text(text, setting, x, round(first, 1), weight, tone, sign))
        return first - capitals if upwards else first + setting.height

    def sign(self, name: str, extent: str) -> None:
        """Write at the foot whose picture it is, and how far what it is from reaches."""
        room: float = RIGHT - LEFT
        right = self.lettering.fit(extent, room, {32: 1})
        if right:
            self._texts.append(Text(extent, right, RIGHT, FOOT, PLAIN, "soft", is_late=True))
            room -= self.lettering.width(right.lines[0], right.size, PLAIN) + 40
        left = self.lettering.fit(name, room, {32: 1}, BOLD)
        if left:
            self._texts.append(Text(name, left, LEFT, FOOT, BOLD, "ink"))
