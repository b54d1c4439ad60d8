"""Where things stand in the drawings."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from tests.who.making import event, figure, timeline, track
from timeline.model.findings import series
from timeline.model.findings.chains import chain
from timeline.model.findings.history import stretches
from timeline.model.findings.meetings import meetings, ways
from timeline.model.model import Timeline
from timeline.records import Event, Series, State
from timeline.render.drawings import bars, network, ordering, rails, running, steps
from timeline.render.drawings.network import Network
from timeline.render.drawings.steps import LEFT, RIGHT

LADDER = "fighting stalled talking"


def line(told: Timeline) -> steps.Steps | None:
    past = stretches(told.tracks["talks"], told)
    return steps.draw(past, told.states.values(), told.about.as_of)


class TestSteps:
    def test_warmer_is_higher_and_later_is_further_right(self) -> None:
        drawn = line(
            timeline(
                event("a", "2022-11-01", state="fighting"),
                event("b", "2022-11-11", state="talking"),
                as_of="2022-11-21",
                states=LADDER,
            )
        )
        assert drawn
        assert [rung.state.id for rung in drawn.rungs] == ["talking", "fighting"]
        first, second = drawn.marks
        assert first.y > second.y
        assert (first.x, second.x) == (LEFT, (LEFT + RIGHT) / 2)
        assert [(level.start, level.end) for level in drawn.levels] == [
            (LEFT, second.x),
            (second.x, RIGHT),
        ]

    def test_moves_of_one_day_rise_in_one_place(self) -> None:
        drawn = line(
            timeline(
                event("a", "2022-11-01", state="fighting"),
                event("b", "2022-11-01", state="talking"),
                states=LADDER,
            )
        )
        assert drawn
        assert drawn.levels == ()
        assert [rise.x for rise in drawn.rises] == [LEFT]

    def test_a_crowd_on_one_rung_has_one_number(self) -> None:
        """Numbers that run into one another cannot be read; the list has them all."""
        drawn = line(
            timeline(
                event("a", "2022-11-01", state="fighting"),
                event("b", "2022-11-02", state="talking"),
                event("c", "2022-11-03", state="fighting"),
                as_of="2023-11-01",
                states=LADDER,
            )
        )
        assert drawn
        assert [mark.number for mark in drawn.marks] == ["1", "2", ""]

    @pytest.mark.parametrize(("years", "words"), [("2022", "Jan 2022"), ("2014", "2014")])
    def test_it_begins_with_a_month_or_over_many_years_with_a_year(
        self, years: str, words: str
    ) -> None:
        drawn = line(
            timeline(
                event("a", f"{years}-01-05", state="fighting"),
                event("b", "2022-11-02", state="talking"),
                states=LADDER,
            )
        )
        assert drawn
        assert drawn.first.short_words == words

    def test_long_names_do_not_run_into_one_another(self) -> None:
        name = "Negotiations suspended pending guarantees of a third party"
        states = [State(id, name, "cold") for id in LADDER.split()]
        told = timeline(
            event("a", "2022-11-01", state="fighting"),
            event("b", "2022-11-11", state="talking"),
            event("c", "2022-11-21", state="stalled"),
            states=LADDER,
        )
        drawn = steps.draw(stretches(told.tracks["talks"], told), states, told.about.as_of)
        assert drawn
        assert drawn.rungs[0].y >= drawn.rungs[0].half
        for above, below in pairwise(drawn.rungs):
            assert below.y - below.half > above.y + above.half
        assert drawn.height >= drawn.rungs[-1].y + drawn.rungs[-1].half

    def test_one_move_makes_no_line(self) -> None:
        assert line(timeline(event("a", state="talking"), states=LADDER)) is None


class TestBars:
    def test_what_is_sure_is_solid_and_what_is_possible_reaches_further(self) -> None:
        end = Decimal(400)
        plain, between, more, fewer = (
            bars.draw(series.read(each), end)
            for each in (
                figure("n", "100"),
                figure("n", low="200", high="300"),
                figure("n", low="400"),
                figure("n", high="400"),
            )
        )
        assert (plain.solid, plain.reach, plain.is_open) == (24, 24, False)
        assert (between.solid, between.reach) == (48, 72)
        assert (more.solid, more.is_open) == (bars.WIDEST, True)
        assert (fewer.solid, fewer.reach) == (0, bars.WIDEST)

    def test_series_of_one_unit_share_a_scale_and_shares_end_at_a_hundred(self) -> None:
        people = [Series("a", "A", unit="people"), Series("b", "B", unit="people")]
        counted = track("talks", series=(*people, Series("c", "C", unit="%")))
        told = timeline(
            event("x", figures=(figure("a", "215"), figure("b", "55"), figure("c", "20"))), counted
        )
        found = bars.scales(series.told(counted, told))
        assert found == {"people": 215, "%": 100}

    def test_nothing_but_noughts_has_no_width(self) -> None:
        assert bars.draw(series.read(figure("n", "0")), Decimal(0)).solid == 0


class TestRunning:
    COUNTED = track("talks", series=(Series("freed", "Freed", "cumulative"),))

    def drawn(self, *events: Event) -> running.Running | None:
        (told,) = series.told(self.COUNTED, timeline(self.COUNTED, *events))
        return running.draw(told)

    def test_a_total_holds_until_the_next(self) -> None:
        drawn = self.drawn(
            event("a", "2022-01-01", figures=(figure("freed", "100"),)),
            event("b", "2022-01-11", figures=(figure("freed", low="200"),)),
        )
        assert drawn
        first, second = drawn.totals
        assert first.y > second.y
        assert (first.is_open, second.is_open) == (False, True)
        assert [(run.start, run.end, run.y, run.next_y) for run in drawn.runs] == [
            (first.x, second.x, first.y, second.y)
        ]

    def test_a_total_that_is_told_twice_stands_twice(self) -> None:
        drawn = self.drawn(
            event("a", "2022-01-01", figures=(figure("freed", "100"), figure("freed", "90"))),
            event("b", "2022-01-11", figures=(figure("freed", "200"),)),
        )
        assert drawn
        assert [total.x for total in drawn.totals].count(drawn.totals[0].x) == 2

    def test_a_single_total_makes_no_line(self) -> None:
        assert self.drawn(event("a", figures=(figure("freed", "100"),))) is None


class TestNetwork:
    MET = (
        event("a", "2022-01", {"party": "russia ukraine", "mediator": "turkey un"}),
        event("b", "2022-02", {"party": "russia ukraine"}),
        event("c", "2022-03", {"party": "russia china"}),
        event("d", "2022-04", {"party": "china india", "host": "turkey"}),
    )

    def drawn(self, *events: Event) -> Network:
        found = network.draw(ways(meetings(timeline(*events))), "directly")
        assert found
        return found

    def test_those_who_met_stand_on_opposite_sides(self) -> None:
        left, right = ordering.sides(ways(meetings(timeline(*self.MET))))
        assert {actor.id for actor in left} == {"russia", "india"}
        assert {actor.id for actor in right} == {"ukraine", "china"}

    def test_every_party_has_a_line_to_every_way_it_took(self) -> None:
        drawn = self.drawn(*self.MET)
        lines = sum(len(side.edges) for side in drawn.sides)
        assert lines == sum(len(way.parties) for way in ways(meetings(timeline(*self.MET))))

    def test_names_do_not_run_into_one_another(self) -> None:
        drawn = self.drawn(*self.MET)
        for column in (drawn.middle, *(side.nodes for side in drawn.sides)):
            for above, below in pairwise(column):
                assert below.top - above.top > network.LINE * len(above.lines)

    def test_lines_cross_as_little_as_they_can(self) -> None:
        """Three pairs, each with a mediator of its own, need no crossing."""
        drawn = self.drawn(
            event("a", "2022-01", {"party": "a b", "mediator": "z"}),
            event("b", "2022-02", {"party": "c d", "mediator": "x"}),
            event("c", "2022-03", {"party": "e f", "mediator": "y"}),
        )
        for side in drawn.sides:
            ends = [edge.end for edge in sorted(side.edges, key=lambda edge: edge.start)]
            assert ends == sorted(ends)

    def test_the_order_of_events_does_not_move_it(self) -> None:
        """Stable from build to build: only what the content says matters."""
        assert self.drawn(*self.MET) == self.drawn(*reversed(self.MET))

    def test_a_go_between_of_one_side_only_has_half_a_line(self) -> None:
        drawn = self.drawn(
            *(event(f"b{n}", "2022-01", {"party": "a b"}) for n in (1, 2)),
            *(event(f"c{n}", "2022-02", {"party": "a c"}) for n in (1, 2)),
            event("d", "2022-03", {"party": "b c", "host": "h"}),
        )
        (half,) = (line for line in drawn.through if not line.is_direct)
        assert {half.start, half.end} & {50}

    def test_nobody_met_nobody(self) -> None:
        assert network.draw([], "directly") is None


class TestRails:
    def rows(self, told: Timeline, id: str) -> rails.Rails:
        found = chain(told.by_id[id], told)
        assert found
        return rails.draw(found)

    def test_a_plain_chain_needs_one_lane(self) -> None:
        told = timeline(
            event("a", "2022-01"),
            event("b", "2022-02", relates={"responds-to": "a"}),
            event("c", "2022-03", relates={"responds-to": "b"}),
        )
        drawn = self.rows(told, "b")
        assert drawn.lanes == 1
        assert [len(row.pieces) for row in drawn.rows] == [1, 2, 1]
        assert [row.is_own for row in drawn.rows] == [False, True, False]

    def test_a_longer_link_runs_beside_the_rows_it_passes(self) -> None:
        told = timeline(
            event("a", "2022-01"),
            event("b", "2022-02", relates={"responds-to": "a"}),
            event("c", "2022-03", relates={"responds-to": "a b"}),
        )
        drawn = self.rows(told, "a")
        assert drawn.lanes == 2
        assert any(piece.path.startswith("M1.5") for piece in drawn.rows[1].pieces)

    def test_answers_to_one_event_share_a_lane(self) -> None:
        answers = [event(f"e{n}", f"2022-02-0{n}", relates={"responds-to": "a"}) for n in (1, 2, 3)]
        assert self.rows(timeline(event("a", "2022-01"), *answers), "a").lanes == 2

    def test_a_circle_is_drawn_once(self) -> None:
        told = timeline(
            event("a", "2022-01", relates={"responds-to": "b"}),
            event("b", "2022-02", relates={"responds-to": "a"}),
        )
        drawn = self.rows(told, "a")
        assert [row.event.id for row in drawn.rows] == ["a", "b"]
        assert [len(row.links) for row in drawn.rows] == [1, 1]
