"""Who met whom, and through whom."""

from __future__ import annotations

from tests.who.making import actor, event, timeline
from timeline.model.findings.acting import parts
from timeline.model.findings.company import company
from timeline.model.findings.meetings import meetings, ways


def test_an_event_with_one_party_is_no_meeting() -> None:
    assert meetings(timeline(event("speech", roles={"party": "russia", "speaker": "un"}))) == ()


def test_presidents_meet_for_their_states() -> None:
    told = timeline(
        event("call", roles={"party": "olaf vladimir", "involved": "germany russia"}),
        actor("olaf", "person", offices="germany"),
        actor("vladimir", "person", offices="russia"),
    )
    (meeting,) = meetings(told)
    assert [party.id for party in meeting.parties] == ["germany", "russia"]


def test_two_people_of_one_state_are_one_party() -> None:
    told = timeline(
        event("dinner", roles={"party": "olaf germany"}), actor("olaf", "person", offices="germany")
    )
    assert meetings(told) == ()


def test_ways_are_counted_by_go_between_and_those_without_by_parties() -> None:
    told = timeline(
        event("a", roles={"party": "russia ukraine", "mediator": "turkey un"}),
        event("b", roles={"party": "russia ukraine", "host": "turkey"}),
        event("c", roles={"party": "russia ukraine"}),
        event("d", roles={"party": "russia china"}),
    )
    found = [
        (way.through and way.through.id, way.roles, [(a.id, n) for a, n in way.parties])
        for way in ways(meetings(told))
    ]
    assert found == [
        ("turkey", ("mediator", "host"), [("russia", 2), ("ukraine", 2)]),
        ("un", ("mediator",), [("russia", 1), ("ukraine", 1)]),
        (None, (), [("china", 1), ("russia", 1)]),
        (None, (), [("russia", 1), ("ukraine", 1)]),
    ]


def test_who_is_a_party_does_not_stand_between() -> None:
    told = timeline(event("a", roles={"party": "russia turkey", "host": "turkey"}))
    assert meetings(told)[0].between == ()


def test_company_names_roles_and_the_mediator_between_two_parties() -> None:
    told = timeline(
        event("a", "2022-07", {"party": "russia ukraine", "mediator": "turkey"}),
        event("b", "2022-08", {"party": "vladimir", "critic": "ukraine"}),
        actor("vladimir", "person", offices="russia"),
    )
    russia = told.actors["russia"]
    found = company(russia, parts(told)["russia"], meetings(told), told)
    assert [
        (one.actor.id, len(one.events), one.roles, [a.id for a in one.through]) for one in found
    ] == [
        ("ukraine", 2, ("party", "critic"), ["turkey"]),
        ("turkey", 1, ("mediator",), []),
    ]
