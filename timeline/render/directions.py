"""Which way text runs: that of a language, and whether there is any from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Languages written from right to left, by their tags (CLDR, scripts Arab, Hebr, Thaa, Syrc).
_RIGHT_TO_LEFT = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}

#: The blocks whose letters are of class R or AL (Unicode, DerivedBidiClass.txt).
_RIGHT_TO_LEFT_LETTER = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def of_language(tag: str) -> str:
    """Which way a language (BCP 47) runs: "ltr" or "rtl"."""
    return "rtl" if tag.partition("-")[0].lower() in _RIGHT_TO_LEFT else "ltr"


def any_from_right(texts: Iterable[str]) -> bool:
    """Whether a letter in any of these texts is written from right to left."""
    return any(not text.isascii() and _RIGHT_TO_LEFT_LETTER.search(text) for text in texts)
