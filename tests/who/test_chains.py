"""Events that answer one another."""

from __future__ import annotations

from tests.who.making import event, timeline
from timeline.model.findings.chains import MOST, chain
from timeline.model.model import Timeline


def drawn(told: Timeline, id: str) -> tuple[list[str], list[tuple[str, str, str]]]:
    found = chain(told.by_id[id], told)
    assert found
    links = [(link.first.id, str(link.nature), link.then.id) for link in found.links]
    return [each.id for each in found.events], links


def test_answers_are_followed_both_ways_whoever_tells_of_them() -> None:
    told = timeline(
        event("shelling", "2022-11-01", relates={"led-to": "appeal"}),
        event("statement", "2022-11-02", relates={"responds-to": "shelling"}),
        event("appeal", "2022-11-03"),
    )
    expected = (
        ["shelling", "statement", "appeal"],
        [("shelling", "answer", "statement"), ("shelling", "answer", "appeal")],
    )
    assert drawn(told, "statement") == drawn(told, "appeal") == expected


def test_a_circle_ends_where_it_began() -> None:
    told = timeline(
        event("a", "2022-01", relates={"responds-to": "b"}),
        event("b", "2022-02", relates={"responds-to": "a"}),
    )
    events, links = drawn(told, "a")
    assert events == ["a", "b"]
    assert links == [("b", "answer", "a"), ("a", "answer", "b")]


def test_a_link_told_from_both_ends_is_one() -> None:
    told = timeline(
        event("a", "2022-01", relates={"led-to": "b"}),
        event("b", "2022-02", relates={"responds-to": "a", "continues": "a"}),
    )
    assert drawn(told, "a")[1] == [("a", "answer", "b")]


def test_a_contradiction_told_twice_is_one_and_points_to_the_later() -> None:
    told = timeline(
        event("a", "2022-01", relates={"contradicts": "b"}),
        event("b", "2022-02", relates={"contradicts": "a"}),
    )
    assert drawn(told, "b")[1] == [("a", "contradiction", "b")]


def test_parts_of_the_same_whole_do_not_bring_each_other_in() -> None:
    told = timeline(
        event("whole", "2022"),
        event("one", "2022-01", relates={"part-of": "whole"}),
        event("two", "2022-02", relates={"part-of": "whole"}),
    )
    assert drawn(told, "one")[0] == ["whole", "one"]
    assert drawn(told, "whole")[0] == ["whole", "one", "two"]


def test_what_a_whole_led_to_is_no_business_of_its_parts() -> None:
    told = timeline(
        event("war", "2022-01"),
        event("occupation", "2022-02", relates={"part-of": "war"}),
        event("embargo", "2022-03", relates={"responds-to": "war"}),
    )
    assert drawn(told, "occupation")[0] == ["war", "occupation"]


def test_a_long_chain_keeps_what_is_near() -> None:
    ids = [f"e{n:02}" for n in range(30)]
    answers = [
        event(id, f"2022-01-{n + 1:02}", relates={"responds-to": ids[n - 1]} if n else {})
        for n, id in enumerate(ids)
    ]
    events, _ = drawn(timeline(*answers), "e15")
    assert events == ids[12:19]


def test_all_that_is_related_is_there_and_of_what_is_further_away_enough() -> None:
    near = [event(f"near{n:02}", relates={"responds-to": "start"}) for n in range(MOST - 3)]
    far = [event(f"far{n:02}", relates={"responds-to": "near00"}) for n in range(40)]
    told = timeline(event("start", "2022-01"), *near, *far)
    events, _ = drawn(told, "start")
    assert set(events) >= {"start", *(each.id for each in near)}
    assert len(events) == MOST
    assert len(drawn(told, "near00")[0]) > 40


def test_event_without_relations_has_no_chain() -> None:
    told = timeline(event("alone"))
    assert chain(told.events[0], told) is None
