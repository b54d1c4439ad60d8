"""Amounts: the number of a figure in words, as exactly as it was given and no more.

215, unit "people"      215 people
~300                    about 300 people
>800                    more than 800 people
low 200, high 300       between 200 and 300 people
58, unit "%"            58%
"""

from __future__ import annotations

from markupsafe import Markup

from timeline.records import Figure
from timeline.render.words import Words, number


def amount(figure: Figure, unit: str, words: Words) -> Markup:
    """A figure's number with the unit of its series."""
    said = _number(figure, words)
    if not unit:
        return said
    return words.say("figure.percent" if unit == "%" else "figure.unit", amount=said, unit=unit)


def _number(figure: Figure, words: Words) -> Markup:
    value, low, high = (number(n) if n else "" for n in (figure.value, figure.low, figure.high))
    bounds = _bounds(low, high, words)
    if not value:
        return words.say("figure.about", value=bounds) if figure.approximate else bounds
    about = words.say("figure.about", value=value) if figure.approximate else Markup(value)
    return words.say("figure.bounded", value=about, bounds=bounds) if bounds else about


def _bounds(low: str, high: str, words: Words) -> Markup:
    if low and high:
        return words.say("figure.between", low=low, high=high)
    if low:
        return words.say("figure.more", low=low)
    return words.say("figure.fewer", high=high) if high else Markup("")
