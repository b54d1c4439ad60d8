from __future__ import annotations

import pytest

from tests.render.telling import ENGLISH
from timeline.records import Figure
from timeline.render.amounts import amount


@pytest.mark.parametrize(
    ("figure", "unit", "said"),
    [
        (Figure("freed", "215"), "people", "215 people"),
        (Figure("freed", "13800"), "", "13,800"),
        (Figure("freed", "300", approximate=True), "people", "about 300 people"),
        (Figure("freed", low="800"), "people", "more than 800 people"),
        (Figure("freed", high="50"), "people", "fewer than 50 people"),
        (Figure("freed", low="200", high="300"), "people", "between 200 and 300 people"),
        (Figure("freed", "250", "200", "300"), "", "250 (between 200 and 300)"),
        (Figure("share", "58.5"), "%", "58.5%"),
    ],
)
def test_an_amount_is_as_exact_as_it_was_given(figure: Figure, unit: str, said: str) -> None:
    assert amount(figure, unit, ENGLISH) == said


def test_a_unit_is_text() -> None:
    assert amount(Figure("freed", "2"), "<b>", ENGLISH) == "2 &lt;b&gt;"
