"""The flagship, asked as a reader asks: from the home page, by links, in three steps at most."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.who.reading import Opened, hollow

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT / "content", *sorted(p for p in (ROOT / "tests" / "sites").iterdir() if p.is_dir())]

#: Question → the links to follow, where to look, and what stands there.
QUESTIONS = {
    "Where do the ammonia talks stand?": (
        ["Ammonia and grain"], ".now", ["Blocked", "A large prisoner swap appears to be"],
    ),
    "When did the talks on the plant last move?": (
        ["Nuclear safety at Zaporizhzhia"], "#the_history ~ p", ["5 days before 15 December 2022"],
    ),
    "What is not settled about the plant?": (
        ["Nuclear safety at Zaporizhzhia"], ".open-questions", ["A deal on the protection zone"],
    ),
    "Who carries word between Russia and Ukraine?": (
        ["Actors", "Russia"], ".company tr:has(th a[href$='/ukraine.html'])",
        ["Turkey", "United Nations", "Roman Abramovich"],
    ),
    "Did Germany talk to Russia?": (
        ["Actors", "Germany"], ".entry:has([href$='scholz-putin-call.html'])",
        ["by Olaf Scholz (party)"],
    ),
    "What does Ukraine require at the plant, and what does Russia hold?": (
        ["Actors", "Ukraine"], ".standpoint:has([href$='nuclear-safety.html'])",
        ["Precondition", "All Russian forces and personnel leave", "To annex the whole"],
    ),
    "On which tracks does Turkey take part, as what?": (
        ["Actors"], ".matrix tr:has(th a[href$='/turkey.html'])", ["mediator", "host"],
    ),
    "How many prisoners changed hands in September?": (
        ["Prisoner swaps"], ".told", ["300 people", "270 people", "Lewis leaves the gap"],
    ),
    "Who denies that the region is Russian now?": (
        ["Russia claims the Zaporizhzhia region as its own"], ".claim[data-stance=denies]",
        ["Ukraine denies", "Ukrainian workforce of the Zaporizhzhia plant denies"],
    ),
    "What does Russia say to Ukraine's count?": (
        ["Ukraine counts 817 of its prisoners released"], ".silent", ["No word", "Russia"],
    ),
    "When did that count become known?": (
        ["Ukraine counts 817 of its prisoners released"], ".facts", ["by 7 December 2022"],
    ),
    "What did Ukraine's refusal answer, and what followed?": (
        ["Ukraine refuses to let the ammonia pipeline reopen"], ".chain",
        ["Responds to: Turkey and the UN negotiate", "The UN repeatedly meets both sides"],
    ),
    "How much rests on David Lewis alone?": (
        ["Sources", "Ukraine war: Moscow and Kyiv are talking, just not about peace"],
        ".explains", ["43 events rest on it", "37 of them on it alone", "count once"],
    ),
    "How many publishers stand behind the sanctions?": (
        ["Sources"], ".backing tr:has(a[href$='sanctions.html'])", ["EL PAÍS", "The Conversation"],
    ),
    "Where else is Turkey spoken of?": (
        ["Actors", "Turkey"], ".mentioned", ["A diplomat: only China could interpret"],
    ),
}  # fmt: skip


@pytest.fixture(scope="module", params=SITES, ids=lambda path: path.name)
def any_site(request: pytest.FixtureRequest, site_of: Callable[[Path], Path]) -> Path:
    """The flagship and each small timeline, built."""
    return site_of(request.param)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_reader_finds_the_answer(question: str, flagship: Path) -> None:
    links, place, answers = QUESTIONS[question]
    assert len(links) <= 3
    opened = Opened(flagship)
    for words in links:
        opened = opened.follow(words)
    found = opened.read(place)
    for answer in answers:
        assert answer in found


def test_no_page_has_an_empty_section(any_site: Path) -> None:
    assert hollow(any_site) == []


def test_every_id_of_a_drawing_is_there(flagship: Path) -> None:
    """A drawing is called what its title says, and has words for those who do not see it."""
    opened = Opened(flagship, "actors/index.html")
    assert "parties at both sides" in opened.read("svg.network title")
    steps = Opened(flagship, "tracks/fertiliser.html")
    assert steps.count("svg.steps a") == steps.count("ol.history > li")
