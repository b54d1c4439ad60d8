"""The examples of the EDTF specification, read from the table beside this file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Example(NamedTuple):
    """A line of the table; for a refused text `earliest` is how the sentence begins."""

    section: str
    text: str
    kind: str
    earliest: str
    latest: str = ""
    marks: str = ""
    words: str = ""

    def __str__(self) -> str:
        return f"{self.section}: {self.text}"


def _examples() -> Iterator[Example]:
    section = ""
    table = Path(__file__).with_name("specification.txt").read_text(encoding="utf-8")
    for line in table.splitlines():
        if line.startswith("## "):
            section = line.removeprefix("## ")
        elif line and not line.startswith("#"):
            yield Example(section, *(cell.strip() for cell in line.split("|")))


EXAMPLES = tuple(_examples())
READ = tuple(example for example in EXAMPLES if example.kind != "refused")
REFUSED = tuple(example for example in EXAMPLES if example.kind == "refused")
