"""What is written as YAML reads back as it was, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.commands import yaml_writer
from timeline.load import front_matter
from timeline.load.nodes import Mapping, Scalar
from timeline.load.walk import scalars
from timeline.problems import INVISIBLE

TRICKY = (
    "Agreement: a draft", "Agreement #2", "# 2", ">800", "<50", "~300", "[2022-12-01..2022-12-10]",
    "[..2022-12-07]", "{a}", "a, b", "- a", "? a", "&a", "*a", "!a", "%a", "@a", "`a`", "---",
    "...", "no", "null", "0123", "12:30", '"quoted"', "it's", "back\\slash",
    "Переговори: друга зустріч", "日本", "e\u0301", "\u200b", "\u202eturned", "a\tb", "a\nb",
    "", " ", ": ", "🕊",
)  # fmt: skip

# Invisible characters are refused by the reader, however they are written.
anything = st.text(st.characters(exclude_categories=["Cs"])).filter(
    lambda t: not INVISIBLE.search(t)
)
tricky = st.builds(
    str.__add__, st.sampled_from(TRICKY), st.text(max_size=3, alphabet=" #:,[]{}-\"'ab")
)
texts = anything | tricky


def read(yaml: str) -> Mapping:
    front, _ = front_matter.parse(yaml, 1)
    return front


@settings(deadline=None)
@given(texts)
def test_value_reads_back_as_written(text: str) -> None:
    node = read(yaml_writer.field("title", text) + "next: here\n")["title"]
    assert isinstance(node, Scalar)
    assert node.text == text


@settings(deadline=None)
@given(st.lists(texts, min_size=1, max_size=4))
def test_list_reads_back_as_written(items: list[str]) -> None:
    node = read(yaml_writer.field("aliases", items) + "next: here\n")["aliases"]
    assert [each.text for each in scalars(node)] == items


@settings(deadline=None)
@given(st.dictionaries(texts.filter(bool), st.lists(texts, min_size=1, max_size=3), min_size=1))
def test_names_with_lists_read_back_as_written(roles: dict[str, list[str]]) -> None:
    node = read(yaml_writer.field("actors", roles) + "next: here\n")["actors"]
    assert isinstance(node, Mapping)
    assert {
        name: [each.text for each in scalars(value)] for name, (_, value) in node.entries.items()
    } == roles


@pytest.mark.parametrize(
    "text",
    ["Delegations meet in Abu Dhabi", "2022-11-17", "2022-12~", "https://example.org/a?b=c#d"],
)
def test_ordinary_text_gets_no_quotes(text: str) -> None:
    assert yaml_writer.field("title", text) == f"title: {text}\n"


def test_single_item_of_a_list_stands_without_brackets() -> None:
    assert yaml_writer.field("track", ["harbour"]) == "track: harbour\n"
