"""For whom people and bodies act."""

from __future__ import annotations

from dataclasses import replace

from tests.who.making import actor, event, timeline
from timeline.dates import parse
from timeline.model.findings.acting import at_the_top, for_whom, parts

GENERAL = actor("general", "person", offices="army")
ARMY = actor("army", "organisation", part_of="land")
LAND = actor("land", "state", part_of="union")
UNION = actor("union", "organisation")
DAY = parse("2022-11-17")


def test_an_officer_acts_for_the_body_and_the_state_above_it() -> None:
    told = timeline(GENERAL, ARMY, LAND, UNION)
    assert [each.id for each in for_whom(GENERAL, DAY, told)] == ["army", "land"]
    assert at_the_top(GENERAL, DAY, told) == LAND


def test_a_state_acts_for_itself_alone() -> None:
    """What one member does, the union of which it is part has not done."""
    told = timeline(LAND, UNION)
    assert for_whom(LAND, DAY, told) == ()


def test_nobody_acts_for_a_group() -> None:
    rich = actor("rich-man", "person", part_of="rich-people")
    told = timeline(rich, actor("rich-people", "group"))
    assert at_the_top(rich, DAY, told) == rich


def test_an_office_counts_only_while_it_is_held() -> None:
    minister = actor("minister", "person", offices="land")
    held = replace(minister.offices[0], since=parse("2020"), until=parse("2022-06"))
    minister = replace(minister, offices=(held,))
    told = timeline(minister, LAND, UNION)
    for date, expected in [("2019", []), ("2019/2020", ["land"]), ("2022", ["land"]),
                           ("2022-06-30", ["land"]), ("2022-07", [])]:  # fmt: skip
        assert [a.id for a in for_whom(minister, parse(date), told)] == expected, date


def test_an_event_counts_once_for_a_state_and_its_people() -> None:
    call = event("call", roles={"party": "general land", "speaker": "general"})
    told = timeline(call, GENERAL, ARMY, LAND, UNION)
    (part,) = parts(told)["land"]
    assert part.roles == ("party",)
    assert [(agent.actor.id, agent.roles) for agent in part.agents] == [
        ("general", ("party", "speaker"))
    ]
    assert part.all_roles == ("party", "speaker")


def test_offices_that_lead_in_a_circle_end() -> None:
    a, b = actor("a", "person", offices="b"), actor("b", "organisation", offices="a")
    told = timeline(a, b)
    assert [each.id for each in for_whom(a, DAY, told)] == ["b"]
    assert at_the_top(a, DAY, told).id in {"a", "b"}
