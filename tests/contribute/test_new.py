"""`build.py new`: answers as options, or one after the other on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from timeline import pipeline
from timeline.check.fields import KINDS
from timeline.commands import cli, new, scaffold, web_source
from timeline.load import documents

GIVEN = {
    "title": ["The second talks"],
    "date": ["2022-12-08"],
    "track": ["harbour"],
    "actors": ["norland", "guest=sutland"],
    "source": ["gazette", "ledger"],
}


def plan(content: Path, given: Mapping[str, list[str]], kind: str = "event") -> list[scaffold.New]:
    found, _ = documents.load(content)
    return new.plan(kind, given, found, today="2023-01-09")


def advice(content: Path, given: Mapping[str, list[str]]) -> str:
    with pytest.raises(new.AnswerError) as raised:
        plan(content, given)
    return new.advice(raised.value, "event", new.option)


def run(content: Path, *arguments: str) -> int:
    return cli.main(["new", *arguments, "--content", str(content)])


def test_options_make_a_file_that_passes_the_checks(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(
        content, "event", "The second talks: 8 December", "--date", "2022-12-08",
        "--track", "harbour", "--actor", "host=norland", "--actor", "guest=sutland",
        "--source", "gazette", "--source", "ledger", "--place", "Pier #2",
    )  # fmt: skip
    path = content / "events" / "the-second-talks.md"
    assert (code, capsys.readouterr().out) == (0, f"{path.as_posix()}\n")
    built, _ = pipeline.read(content)
    assert built.problems == []
    assert built.timeline
    assert built.timeline.by_id["the-second-talks"].place == "Pier #2"


def test_everything_that_is_missing_is_told_at_once(content: Path) -> None:
    told = advice(content, {"title": ["The second talks"]})
    assert [line.partition(":")[0].strip() for line in told.split("\n")] == [
        "The event still needs", "--date", "--track", "--actor", "--source",
    ]  # fmt: skip
    assert "(one of harbour)" in told


def test_wrong_answers_are_told_with_what_to_do_and_nothing_is_written(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(content.rglob("*"))
    code = run(
        content, "event", "Talks", "--date", "2022-13", "--track", "harbor",
        "--actor", "norlnd", "--source", "gazette",
    )  # fmt: skip
    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert "--date: No month is 13." in told.err
    assert '--track: No track "harbor". Did you mean "harbour"?' in told.err
    assert '--actor: No actor "norlnd". Did you mean "norland"?' in told.err
    assert sorted(content.rglob("*")) == before


@pytest.mark.parametrize(
    ("id", "told"),
    [
        ("../../../evil", '"../../../evil" cannot be an id'),
        ("Foo Bar", '"Foo Bar" cannot be an id'),
        ("first-talks", 'events/first-talks.md has the id "first-talks" too'),
        ("ten-point-plan", "this file is there already"),
        ("old-plan", "events/old-plan.html is already the address of"),
    ],
)
def test_id_that_the_checks_would_refuse_is_refused(
    content: Path, capsys: pytest.CaptureFixture[str], id: str, told: str
) -> None:
    folder = content / "events" / "harbour"
    folder.mkdir()
    text = (content / "events" / "first-talks.md").read_text("utf-8")
    plan = text.replace("track:", "aliases: [old-plan]\ntrack:")
    (folder / "ten-point-plan.md").write_text(plan, "utf-8")
    before = sorted(content.parent.rglob("*"))
    code = run(
        content, "event", "The second talks", "--date", "2022-12-08", "--track", "harbour",
        "--actor", "norland", "--source", "https://a.example/talks-go-on", "--id", id,
    )  # fmt: skip
    said = capsys.readouterr()
    assert (code, said.out) == (2, "")
    assert told in said.err
    assert "Give it another name with --id" in said.err
    assert sorted(content.parent.rglob("*")) == before


def test_address_of_a_list_is_no_id(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(content, "actor", "X", "--kind", "state", "--id", "index") == 2
    assert "actors/index.html is already the address of" in capsys.readouterr().err
    assert not (content / "actors" / "index.md").exists()


def test_letters_that_did_not_arrive_are_not_dropped(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As in a locale of ASCII, where Python keeps what it cannot decode as surrogates."""
    before = sorted(content.parent.rglob("*"))
    name = "Chloë Łukasz".encode().decode("ascii", "surrogateescape")
    assert run(content, "actor", name, "--kind", "person") == 2
    assert "the name: Some letters are not in the encoding" in capsys.readouterr().err
    assert cli.main(["init", str(content.parent / "begun"), "--title", name]) == 2
    assert "--title: some letters are not in the encoding" in capsys.readouterr().err
    assert sorted(content.parent.rglob("*")) == before


@pytest.mark.parametrize("name", ["norland", "Norland", "norLAND", "The North", "the-north"])
def test_actor_is_found_by_any_of_its_names(content: Path, name: str) -> None:
    (file,) = plan(content, {**GIVEN, "actors": [name]})
    assert "actors: norland\n" in file.text


