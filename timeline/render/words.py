"""The words of the interface, from one TOML file per language.

    words.nav.sources                          "Sources"
    words.say("state.since", when=…)           "since July 2022"
    words.count("home.events", 3)              "3 events"
    words.name("certainty", "claimed")         "Claimed"

Content has words of its own (titles, roles, states); none of them stands here.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup, escape

#: Language → which form of a counted phrase a whole number takes (CLDR's cardinal plural rules).
PLURALS: Mapping[str, Callable[[int], str]] = {
    "en": lambda n: "one" if n == 1 else "other",
}

DEFAULT = "en"


class Words:
    """A catalogue. Every table of the file is an attribute, every key an attribute of that."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]], language: str = DEFAULT) -> None:
        self.language = language
        self._tables = tables
        self._form = PLURALS[language]

    def __getattr__(self, table: str) -> SimpleNamespace:
        try:
            return SimpleNamespace(**self._tables[table])
        except KeyError:
            raise AttributeError(f'no table "{table}" among the words') from None

    def say(self, key: str, **values: object) -> Markup:
        """The phrase with its blanks filled; values are escaped unless they are markup."""
        return _filled(self._entry(key), values)

    def count(self, key: str, n: int, **values: object) -> Markup:
        """The phrase in the form that the number takes; `{n}` in it is the number."""
        return _filled(self._entry(key)[self._form(n)], {"n": number(str(n)), **values})

    def number(self, n: int) -> str:
        """A number as the language writes it."""
        return number(str(n))

    def name(self, table: str, id: str) -> str:
        """The word for an id; one that the table does not know is its own word."""
        word: str = self._tables[table].get(id, id.replace("-", " "))
        return word

    def _entry(self, key: str) -> Any:
        table, _, name = key.partition(".")
        return self._tables[table][name]


def read(folder: Path, language: str) -> Words:
    """The catalogue for a language tag, or for English where there is none for it."""
    own = language.partition("-")[0].lower()
    chosen = own if own in PLURALS and (folder / f"{own}.toml").is_file() else DEFAULT
    return Words(tomllib.loads((folder / f"{chosen}.toml").read_text("utf-8")), chosen)


def number(digits: str) -> str:
    """A number as written, with its thousands set apart: "13,800", "3.5"."""
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}"


def _filled(phrase: str, values: Mapping[str, object]) -> Markup:
    return Markup(escape(phrase)).format(**values)
