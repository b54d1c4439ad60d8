"""Small whole contents: the smallest ones, and one of another subject and another age."""

from pathlib import Path

import pytest

from timeline import pipeline
from timeline.model.model import Timeline

SITES = Path(__file__).parent.parent / "sites"


def read(name: str) -> Timeline:
    built, _ = pipeline.read(SITES / name)
    assert [problem for problem in built.problems if problem.is_error] == []
    assert built.timeline
    return built.timeline


def test_timeline_md_alone_is_a_timeline() -> None:
    assert read("empty").events == ()


def test_smallest_event_needs_five_fields_and_no_source_file() -> None:
    timeline = read("one-event")
    (event,) = timeline.events
    assert timeline.independent_sources(event) == 1
    assert event.sources[0].host == "example.org"


def test_comet_returns_in_the_order_of_years_before_and_after_the_first() -> None:
    timeline = read("comet")
    assert [event.date.year for event in timeline.events] == [
        -239, -163, -86, -11, 837, 1066, 1705, 1758, 1910, 1986, 2061,
    ]  # fmt: skip
    assert timeline.events[0].when == "240 BCE"
    assert [move.state.id for move in timeline.moves(timeline.tracks["returns"])] == [
        "in-sight", "far", "in-sight",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["empty", "one-event", "comet", "dig"])
def test_site_has_no_warning_that_was_not_meant(name: str) -> None:
    built, _ = pipeline.read(SITES / name)
    meant = {"one-event": {"single-source"}, "dig": {"single-source"}}.get(name, set())
    assert {problem.code for problem in built.problems} <= meant


@pytest.mark.parametrize("name", ["empty", "one-event", "comet"])
def test_site_is_built(name: str, tmp_path: Path) -> None:
    built = pipeline.build(SITES / name, tmp_path / "site")
    assert built.written
    assert (tmp_path / "site/index.html").is_file()
    assert built.pages == len(list((tmp_path / "site").rglob("*.html")))
