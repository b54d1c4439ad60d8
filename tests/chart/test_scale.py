import itertools

from hypothesis import given
from hypothesis import strategies as st

from timeline.render.chart.scale import MARK, WIDTH, folded, plain

days = st.integers(-5_000_000_000_000, 800_000)
stretches = st.lists(st.tuples(days, st.integers(1, 400)), min_size=1, max_size=30).map(
    lambda pairs: [(start, start + length) for start, length in pairs]
)


@given(stretches)
def test_later_days_never_stand_before_earlier_ones(occupied: list[tuple[int, int]]) -> None:
    for scale in (plain(occupied), folded(occupied)):
        places = [scale.at(day) for day in sorted({day for pair in occupied for day in pair})]
        assert places == sorted(places)
        assert 0 <= places[0] <= places[-1] <= 1


@given(stretches)
def test_no_event_lies_in_a_fold(occupied: list[tuple[int, int]]) -> None:
    scale = folded(occupied)
    short = [pair for pair in occupied if pair[1] - pair[0] == 1]
    for start, end in short:
        assert not any(fold.first <= start and end <= fold.last for fold in scale.folds)


def test_a_long_gap_between_crowds_is_folded() -> None:
    crowds = [(first + i, first + i + 1) for first in (738_000, 738_300) for i in range(20)]
    scale = folded(crowds)
    assert [fold.days for fold in scale.folds] == [280]
    assert (scale.at(738_001) - scale.at(738_000)) * WIDTH > 1


def test_two_events_are_never_folded_apart() -> None:
    """There is nothing that a fold would give room to."""
    assert not folded([(738_000, 738_001), (738_300, 738_301)]).folds


def test_a_date_alone_between_folds_takes_little_width() -> None:
    """A year beside a crowded month would take nearly all of it."""
    crowd = [(738_000 + 2 * i, 738_001 + 2 * i) for i in range(20)]
    scale = folded([(735_000, 735_365), *crowd])
    assert list(scale.lone) == [(735_000, 735_365)]
    assert scale.at(735_365) - scale.at(735_000) < 0.1


def test_within_a_century_there_are_few_folds() -> None:
    """The words of more of them would not have room."""
    crowds = [(738_000 + 60 * i + j, 738_001 + 60 * i + j) for i in range(6) for j in range(3)]
    assert len(folded(crowds).folds) <= 2


def test_deep_time_is_folded_between_all_its_dates() -> None:
    days = [-5_040_346_500_000, -1_643_591_250_000, -24_106_005_000, 1, 738_000]
    scale = folded([(day, day + 1) for day in days])
    places = [scale.at(day) for day in days]
    assert all((b - a) * WIDTH > MARK for a, b in itertools.pairwise(places))
