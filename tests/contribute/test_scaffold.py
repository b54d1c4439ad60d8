"""Files that the scaffold writes: they pass the checks, and are named for what happened."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline import ids
from timeline.check.fields import KINDS
from timeline.check.reading import Reading
from timeline.check.vocabulary import Vocabulary, gather
from timeline.commands import scaffold
from timeline.commands.yaml_writer import Value
from timeline.load import documents, front_matter
from timeline.load.documents import Content, Document
from timeline.load.walk import scalars
from timeline.problems import INVISIBLE

# Answers come without control characters, and as one line.
visible = st.text(st.characters(exclude_categories=["Cc", "Cs"])).filter(
    lambda text: text.strip() and not INVISIBLE.search(text)
)

EVENT: Mapping[str, Value] = {
    "title": "The second talks",
    "date": "2022-12-08",
    "track": "harbour",
    "actors": {"host": ["norland"], "guest": ["sutland"]},
    "source": ["gazette", "ledger"],
}


def loaded(content: Path) -> tuple[Content, Vocabulary]:
    found, _ = documents.load(content)
    return found, gather(found)


def test_event_passes_the_checks(content: Path) -> None:
    found, words = loaded(content)
    new = scaffold.scaffold("event", EVENT, found, words)
    assert scaffold.problems_in([new], found) == []
    assert (new.id, new.file) == ("the-second-talks", "events/the-second-talks.md")


def test_event_stands_beside_those_of_its_track(content: Path) -> None:
    (content / "events" / "harbour").mkdir()
    (content / "events" / "first-talks.md").rename(content / "events/harbour/first-talks.md")
    new = scaffold.scaffold("event", EVENT, *loaded(content))
    assert new.file == "events/harbour/the-second-talks.md"


def test_rule_between_fields_is_told_before_anything_is_written(content: Path) -> None:
    found, words = loaded(content)
    new = scaffold.scaffold("event", {**EVENT, "certainty": "disputed"}, found, words)
    assert [problem.code for problem in scaffold.problems_in([new], found)] == ["missing-claims"]


def test_existing_file_is_never_replaced(content: Path) -> None:
    new = scaffold.scaffold("event", EVENT, *loaded(content), id="first-talks")
    before = (content / new.file).read_bytes()
    with pytest.raises(FileExistsError):
        scaffold.write(new, content)
    assert (content / new.file).read_bytes() == before


def test_mistakes_in_other_files_are_not_those_of_the_new_one(content: Path) -> None:
    (content / "actors" / "Wrong Name.md").write_text("---\nname: Wrong\nkind: nonsense\n---\n")
    found, words = loaded(content)
    assert scaffold.problems_in([scaffold.scaffold("event", EVENT, found, words)], found) == []


def test_taken_names_get_a_number(content: Path) -> None:
    """Those of former ids too: a page stands there that leads elsewhere."""
    path = content / "events" / "first-talks.md"
    path.write_text(path.read_text().replace("track:", "aliases: [first-talks-2]\ntrack:"))
    new = scaffold.scaffold("event", {**EVENT, "title": "First talks"}, *loaded(content))
    assert new.id == "first-talks-3"


def test_names_of_lists_are_not_taken(content: Path) -> None:
    new = scaffold.scaffold("actor", {"name": "Index"}, *loaded(content))
    assert new.id == "index-2"


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Talks in Doha on 8 December 2022", "talks-in-doha"),
        ("Strike of 2022-11-17 near the plant", "strike-near-the-plant"),
        ("In March 2022 the talks stop", "the-talks-stop"),
        ("December 2022: last talks", "last-talks"),
        ("A visit from 3 to 5 May", "a-visit-from-3-to"),
        ("May visits Kyiv", "may-visits-kyiv"),
        ("Talks of 2022", "talks"),
        ("2022", "event"),
        ("Переговори", "event"),
        ("Spoljarić visits", "spoljaric-visits"),
    ],
)
def test_event_is_named_without_its_date(title: str, name: str) -> None:
    assert scaffold.name_of("event", title) == name


def test_actor_keeps_the_year_in_its_name() -> None:
    assert scaffold.name_of("actor", "Treaty of 1921 committee") == "treaty-of-1921-committee"


@settings(deadline=None)
@given(st.text(max_size=400))
def test_every_title_makes_an_id_of_bearable_length(title: str) -> None:
    name = scaffold.name_of("event", title)
    assert ids.is_id(name)
    assert len(name) <= scaffold.LONGEST_NAME


def test_long_titles_are_cut_between_words() -> None:
    name = scaffold.name_of("event", "Delegations " * 20)
    assert re.fullmatch(r"delegations(-delegations)*", name)


@given(
    title=visible,
    place=visible,
)
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_values_read_back_as_they_were_given(content: Path, title: str, place: str) -> None:
    new = scaffold.scaffold("event", {**EVENT, "title": title, "place": place}, *loaded(content))
    document, problems = documents.read(new.text.encode(), "event", new.id, new.file)
    assert problems == []
    assert document.front
    written = [*scalars(document.front["title"]), *scalars(document.front["place"])]
    assert [node.text for node in written] == [title, place]


@pytest.mark.parametrize("kind", ["event", "actor", "track", "source"])
def test_every_field_that_was_not_given_is_offered_as_a_comment(content: Path, kind: str) -> None:
    title = {"name" if kind == "actor" else "title": "Something"}
    text = scaffold.scaffold(kind, title, *loaded(content)).text
    offered = re.findall(r"(?m)^# (\w+): .*  # ", text)
    assert offered == [row.name for row in KINDS[kind].fields if row.name not in title]


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, row.name) for kind in ("event", "actor", "track", "source")
     for row in KINDS[kind].fields],
)  # fmt: skip
def test_offered_line_is_good_once_the_hash_is_taken_away(
    content: Path, kind: str, name: str
) -> None:
    """But for the names of things, which each timeline has of its own."""
    found, words = loaded(content)
    text = scaffold.scaffold(kind, {}, found, words).text
    line = next(line for line in text.split("\n") if line.startswith(f"# {name}: "))
    front, _ = front_matter.parse(line.removeprefix("# "), 1)
    reading = Reading(Document(kind, "", ""), words)
    KINDS[kind].by_name[name].shape.read(front[name], reading)
    names = {"unknown-actor", "unknown-track", "unknown-source", "unknown-event", "unknown-role"}
    names |= {"unknown-state", "unknown-series"}
    assert {problem.code for problem in reading.problems} - names == set()
