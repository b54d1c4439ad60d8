"""Where the `edtf` package reads the same form, it sees the same first and last day.

Left out are forms on which it differs by intent: qualified and open dates (it widens them and
invents ends), and winters (it ends them with the year).
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from edtf import parse_edtf

from timeline.dates import parse, ymd


def _forms() -> Iterator[str]:
    random = Random(2022)
    for _ in range(12):
        year, month, day = random.randint(1000, 2100), random.randint(1, 12), random.randint(1, 28)
        yield f"{year}"
        yield f"{year}-{month:02d}"
        yield f"{year}-{month:02d}-{day:02d}"
        yield f"{year}/{year + random.randint(0, 50)}"
        yield f"{year}-{month:02d}/{year + 1}-{month:02d}"
        yield f"{year}-{month:02d}-{day:02d}/{year}-{month:02d}-28"
        yield f"[{year}..{year + 3}]"
    yield from ("-0043", "-0999-02", "0000", "2000-02", "1900-02", "2004-02-29")
    yield from ("201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX", "156X-12-25", "15XX-12-25")
    yield from ("2001-21", "2003-22", "2000-23", "2001-29", "2001-34", "Y170000002", "Y-17E7")
    yield from ("[1667,1668,1670..1672]", "[1667,1760-12]", "2004-06-XX/2004-07-03")


@pytest.mark.parametrize("text", list(_forms()))
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    date, other = parse(text), parse_edtf(text)
    assert date.earliest is not None
    assert date.latest is not None
    assert ymd(date.earliest) == tuple(other.lower_strict()[:3])
    assert ymd(date.latest) == tuple(other.upper_strict()[:3])
