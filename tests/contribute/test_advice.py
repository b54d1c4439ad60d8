"""Warnings: what is valid, and perhaps not meant; and how each is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.contribute.conftest import write
from timeline import pipeline
from timeline.problems import Problem

EVENT = """\
title: {title}
date: {date}
track: harbour
actors: norland
source: [gazette, ledger]
{more}"""


def warnings(content: Path) -> list[Problem]:
    built, _ = pipeline.read(content)
    assert not built.has_errors, built.problems
    return built.problems


def codes(content: Path) -> list[str]:
    return [problem.code for problem in warnings(content)]


def add(
    content: Path,
    title: str = "More talks",
    date: str = "2022-06-17",
    more: str = "",
    body: str = "",
    name: str = "more-talks",
) -> None:
    front = EVENT.format(title=title, date=date, more=more)
    write(content / "events" / f"{name}.md", front, body)


def test_good_content_has_no_warnings(content: Path) -> None:
    assert codes(content) == []


@pytest.mark.parametrize(
    ("date", "code", "better"),
    [
        ("2022-01-01", "first-of-year", "write 2022;"),
        ("-0043-01-01", "first-of-year", "write -0043;"),
        ("2022-05-01", "first-of-month", "write 2022-05;"),
    ],
)
def test_date_that_looks_too_exact_is_asked_about(
    content: Path, date: str, code: str, better: str
) -> None:
    add(content, date=date)
    (warning,) = warnings(content)
    assert warning.code == code
    assert better in warning.hint
    assert warning.text == f"date: {date}"


def test_event_after_the_timelines_end_is_told(content: Path) -> None:
    add(content, date="2023-01-17")
    assert codes(content) == ["after-as-of"]


@pytest.mark.parametrize(
    ("date", "more"), [("2023-01-17", "certainty: planned"), ("2022-12/2023-02", "")]
)
def test_what_is_planned_or_only_ends_later_may_reach_beyond(
    content: Path, date: str, more: str
) -> None:
    add(content, date=date, more=more)
    assert codes(content) == []


CORRECTED = "corrections:\n  - {{date: {date}, text: The other day was wrong}}"


def test_correction_older_than_its_event_is_told(content: Path) -> None:
    add(content, date="2022-06-17", more=CORRECTED.format(date="2021-06-18"))
    (warning,) = warnings(content)
    assert warning.code == "corrected-too-early"
    assert (warning.place.line, warning.place.column) == (8, 12)


@pytest.mark.parametrize(
    ("corrected", "more"),
    [("2022-06-17", ""), ("2022-06", ""), ("2022-05-02", "\ncertainty: planned")],
)
def test_correction_of_the_same_day_or_of_a_plan_is_not(
    content: Path, corrected: str, more: str
) -> None:
    add(content, date="2022-06-17", more=CORRECTED.format(date=corrected) + more)
    assert codes(content) == []


def test_actor_that_nothing_names_is_told(content: Path) -> None:
    write(content / "actors" / "eastland.md", "name: Eastland")
    (warning,) = warnings(content)
    assert (warning.code, warning.file, warning.place.line) == (
        "unused-actor", "actors/eastland.md", 2,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("file", "front", "body"),
    [
        ("actors/minister.md", "name: A minister\noffice: {of: eastland, as: Minister}\n"
         "allow: {unused-actor: named in speeches only}", ""),
        ("events/a-draft.md", EVENT.format(title="Soon", date="2022", more="draft: true")
         .replace("norland", "eastland"), ""),
        ("tracks/fishing.md", "title: Fishing", "Since [[actor:eastland|the East]] came."),
    ],
)  # fmt: skip
def test_office_draft_or_text_that_names_an_actor_counts(
    content: Path, file: str, front: str, body: str
) -> None:
    write(content / "actors" / "eastland.md", "name: Eastland")
    write(content / file, front, body)
    assert codes(content) == []


@pytest.mark.parametrize(
    "alias", ["sutland", "Sutland", "SUTLAND", "the north", "Kingdom of Norland"]
)
def test_spelling_of_two_actors_is_told_at_the_second(content: Path, alias: str) -> None:
    front = f"name: Westland\naliases: [Westmark, {alias}]\nallow: {{unused-actor: comes later}}"
    write(content / "actors" / "westland.md", front)
    (warning,) = warnings(content)
    assert (warning.code, warning.file) == ("alias-collision", "actors/westland.md")
    assert warning.place.column == len("aliases: [Westmark, ") + 1


def test_name_of_two_actors_is_told_at_the_second(content: Path) -> None:
    front = 'name: "NORLAND"\nallow: {unused-actor: comes later}'
    write(content / "actors" / "other-norland.md", front)
    (warning,) = warnings(content)
    assert (warning.code, warning.file) == ("alias-collision", "actors/other-norland.md")
    assert warning.text == 'name: "NORLAND"'


@pytest.mark.parametrize(
    ("title", "is_told"),
    [
        ("TALKS END IN ANGER", True),
        ("ПЕРЕГОВОРИ ЗУПИНЕНО", True),
        ("NATO and the IAEA talk", False),
        ("IAEA: UN", False),
        ("会談が始まる会談が始まる", False),
    ],
)
def test_title_in_capitals_is_told(content: Path, title: str, is_told: bool) -> None:
    add(content, title=f'"{title}"')
    assert codes(content) == ["shouting"] * is_told


@pytest.mark.parametrize(
    ("value", "lost"),
    [("Agreement #2", "#2"), ("Agreement # 2 signed", "# 2 signed"), ("Talks #peace", "#peace")],
)
def test_text_that_yaml_takes_for_a_note_is_told(content: Path, value: str, lost: str) -> None:
    add(content, title=value)
    (warning,) = warnings(content)
    assert warning.code == "lost-comment"
    start = warning.place.column - 1
    assert warning.text[start : start + warning.place.width] == lost


@pytest.mark.parametrize(
    "value", ['"Agreement #2"', "Talks  # 2 of 3 signed", "Talks # signed later", "Talks#2"]
)
def test_note_and_quoted_number_are_left_alone(content: Path, value: str) -> None:
    add(content, title=value)
    assert codes(content) == []


def picture(content: Path, size: int) -> None:
    (content / "media").mkdir()
    (content / "media" / "pier.jpg").write_bytes(bytes(size))


@pytest.mark.parametrize(
    ("more", "body"),
    [("image: {file: pier.jpg, alt: A pier}", ""), ("", "Here:\n\n![A pier](media/pier.jpg)\n")],
)
def test_large_picture_is_told_where_it_is_used(content: Path, more: str, body: str) -> None:
    picture(content, 2_400_000)
    add(content, more=more, body=body)
    (warning,) = warnings(content)
    assert (warning.code, warning.file) == ("large-image", "events/more-talks.md")
    assert "2.4 MB" in warning.message
    start = warning.place.column - 1
    assert warning.text[start : start + warning.place.width].endswith("pier.jpg")


def test_small_picture_is_not_told(content: Path) -> None:
    picture(content, 400_000)
    add(content, more="image: {file: pier.jpg, alt: A pier}")
    assert codes(content) == []


def test_allowed_warning_is_silent_in_its_file_only(content: Path) -> None:
    add(content, date="2022-05-01", more="allow: {first-of-month: the gazette names the day}")
    add(content, title="A strike", date="2022-07-01", name="a-strike")
    assert [(w.code, w.file) for w in warnings(content)] == [
        ("first-of-month", "events/a-strike.md")
    ]


def test_warning_allowed_in_the_timeline_is_silent_everywhere(content: Path) -> None:
    add(content, date="2022-05-01")
    add(content, title="A strike", date="2022-07-01", name="a-strike")
    path = content / "timeline.md"
    reason = "allow: {first-of-month: all days come from the register}\n"
    path.write_text(path.read_text().replace("as_of:", f"{reason}as_of:"))
    assert codes(content) == []


def test_allow_that_nothing_needs_is_told(content: Path) -> None:
    add(content, more="allow:\n  first-of-month: the gazette names the day")
    path = content / "timeline.md"
    path.write_text(path.read_text().replace("as_of:", "allow: {shouting: they do}\nas_of:"))
    assert [(w.code, w.file, w.place.line) for w in warnings(content)] == [
        ("unused-allow", "events/more-talks.md", 8),
        ("unused-allow", "timeline.md", 3),
    ]


@pytest.mark.parametrize("more", ["draft: true", "withdrawn: {date: 2022-12-01, reason: Untrue}"])
def test_allow_is_not_judged_where_nothing_was_looked_for(content: Path, more: str) -> None:
    add(content, more=f"{more}\nallow: {{shouting: so it said}}")
    assert codes(content) == []
