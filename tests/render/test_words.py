"""Every word of the interface stands in one place, is used, and exists where it is used."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from markupsafe import Markup

from tests.render.telling import TEMPLATES
from timeline.check import fields
from timeline.render import words
from timeline.render.words import Words

ROOT = TEMPLATES.parent
ENGLISH = tomllib.loads((TEMPLATES / "words" / "en.toml").read_text("utf-8"))
KEYS = {f"{table}.{key}" for table, entries in ENGLISH.items() for key in entries}

SOURCES = [*sorted(TEMPLATES.glob("*.html")), *sorted((ROOT / "timeline").rglob("*.py"))]
#: `words.table.key`, or "table.key" as `say` and `count` take it.
ATTRIBUTE = re.compile(r"\bwords\.([a-z_]+)\.([a-z_]+)")
QUOTED = re.compile(rf"""["']((?:{"|".join(ENGLISH)})\.(?!(?:html|json|xml|ics)\b)[a-z_]+)["']""")
#: Tables of which any key may be asked for: the words for ids from content, and those put
#: together from a table's name and what stands in a value (`"duration." ~ unit`).
NAMED = re.compile(r"\bwords\.name\(([^)]*)\)")
COMPOSED = re.compile(r"""["']([a-z_]+)\.["'] ~""")


def uses() -> set[str]:
    found: set[str] = set()
    for path in SOURCES:
        code = path.read_text("utf-8")
        found |= {f"{table}.{key}" for table, key in ATTRIBUTE.findall(code)}
        found |= set(QUOTED.findall(code))
    return {use for use in found if use.partition(".")[0] not in ("say", "count", "name")}


def named_tables() -> set[str]:
    code = "\n".join(path.read_text("utf-8") for path in SOURCES)
    return {
        table
        for arguments in NAMED.findall(code)
        for table in re.findall(r'"([a-z_]+)"', arguments)
    } | set(COMPOSED.findall(code))


def test_every_word_that_is_used_exists() -> None:
    assert sorted(uses() - KEYS) == []


def test_every_word_that_exists_is_used() -> None:
    whole = named_tables()
    unused = {key for key in KEYS - uses() if key.partition(".")[0] not in whole}
    assert sorted(unused) == []


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_templates_hold_no_words_of_their_own(template: Path) -> None:
    """What is left of a template without its tags and expressions is punctuation."""
    code = template.read_text("utf-8")
    bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", code, flags=re.DOTALL)
    bare = re.sub(r"<(script|style)\b.*?</\1>", "", bare, flags=re.DOTALL)
    attributes = re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)"', bare)
    # Macros that give attributes leave these outside of any tag.
    bare = re.sub(r'[\w-]+="[^"]*"|\bdata-[a-z-]+', "", bare)
    bare = re.sub(r"<[^>]*>", "", bare)
    assert re.findall(r"\w+", bare + " ".join(attributes)) == []


@pytest.mark.parametrize(
    ("table", "ids"),
    [
        ("certainty", fields.CERTAINTIES),
        ("certainty_meaning", fields.CERTAINTIES),
        ("stance", fields.STANCES),
        ("relation", fields.RELATIONS),
        ("relation_back", fields.RELATIONS),
        ("position", fields.POSITIONS),
    ],
)
def test_closed_vocabularies_have_a_word_for_every_id(table: str, ids: tuple[str, ...]) -> None:
    assert set(ENGLISH[table]) == set(ids)


@pytest.fixture
def few() -> Words:
    return Words(
        {
            "home": {"title": "Home", "events": {"one": "{n} event", "other": "{n} events"}},
            "page": {"of": "{page} of {site}"},
            "kind": {"red-line": "Red line"},
        }
    )


def test_counted_phrases_take_the_form_of_their_number(few: Words) -> None:
    said = [few.count("home.events", n) for n in (0, 1, 2, 1234)]
    assert said == ["0 events", "1 event", "2 events", "1,234 events"]


def test_values_are_escaped_unless_they_are_markup(few: Words) -> None:
    said = few.say("page.of", page="<b>", site=Markup("<i>site</i>"))
    assert said == "&lt;b&gt; of <i>site</i>"


def test_an_id_without_a_word_is_its_own_word(few: Words) -> None:
    assert few.name("kind", "red-line") == "Red line"
    assert few.name("kind", "trade-union") == "trade union"


def test_a_table_or_word_that_is_missing_is_refused(few: Words) -> None:
    with pytest.raises(AttributeError, match="nowhere"):
        few.nowhere  # noqa: B018
    with pytest.raises(AttributeError):
        few.home.nothing  # noqa: B018


def test_a_language_without_a_catalogue_gets_english() -> None:
    assert words.read(TEMPLATES / "words", "uk-UA").language == "en"


def test_thousands_are_set_apart() -> None:
    assert [words.number(n) for n in ("13800", "3.5", "0")] == ["13,800", "3.5", "0"]
