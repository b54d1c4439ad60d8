"""The way back of internal links."""

from __future__ import annotations

from tests.who.making import actor, event, timeline
from timeline.model.findings.mentions import mentions
from timeline.records import Body


def test_a_thing_knows_the_bodies_that_link_to_it() -> None:
    told = timeline(
        event("late", "2022-12", body="See [[event:early]] and [[actor:russia|Moscow]]."),
        event("early", "2022-01", body="[[actor:russia]], [[actor:russia]], [[event:early]]"),
        actor("russia", body=Body("Not [[track:talks]].")),
    )
    found = {key: [each.id for each in things] for key, things in mentions(told).items()}
    assert found == {
        ("event", "early"): ["late"],
        ("actor", "russia"): ["early", "late"],
        ("track", "talks"): ["russia"],
    }


def test_code_that_shows_a_link_is_no_mention() -> None:
    told = timeline(event("a", body="Write `[[actor:russia]]`."), actor("russia"))
    assert mentions(told) == {}
