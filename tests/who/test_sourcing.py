"""What rests on what."""

from __future__ import annotations

from tests.who.making import claim, event, source, timeline
from timeline.model.findings.sourcing import backing, resting


def test_a_republication_is_no_second_witness() -> None:
    told = timeline(
        source("paper", "The Paper"),
        source("copy", "The Copy", same_as="paper"),
        event("a", "2022-10", sources="paper copy"),
        event("b", "2022-11", sources="copy https://example.org/news"),
    )
    for id, other in (("paper", "copy"), ("copy", "paper")):
        rests = resting(told.sources[id], told)
        assert [each.id for each in rests.events] == ["a", "b"]
        assert [each.id for each in rests.alone] == ["a"]
        assert [each.id for each in rests.copies] == [other]


def test_sources_of_claims_support_an_event_too() -> None:
    told = timeline(event("a", sources="paper", claims=(claim("russia", sources="radio"),)))
    assert resting(told.sources["radio"], told).alone == ()


def test_two_sources_of_one_publisher_are_one_publisher() -> None:
    told = timeline(
        source("monday", "The Paper"),
        source("tuesday", "The Paper"),
        source("radio", "Radio"),
        event("a", "2022-10", sources="monday tuesday"),
        event("b", "2022-11", sources="monday radio https://www.example.org/x"),
    )
    found = backing(told.tracks["talks"], told)
    assert [(each.name, len(each.events)) for each in found.publishers] == [
        ("The Paper", 2),
        ("example.org", 1),
        ("Radio", 1),
    ]
    assert (found.events, found.alone) == (2, 1)
