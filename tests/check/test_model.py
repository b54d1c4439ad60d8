"""The model: every order fixed, every id followed, everything derived once."""

from dataclasses import replace
from typing import Any

import pytest

from timeline.check.check import Records
from timeline.dates import Day, day_number, parse
from timeline.model import model, periods
from timeline.model.model import Timeline
from timeline.model.periods import Period, period_of
from timeline.records import (
    About,
    Actor,
    Citation,
    Claim,
    Correction,
    Event,
    Figure,
    Office,
    Participation,
    Position,
    Relation,
    Source,
    State,
    Track,
    Withdrawal,
)

LADDER = (State("cold", "Cold"), State("warm", "Warm"), State("hot", "Hot"))


def event(id: str, date: str = "2022", **changed: Any) -> Event:
    facts: dict[str, Any] = {
        "title": id,
        "tracks": ("peace",),
        "actors": (Participation("un", "involved"),),
        "sources": (Citation("post"),),
        **changed,
    }
    return Event(id=id, file=f"events/{id}.md", date=parse(date), **facts)


def actor(id: str, name: str = "", **changed: Any) -> Actor:
    return Actor(id, f"actors/{id}.md", name or id, **changed)


def source(id: str, **changed: Any) -> Source:
    return Source(id, f"sources/{id}.md", id, **changed)


def track(id: str, **changed: Any) -> Track:
    return Track(id, f"tracks/{id}.md", id, **changed)


def timeline(*events: Event, drafts: bool = False, **changed: Any) -> Timeline:
    everything: dict[str, Any] = {
        "about": About("Talks", states=LADDER),
        "actors": (actor("un"), actor("russia"), actor("ukraine")),
        "tracks": (track("peace"), track("grain")),
        "sources": (source("post"), source("herald"), source("copy", same_as="post")),
        **changed,
    }
    return model.build(Records(events=events, **everything), drafts=drafts)


def ids(events: Any) -> list[str]:
    return [event.id for event in events]


def day(text: str) -> Day:
    found = parse(text).earliest
    assert found is not None
    return found


class TestEvents:
    def test_stand_in_time_whatever_their_files_are(self) -> None:
        written = [
            ("d", "2022-03"),
            ("b", "2022"),
            ("a", "2022-03-01"),
            ("c", "-0043"),
            ("e", "2022"),
        ]
        built = timeline(*(event(id, date) for id, date in written))
        assert ids(built.events) == ["c", "b", "e", "d", "a"]

    def test_drafts_are_kept_back_until_asked_for(self) -> None:
        draft = event("a", draft=True)
        assert ids(timeline(draft).events) == []
        assert ids(timeline(draft, drafts=True).events) == ["a"]

    def test_withdrawn_events_keep_their_page_and_count_nowhere(self) -> None:
        gone = event("a", withdrawn=Withdrawal(parse("2023"), "Wrong"), states=(("peace", "hot"),))
        built = timeline(gone, event("b"))
        assert ids(built.events) == ids(built.of_actor(built.actors["un"])) == ["b"]
        assert ids(built.withdrawn) == ["a"]
        assert set(built.by_id) == {"a", "b"}
        assert built.standing(built.tracks["peace"]) is None

    def test_are_found_by_actor_track_and_source_once_each(self) -> None:
        twice = (Participation("un", "host"), Participation("un", "mediator"))
        one = event("a", actors=twice, tracks=("peace", "grain"), sources=(Citation("post", "1"),
                    Citation("post", "2")))  # fmt: skip
        built = timeline(one)
        assert ids(built.of_actor(built.actors["un"])) == ["a"]
        assert ids(built.of_track(built.tracks["grain"])) == ["a"]
        assert ids(built.of_source(built.sources["post"])) == ["a"]
        assert built.roles_of(built.actors["un"], one) == ("host", "mediator")
        assert built.of_actor(built.actors["russia"]) == []

    def test_rest_on_the_sources_of_their_claims_and_figures_too(self) -> None:
        claim = Claim(("un",), "asserts", "So", (Citation("herald"),))
        one = event("a", claims=(claim,), figures=(Figure("n", "1", sources=(Citation("copy"),)),))
        assert [c.source for c in model.cited(one)] == ["post", "herald", "copy"]
        built = timeline(one)
        assert ids(built.of_source(built.sources["herald"])) == ["a"]

    def test_know_what_relates_to_them(self) -> None:
        built = timeline(
            event("a"),
            event("b", relations=(Relation("responds-to", "a"),)),
            event("c", relations=(Relation("part-of", "a"), Relation("continues", "b"))),
        )
        back = built.backlinks(built.by_id["a"])
        assert [(link.kind, link.event.id) for link in back] == [
            ("responds-to", "b"), ("part-of", "c"),
        ]  # fmt: skip
        assert built.backlinks(built.by_id["c"]) == []


