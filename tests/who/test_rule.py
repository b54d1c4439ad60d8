"""An event's certainty agrees with its claims."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline import pipeline

_FRONT = "---\ntitle: {}\n---\n"


def problems(folder: Path, lines: str) -> list[tuple[str, int, int, str]]:
    """(code, line, column, message) of a timeline with one event that has these lines too."""
    files = {
        "timeline.md": _FRONT.format("A timeline"),
        "tracks/talks.md": _FRONT.format("Talks"),
        "actors/russia.md": "---\nname: Russia\n---\n",
        "actors/ukraine.md": "---\nname: Ukraine\n---\n",
        "events/shelling.md": "---\ntitle: Shelling\ndate: 2022-11\ntrack: talks\n"
        f"actors: [russia, ukraine]\nsource: https://example.org/a\n{lines}---\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    built, _ = pipeline.read(folder)
    return [(p.code, p.place.line, p.place.column, p.message) for p in built.problems if p.is_error]


ASSERTED = "claims:\n- {by: russia, stance: asserts, text: Ukraine fired}\n"
DENIED = "- {by: ukraine, stance: denies, text: It did not}\n"
MESSAGE = '"russia" asserts this and "ukraine" denies it, so it is not simply reported'


def test_what_another_denies_is_not_reported_by_leaving_certainty_out(tmp_path: Path) -> None:
    assert problems(tmp_path, ASSERTED + DENIED) == [("disputed-as-reported", 8, 1, MESSAGE)]


def test_what_another_denies_is_not_reported_by_saying_so(tmp_path: Path) -> None:
    found = problems(tmp_path, "certainty: reported\n" + ASSERTED + DENIED)
    assert found == [("disputed-as-reported", 7, 12, MESSAGE)]


@pytest.mark.parametrize("certainty", ["claimed", "disputed", "rumoured", "planned"])
def test_any_other_certainty_leaves_room_for_a_denial(tmp_path: Path, certainty: str) -> None:
    assert problems(tmp_path, f"certainty: {certainty}\n{ASSERTED}{DENIED}") == []


@pytest.mark.parametrize(
    "second",
    [
        "- {by: russia, stance: denies, text: It was us}\n",
        "- {by: ukraine, stance: confirms, text: It was us}\n",
        "- {by: ukraine, stance: declines, text: No comment}\n",
        "- {by: ukraine, stance: demands, text: An inquiry}\n",
    ],
)
def test_only_a_denial_by_another_counts(tmp_path: Path, second: str) -> None:
    assert problems(tmp_path, ASSERTED + second) == []


def test_a_misspelt_certainty_is_one_problem(tmp_path: Path) -> None:
    found = problems(tmp_path, "certainty: reportd\n" + ASSERTED + DENIED)
    assert [code for code, *_ in found] != ["disputed-as-reported"]
    assert len(found) == 1
