"""Who asserts, who denies, who is silent, what contradicts what."""

from __future__ import annotations

import pytest

from tests.who.making import actor, claim, event, figure, timeline, track
from timeline.model.findings.disputes import contradictions, is_contested, sides
from timeline.model.findings.open_questions import open_questions
from timeline.records import Claim, Series

BOTH = {"party": "russia ukraine"}


@pytest.mark.parametrize(
    ("claims", "contested"),
    [
        ((claim("russia"), claim("ukraine", "denies")), True),
        ((claim("russia"), claim("russia", "denies")), False),
        ((claim("russia", "confirms"), claim("ukraine", "denies")), True),
        ((claim("russia", "demands"), claim("ukraine", "declines")), True),
        ((claim("russia", "offers"), claim("ukraine", "declines")), True),
        ((claim("russia"), claim("ukraine", "declines")), False),
        ((claim("russia"), claim("ukraine")), False),
        ((), False),
    ],
)
def test_opposite_stances_of_different_actors_make_a_contest(
    claims: tuple[Claim, ...], contested: bool
) -> None:
    assert is_contested(event("a", claims=claims)) is contested


def test_a_disputed_event_told_by_two_is_contested_whatever_their_stances() -> None:
    blame = (claim("russia"), claim("ukraine"))
    assert is_contested(event("blame", certainty="disputed", claims=blame))


def test_a_party_without_a_word_is_silent() -> None:
    told = timeline(event("tally", roles=BOTH, claims=(claim("ukraine"),)))
    assert [each.id for each in sides(told.events[0], told).silent] == ["russia"]


def test_a_president_speaks_for_the_state() -> None:
    said = event("plan", roles=BOTH, claims=(claim("vladimir"), claim("ukraine")))
    told = timeline(said, actor("vladimir", "person", offices="russia"))
    assert sides(said, told).silent == ()


def test_of_a_silent_state_and_its_president_the_state_is_named() -> None:
    said = event("plan", roles={"party": "vladimir russia"}, claims=(claim("ukraine"),))
    told = timeline(said, actor("vladimir", "person", offices="russia"))
    assert [each.id for each in sides(said, told).silent] == ["russia"]


def test_nobody_is_silent_where_nobody_speaks() -> None:
    told = timeline(event("talks", roles=BOTH))
    assert sides(told.events[0], told).silent == ()


def test_a_track_gathers_claims_events_and_numbers_that_contradict() -> None:
    told = timeline(
        track("talks", series=(Series("freed", "Freed"),)),
        event("a", "2022-09", figures=(figure("freed", "300"), figure("freed", "270"))),
        event("b", "2022-10", claims=(claim("russia"), claim("ukraine", "denies"))),
        event("c", "2022-11", relates={"contradicts": "b"}),
        event("d", "2022-12", relates={"contradicts": "c", "responds-to": "a"}),
    )
    found = contradictions(told.tracks["talks"], told)
    assert [each.event.id for each in found.claims] == ["b"]
    assert [(each.event.id, each.other.id) for each in found.events] == [("c", "b"), ("d", "c")]
    assert [each.point.event.id for each in found.numbers] == ["a"]


def test_a_pair_that_contradicts_both_ways_stands_once() -> None:
    told = timeline(
        event("a", relates={"contradicts": "b"}), event("b", relates={"contradicts": "a"})
    )
    assert len(contradictions(told.tracks["talks"], told).events) == 1


def test_a_track_of_one_mind_has_no_contradictions() -> None:
    told = timeline(event("a", roles=BOTH, claims=(claim("russia"),)))
    assert not contradictions(told.tracks["talks"], told)


def test_plans_and_rumours_are_open_until_something_continues_them() -> None:
    told = timeline(
        event("rumour", "2022-10", certainty="rumoured"),
        event("standstill", "2022-11", relates={"continues": "rumour"}),
        event("deal", "2022-12", certainty="planned"),
        event("quarrel", "2022-12", certainty="disputed", claims=(claim("russia"),)),
        event("offer", "2022-12-05", certainty="claimed", claims=(
            claim("russia", stance="asserts"), claim("ukraine", stance="denies"),
        )),
    )  # fmt: skip
    found = [(each.event.id, each.why) for each in open_questions(told.tracks["talks"], told)]
    assert found == [("deal", "planned"), ("quarrel", "disputed"), ("offer", "contested")]
