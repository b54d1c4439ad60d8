"""Bars: the numbers of a series, each beside its words, on a scale that series of one unit share.

215             ██████████████
more than 800   ██████████████████████████████████→
200 to 300      █████████████░░░░░░░
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from timeline.model.findings.series import Reading, Told

#: Per cent of the width that the largest number takes: an arrow may follow it.
WIDEST = 96.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A number: solid up to `solid`, from there to `reach` only possible; `is_open`: or more."""

    solid: float
    reach: float
    is_open: bool
    is_approximate: bool


def scales(every: Iterable[Told]) -> dict[str, Decimal]:
    """Unit → the number at which the bars of its series end; shares end at 100 at least."""
    found: dict[str, Decimal] = {}
    for told in every:
        unit = told.series.unit
        least = Decimal(100 if unit == "%" else 0)
        found[unit] = max(found.get(unit, least), told.largest)
    return found


def draw(reading: Reading, end: Decimal) -> Bar:
    """The bar of a number on a scale from zero to `end`."""
    least = Decimal(0) if reading.low is None else reading.low
    most = reading.largest if reading.high is None else reading.high
    return Bar(
        _width(least, end), _width(most, end), reading.high is None, reading.figure.approximate
    )


def _width(number: Decimal, end: Decimal) -> float:
    return round(float(number / end) * WIDEST, 2) if end else 0.0
