"""What somebody says about events without a part in them is on their page, and is no part."""

from __future__ import annotations

from dataclasses import replace

from tests.who.making import actor, claim, event, source, timeline
from tests.who.test_pages import page, text
from timeline.dates import parse
from timeline.model.findings.acting import parts
from timeline.model.findings.saying import sayings
from timeline.model.model import Timeline
from timeline.records import Office, Withdrawal

SAID = "[aria-labelledby=the_said]"


def said(told: Timeline) -> dict[str, list[str]]:
    """Actor → the events that it speaks about without a part."""
    found = sayings(told, parts(told))
    return {id: [saying.event.id for saying in each] for id, each in found.items()}


def test_only_events_without_a_part_are_spoken_about() -> None:
    told = timeline(
        event("vote", "2022-02", {"party": "council"}, claims=(claim("council"), claim("guild"))),
        event("fire", "2022-01", {"party": "mayor"}, claims=(claim("guild council"),)),
    )
    assert said(told) == {"guild": ["fire", "vote"], "council": ["fire"]}


def test_who_speaks_for_an_actor_is_heard_for_it() -> None:
    told = timeline(
        event("fire", roles={"party": "mayor"}, claims=(claim("olaf"),)),
        actor("olaf", "person", offices="guild"),
        actor("guild", "organisation", part_of="league"),
        actor("league", "organisation"),
    )
    assert said(told) == {"olaf": ["fire"], "guild": ["fire"], "league": ["fire"]}


def test_an_actor_whose_people_take_part_speaks_about_its_own_event() -> None:
    told = timeline(
        event("fire", roles={"party": "olaf"}, claims=(claim("guild"),)),
        actor("olaf", "person", offices="guild"),
        actor("guild", "organisation"),
    )
    assert said(told) == {}


def test_a_claim_counts_for_the_office_held_when_it_was_made() -> None:
    later = replace(claim("olaf"), date=parse("2023"))
    told = timeline(
        event("fire", "2021", claims=(later,)),
        actor("guild", "organisation"),
        replace(actor("olaf", "person"), offices=(Office("guild", "Chair", parse("2022")),)),
    )
    assert said(told) == {"olaf": ["fire"], "guild": ["fire"]}


def test_what_is_withdrawn_is_not_spoken_about() -> None:
    gone = Withdrawal(parse("2023"), "Retracted")
    assert said(timeline(event("fire", claims=(claim("guild"),), withdrawn=gone))) == {}


def test_the_page_of_an_actor_tells_what_it_says_with_stance_text_and_source() -> None:
    told = timeline(
        event(
            "fire",
            roles={"party": "mayor"},
            sources="paper",
            claims=(
                claim("guild", "denies", "No fire was laid", "minutes"),
                claim("guild", "demands", "An inquiry"),
                claim("mayor", "asserts", "The guild laid it"),
            ),
        ),
        event("vote", roles={"party": "guild"}),
        source("minutes", "The minutes"),
        source("paper", "The paper"),
    )
    its_own = text(told, "actors/guild.html", SAID)
    assert "Fire" in its_own
    assert "Guild denies No fire was laid" in its_own
    assert "No fire was laid The minutes" in its_own
    assert "An inquiry The paper" in its_own, "what has no source of its own rests on the event's"
    assert "laid it" not in its_own
    guild = page(told, "actors/guild.html")
    assert [n.attributes["href"] for n in guild.css(f"{SAID} h3 a")] == ["../events/fire.html"]
    assert [n.id for n in guild.css("article.entry")] == ["vote"]
    assert text(told, "actors/guild.html", ".shares .number") == "1"
    assert page(told, "actors/mayor.html").css(SAID) == []


def test_who_only_speaks_has_a_page_that_says_so() -> None:
    told = timeline(event("fire", roles={"party": "mayor"}, claims=(claim("guild"),)))
    assert "Fire" in text(told, "actors/guild.html", SAID)
    assert "has a part in no event" in text(
        told, "actors/guild.html", "[aria-labelledby=the_events]"
    )
    assert "Guild speaks about 1 event" in text(told, "actors/index.html", ".index")
    (description,) = page(told, "actors/guild.html").css("meta[name=description]")
    assert description.attributes["content"] == "Guild in A timeline: what it says about 1 event."


def test_an_event_that_one_speaks_about_is_not_listed_as_a_mere_mention() -> None:
    told = timeline(
        event("fire", roles={"party": "mayor"}, claims=(claim("guild"),), body="[[actor:guild]]")
    )
    assert page(told, "actors/guild.html").css(".mentioned") == []