class TestSources:
    @pytest.mark.parametrize(
        ("cited", "count"),
        [
            (["post"], 1),
            (["post", "copy"], 1),
            (["post", "herald"], 2),
            (["copy", "herald"], 2),
            (["post", "https://a.example/1"], 2),
            (["https://a.example/1", "https://a.example/2"], 2),
        ],
    )
    def test_republications_count_once(self, cited: list[str], count: int) -> None:
        one = event("a", sources=tuple(Citation(source) for source in cited))
        assert timeline(one).independent_sources(one) == count

    def test_original_of_a_copy_of_a_copy(self) -> None:
        sources = (source("a", same_as="b"), source("b", same_as="c"), source("c"))
        built = timeline(sources=sources)
        assert built.original(built.sources["a"]).id == "c"
        assert built.original(built.sources["c"]).id == "c"


class TestActors:
    def test_members_belong_to_it_or_hold_its_offices(self) -> None:
        actors = (
            actor("un"),
            actor("iaea", "IAEA", part_of=("un",)),
            actor("guterres", "António Guterres", offices=(Office("un", "Secretary-General"),)),
            actor("russia"),
        )
        built = timeline(actors=actors)
        assert [member.id for member in built.members(built.actors["un"])] == ["guterres", "iaea"]
        assert built.members(built.actors["russia"]) == []

    def test_positions_on_a_track_go_by_actor(self) -> None:
        def holding(track: str, text: str) -> Position:
            return Position(track, "wants", text, (Citation("post"),))

        actors = (
            actor("b", "Zed", positions=(holding("peace", "1"), holding("grain", "2"))),
            actor("a", "abe", positions=(holding("peace", "3"),)),
        )
        built = timeline(actors=actors)
        found = built.positions(built.tracks["peace"])
        assert [(who.id, position.text) for who, position in found] == [("a", "3"), ("b", "1")]


class TestTracks:
    def test_stand_by_order_then_title(self) -> None:
        tracks = (track("c"), track("b", order=1), track("a", order=1), track("d", order=-1))
        assert list(timeline(tracks=tracks).tracks) == ["d", "c", "a", "b"]

    def test_moves_count_rungs_up_and_down_and_no_step_is_no_move(self) -> None:
        states = {"a": "cold", "b": "hot", "c": "warm", "d": "warm"}
        built = timeline(
            *(event(id, f"2022-0{n}", states=(("peace", state),))
              for n, (id, state) in enumerate(states.items(), start=1))
        )  # fmt: skip
        moves = built.moves(built.tracks["peace"])
        assert [(m.event.id, m.state.id, m.step) for m in moves] == [
            ("a", "cold", 0), ("b", "hot", 2), ("c", "warm", -1),
        ]  # fmt: skip
        assert built.moves(built.tracks["grain"]) == []

    def test_standing_is_that_of_the_end_of_the_day(self) -> None:
        built = timeline(
            event("a", "2022-03-10", states=(("peace", "cold"),)),
            event("b", "2022-03-12", states=(("peace", "hot"),)),
        )
        peace = built.tracks["peace"]
        days = ("2022-03-09", "2022-03-10", "2022-03-11", "2022-03-12", "2023-01-01")
        asked = {text: built.standing(peace, day(text)) for text in days}
        assert {text: move and move.state.id for text, move in asked.items()} == {
            "2022-03-09": None,
            "2022-03-10": "cold",
            "2022-03-11": "cold",
            "2022-03-12": "hot",
            "2023-01-01": "hot",
        }
        now = built.standing(peace)
        assert now
        assert now.event.id == "b"

    @pytest.mark.parametrize(
        ("date", "settled"),
        [
            ("2022-12-05", "2022-12-05"),
            ("2022-12", "2022-12-31"),
            ("[2022-12-01..2022-12-10]", "2022-12-10"),
            ("[..2022-12-07]", "2022-12-07"),
            ("2022-12-05/2023-02", "2022-12-05"),
            ("2022-12/..", "2022-12-31"),
            ("../2022-12-07", "2022-12-07"),
            ("[2022-12-05..]", "2022-12-05"),
        ],
    )
    def test_vague_event_counts_from_the_day_by_which_it_has_surely_happened(
        self, date: str, settled: str
    ) -> None:
        """Until then nobody can say that it has."""
        assert model.settles(event("a", date)) == day(settled)

    def test_states_follow_the_day_on_which_they_are_sure(self) -> None:
        """What happened some day in March is sure at its end, after the tenth."""
        built = timeline(
            event("vague", "2022-03", states=(("peace", "cold"),)),
            event("exact", "2022-03-10", states=(("peace", "hot"),)),
        )
        assert [m.event.id for m in built.moves(built.tracks["peace"])] == ["exact", "vague"]


