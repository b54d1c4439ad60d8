"""Gaps: the days between two dates, from the fewest to the most that they leave possible."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.dates import Date


@dataclass(frozen=True, slots=True)
class Gap:
    """At least `fewest` and at most `most` days, neither below zero."""

    fewest: int
    most: int

    @property
    def is_exact(self) -> bool:
        """Whether both dates name their day."""
        return self.fewest == self.most


def between(first: Date, second: Date) -> Gap | None:
    """The days from the first date to the second; None where either has an open end.

    The second is taken to come after the first: a vague date that could also lie before it only
    makes the fewest days none.
    """
    bounds = (first.earliest, first.latest, second.earliest, second.latest)
    if any(bound is None for bound in bounds):
        return None
    fewest = (second.earliest or 0) - (first.latest or 0)
    most = (second.latest or 0) - (first.earliest or 0)
    return Gap(max(0, fewest), max(0, most))
