"""What the pages add to the records, on timelines of a few events."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.who.making import actor, claim, event, figure, timeline, track
from timeline.dates import parse
from timeline.model.model import Timeline, by_name
from timeline.records import Actor, Citation, Position, Series, Withdrawal
from timeline.render import pages

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def page(told: Timeline, address: str) -> LexborHTMLParser:
    return LexborHTMLParser(dict(pages.render(told, TEMPLATES))[address].decode())


def text(told: Timeline, address: str, selector: str) -> str:
    return " ".join(" ".join(n.text() for n in page(told, address).css(selector)).split())


def test_what_people_do_is_told_once_on_the_page_of_their_state() -> None:
    told = timeline(
        event("call", roles={"party": "olaf", "involved": "germany"}),
        actor("olaf", "person", offices="germany"),
    )
    germany = page(told, "actors/germany.html")
    assert len(germany.css("#call")) == 1
    assert "involved · by Olaf (party)" in text(told, "actors/germany.html", "#call")
    assert "by Olaf" not in text(told, "actors/olaf.html", "#call")


def test_a_month_tells_what_became_known_in_it() -> None:
    told = timeline(event("late", "2022-09-03", known="2022-12-07"), event("now", "2022-12-01"))
    known = text(told, "when/2022-12.html", "[aria-labelledby=became_known]")
    assert "Late happened: 3 September 2022; public: 7 December 2022" in known
    assert text(told, "when/2022-09.html", "[aria-labelledby=became_known]") == ""


def test_an_event_says_how_much_later_it_became_known() -> None:
    told = timeline(event("late", "2022-11-17", known="2022-11-30"))
    assert "30 November 2022, 13 days later" in text(told, "events/late.html", ".facts")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ("2023-05-10", "[2023-04-01..2023-06-30]", "order not certain"),
        ("2023-07-07", "2023-07", "order not certain"),
        ("2023-01-05", "2023-03~", "about 70 days later"),
        ("2023-01-06", "2023-01-07?", "about 1 day later"),
        ("2022-02", "2022-07", "123 to 180 days later"),
        ("2022-02", "2022-02-28/..", "at most 27 days later"),
        ("2022-11-17", "2022-11-17", "the same day"),
        ("2022-11-30", "[2022-11-30..2022-12-05]", "at most 5 days later"),
        ("2010", "2022", "about 12 years later"),
        ("2010", "2012", "1 to 3 years later"),
        ("0001", "2022", "about 2,021 years later"),
        ("Y-66000000", "2023-03-01", "about 66 million years later"),
        ("Y-13800000000", "2022", "about 13.8 billion years later"),
    ],
)
def test_the_history_of_a_track_says_no_more_than_its_dates(
    first: str, second: str, said: str
) -> None:
    told = timeline(
        event("a", first, state="stalled"),
        event("b", second, state="talking"),
        states="stalled talking",
    )
    assert text(told, "tracks/talks.html", ".history .gap") == said


def test_an_event_of_a_season_is_told_with_its_first_month() -> None:
    told = timeline(event("a", "2023-24"), event("b", "201X"), event("c", "2023-01"))
    groups = page(told, "index.html").css(".period-name")
    assert [" ".join(group.text().split()) for group in groups] == [
        "2010, not by month",
        "January 2023",
        "December 2023",
    ]


def held(text: str, kind: str = "wants") -> Position:
    return Position("talks", kind, text, (Citation("https://example.org/a"),))


def test_a_position_stands_beside_those_of_others_the_parties_open() -> None:
    told = timeline(
        event("talks-begin", roles={"party": "russia ukraine"}),
        actor("russia", positions=(held("Land"), held("A corridor", "red-line"))),
        actor("ukraine", positions=(held("Peace"),)),
        actor("switzerland", positions=(held("Calm"),)),
    )
    russia = page(told, "actors/russia.html")
    own = [" ".join(cell.text().split()) for cell in russia.css(".held td")]
    assert own == ["Land example.org", "A corridor example.org"]
    others = [" ".join(node.text().split()) for node in russia.css(".others summary")]
    assert others == ["Ukraine 1 position", "Switzerland 1 position"]
    assert ["open" in node.attributes for node in russia.css(".others details")] == [True, False]


def test_a_chain_marks_what_was_withdrawn() -> None:
    told = timeline(
        event("gone", "2022-01", withdrawn=Withdrawal(parse("2022-03"), "Retracted")),
        event("answer", "2022-02", relates={"responds-to": "gone"}),
    )
    assert "Gone (withdrawn)" in text(told, "events/answer.html", ".chain")


def test_a_running_total_is_a_line_and_a_table() -> None:
    told = timeline(
        track("talks", series=(Series("freed", "Freed", "cumulative", "people"),)),
        event("a", "2022-01-01", figures=(figure("freed", "12"),)),
        event("b", "2022-03-01", figures=(figure("freed", low="800"),)),
    )
    drawn = page(told, "tracks/talks.html")
    assert [n.text() for n in drawn.css("svg.running a > text")] == [
        "12 people",
        "more than 800 people",
    ]
    assert len(drawn.css("#the_figures ~ figure tbody tr")) == 2


def test_numbers_that_differ_stand_together_with_their_notes() -> None:
    told = timeline(
        track("talks", series=(Series("freed", "Freed"),)),
        event("a", figures=(figure("freed", "300", note="As told"), figure("freed", "270"))),
    )
    both = text(told, "tracks/talks.html", "[aria-labelledby=the_contradictions] .claim")
    assert both.startswith("300 As told")
    assert "270" in both


def test_who_is_silent_is_named_on_the_event_and_its_track() -> None:
    told = timeline(event("tally", roles={"party": "russia ukraine"}, claims=(claim("ukraine"),)))
    for address in ("events/tally.html", "tracks/talks.html"):
        assert text(told, address, ".silent") == "No word in these sources from Russia"


@pytest.mark.parametrize(
    "section",
    ["history", "open", "contradictions", "positions", "figures", "claims", "meetings", "company"],
)
def test_what_there_is_nothing_of_has_no_heading(section: str) -> None:
    told = timeline(event("alone", roles={"involved": "field-school"}))
    for address, data in pages.render(told, TEMPLATES):
        assert f'id="the_{section}"' not in data.decode(), address


def test_a_long_page_begins_with_its_sections_and_a_short_one_does_not(flagship: Path) -> None:
    told = timeline(event("alone"))
    assert page(told, "tracks/talks.html").css(".contents") == []
    whole = LexborHTMLParser((flagship / "tracks/nuclear-safety.html").read_text("utf-8"))
    ids = [(link.attributes["href"] or "")[1:] for link in whole.css(".contents a")]
    assert ids[0] == "the_history"
    assert all(whole.css(f"#{id}") for id in ids)


def test_names_with_marks_stand_with_those_without() -> None:
    names = ["Zoë", "Élodie", "Eva", "Łucja", "Lars", "Özlem", "Olaf", "Bärbel", "Bund"]
    actors = [Actor(name, f"actors/{name}.md", name) for name in names]
    assert [each.name for each in sorted(actors, key=by_name)] == [
        "Bärbel", "Bund", "Élodie", "Eva", "Lars", "Łucja", "Olaf", "Özlem", "Zoë",
    ]  # fmt: skip