def test_track_is_found_by_its_title(content: Path) -> None:
    (file,) = plan(content, {**GIVEN, "track": ["the harbour"]})
    assert "track: harbour\n" in file.text


def test_actors_with_a_role_stand_below_it(content: Path) -> None:
    (file,) = plan(content, GIVEN)
    assert "actors:\n  involved: norland\n  guest: sutland\n" in file.text


def test_web_address_becomes_a_source(content: Path) -> None:
    address = "https://www.example.org/2022/12/harbour-talks-resume.html"
    event, source = plan(content, {**GIVEN, "source": [address, "gazette"]})
    assert "source: [harbour-talks-resume, gazette]\n" in event.text
    assert source.file == "sources/harbour-talks-resume.md"
    assert "title: Harbour talks resume\npublisher: example.org\n" in source.text
    assert f"url: {address}\naccessed: 2023-01-09\n" in source.text


def test_two_addresses_become_two_sources(content: Path) -> None:
    given = {**GIVEN, "source": ["https://a.example/talks-end", "https://b.example/talks-end"]}
    event, *sources = plan(content, given)
    assert [source.id for source in sources] == ["talks-end", "talks-end-2"]
    assert "source: [talks-end, talks-end-2]\n" in event.text


def test_address_of_a_known_source_is_that_source(content: Path) -> None:
    for address in ("https://gazette.example/talks/", "https://archive.example/talks"):
        (event,) = plan(content, {**GIVEN, "source": [address]})
        assert "source: gazette\n" in event.text


def test_source_can_be_given_by_its_address_alone(content: Path) -> None:
    (source,) = plan(content, {"title": ["https://www.example.org/news/12345"]}, "source")
    assert "title: example.org\npublisher: example.org\n" in source.text


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://example.org/2022-12-04/why-talks-stopped.html", "Why talks stopped"),
        ("https://example.org/talks-just-not-about-peace-196955", "Talks just not about peace"),
        ("https://example.org/why-talks-stopped/amp/", "Why talks stopped"),
        ("https://uk.example.org/%D0%9C%D0%B8%D1%80_%D1%96_%D1%82%D0%B8", "Мир і ти"),
        ("https://www.example.org/news/12345678", "example.org"),
        ("https://example.org", "example.org"),
    ],
)
def test_source_is_called_what_its_address_tells(address: str, title: str) -> None:
    assert web_source.title(address) == title


def test_control_characters_from_a_pdf_are_dropped(content: Path) -> None:
    (event,) = plan(content, {**GIVEN, "title": ["The\x0c second\x00\n talks"]})
    assert "title: The second talks\n" in event.text


class Terminal:
    """A person who gives these answers, one after the other, and remembers the questions."""

    def __init__(self, *answers: str) -> None:
        self.answers: Iterator[str] = iter(answers)
        self.questions: list[str] = []

    def __call__(self, question: str) -> str:
        self.questions.append(question)
        try:
            return next(self.answers) + "\n"
        except StopIteration:
            raise EOFError from None


def test_terminal_is_asked_for_what_is_missing_until_it_is_right(content: Path) -> None:
    person = Terminal(
        "", "The second talks", "8.12.2022", "2022-12-08", "harbor", "harbour",
        "host=The North, sutland", "gazette, https://a.example/talks-go-on",
    )  # fmt: skip
    found, _ = documents.load(content)
    event, source = new.plan("event", {}, found, today="2023-01-09", ask=person)
    assert "actors:\n  host: norland\n  involved: sutland\n" in event.text
    assert "source: [gazette, talks-go-on]\n" in event.text
    assert source.id == "talks-go-on"
    assert any('Did you mean "harbour"?' in question for question in person.questions)
    assert len(person.questions) == 8


def test_terminal_is_not_asked_for_what_was_given(content: Path) -> None:
    person = Terminal("2022-12-08")
    found, _ = documents.load(content)
    given = {**GIVEN, "date": ["soon"]}
    (event,) = new.plan("event", given, found, today="2023-01-09", ask=person)
    assert "date: 2022-12-08\n" in event.text
    assert len(person.questions) == 1


def test_terminal_that_ends_leaves_nothing(content: Path) -> None:
    found, _ = documents.load(content)
    with pytest.raises(EOFError):
        new.plan("event", {}, found, today="2023-01-09", ask=Terminal("Talks"))


@pytest.mark.parametrize("kind", new.KINDS_OF_FILE)
def test_every_required_field_has_an_option(kind: str) -> None:
    required = {row.name for row in KINDS[kind].fields if row.required}
    assert required <= {row.name for row in new.fields(kind)}


@pytest.mark.parametrize(
    "arguments",
    [
        ("actor", "Eastland", "--kind", "state", "--alias", "The East", "--part-of", "norland"),
        ("track", "Fishing", "--question", "Who may fish, and where?", "--order", "2"),
        ("source", "Talks end", "--url", "https://a.example/1", "--author", "A. Writer"),
    ],
)
def test_other_kinds_of_file_pass_the_checks_too(content: Path, arguments: tuple[str, ...]) -> None:
    assert run(content, *arguments) == 0
    built, _ = pipeline.read(content)
    assert not built.has_errors