class TestPeriods:
    @pytest.mark.parametrize(
        ("date", "address", "words"),
        [
            ("2022-11-17", "when/2022-11.html", "November 2022"),
            ("2022", "when/2022.html", "2022"),
            ("-0043-03-15", "when/-0043-03.html", "March 44 BCE"),
            ("0000", "when/0000.html", "1 BCE"),
            ("Y-13800000000", "when/-13800000000.html", "13.8 billion BCE"),
            ("201X", "when/2010.html", "2010"),
            ("2022-21", "when/2022-03.html", "March 2022"),
            ("2023-24", "when/2023-12.html", "December 2023"),
            ("2023-24~", "when/2023-12.html", "December 2023"),
            ("2023-33", "when/2023-01.html", "January 2023"),
            ("2023-36", "when/2023-10.html", "October 2023"),
            ("2023-41", "when/2023-07.html", "July 2023"),
            ("2023-24/..", "when/2023-12.html", "December 2023"),
            ("../2023-24", "when/2024-02.html", "February 2024"),
            ("[2024-01,2023-24]", "when/2023-12.html", "December 2023"),
            ("1984-1X", "when/1984-10.html", "October 1984"),
            ("1984-XX", "when/1984.html", "1984"),
            ("156X-21", "when/1560.html", "1560"),
            ("[2022,2022-33]", "when/2022.html", "2022"),
            ("[2022-11-28..2022-12-03]", "when/2022-11.html", "November 2022"),
        ],
    )
    def test_event_is_told_under_its_month_or_year(
        self, date: str, address: str, words: str
    ) -> None:
        period = period_of(parse(date))
        assert (period.address, period.words) == (address, words)

    def test_year_holds_the_events_of_its_months(self) -> None:
        built = timeline(event("a", "2022-11"), event("b", "2022"), event("c", "-0001-02"))
        assert {period.edtf: ids(found) for period, found in built.by_period.items()} == {
            "-0001": ["c"],
            "-0001-02": ["c"],
            "2022": ["b", "a"],
            "2022-11": ["a"],
        }
        assert list(built.by_period) == sorted(built.by_period, key=lambda period: period.order)

    @pytest.mark.parametrize(
        ("period", "last"),
        [(Period(2022, 2), "2022-02-28"), (Period(2024, 2), "2024-02-29"),
         (Period(2022, 12), "2022-12-31"), (Period(2022), "2022-12-31"),
         (Period(-1), "-0001-12-31")],
    )  # fmt: skip
    def test_last_day_ends_it(self, period: Period, last: str) -> None:
        assert period.last_day == day(last)
        assert periods.period_of(parse(last)).year == period.year


def test_corrections_come_latest_first() -> None:
    def correction(date: str) -> Correction:
        return Correction(parse(date), date)

    built = timeline(
        event("a", corrections=(correction("2023-01"), correction("2023-03"))),
        event("b", corrections=(correction("2023-02"),), withdrawn=Withdrawal(parse("2023"), "No")),
    )
    assert [c.text for c, _ in built.corrections] == ["2023-03", "2023-02", "2023-01"]


def test_model_of_nothing_is_empty() -> None:
    built = model.build(Records(About("Nothing")))
    assert (built.events, dict(built.tracks), built.by_period, built.corrections) == (
        (),
        {},
        {},
        [],
    )


def test_order_of_files_changes_nothing() -> None:
    """Machines list folders in orders of their own."""
    events = [event(id, "2022-03", states=(("peace", "hot"),)) for id in "abc"]
    actors = (actor("un"), actor("russia"), actor("ukraine"))
    there = timeline(*events, actors=actors)
    back = timeline(*reversed(events), actors=actors[::-1])
    assert there.events == back.events
    assert there.moves(there.tracks["peace"]) == back.moves(back.tracks["peace"])
    assert replace(there, actors={}) == replace(back, actors={})


def test_day_numbers_of_model_are_those_of_dates() -> None:
    assert day("2022-03-10") == day_number(2022, 3, 10)
