"""Bootstrap intervals: the same every time, around the score, none where all agree."""

from hypothesis import given
from hypothesis import strategies as st

from evals.scorers.intervals import f1_difference, intervals, sum_difference
from evals.tally import Tally, rate, total
from tests.unit.evals.test_tally import tallies


@given(st.lists(tallies(), min_size=1, max_size=12))
def test_the_score_lies_in_its_interval(some: list[Tally]) -> None:
    low, high = intervals(some).f1
    assert low - 1e-3 <= rate(total(some)).f1 <= high + 1e-3 or len(some) < 4


def test_equal_sources_leave_no_doubt() -> None:
    found = intervals([Tally(right=1, predicted=2, expected=4)] * 10)
    assert (found.p, found.r, found.f1) == ((0.5, 0.5), (0.25, 0.25), (0.3333, 0.3333))


def test_the_same_sources_give_the_same_interval() -> None:
    some = [Tally(right=n % 3, predicted=3, expected=4) for n in range(20)]
    assert intervals(some) == intervals(some)
    low, high = intervals(some).f1
    assert 0 < low < high < 1


def test_no_sources_at_all() -> None:
    assert intervals([]).f1 == f1_difference([], []) == sum_difference([], []) == (0, 0)


def test_a_difference_in_one_source_may_be_chance_and_in_all_is_not() -> None:
    was = [Tally(right=2, predicted=4, expected=4)] * 20
    better = Tally(right=4, predicted=4, expected=4)
    low, high = f1_difference([better, *was[1:]], was)
    assert low == 0 < high
    assert f1_difference([better] * 20, was) == (0.5, 0.5)
    assert f1_difference(was, was) == (0, 0)


def test_sums_are_compared_source_by_source() -> None:
    assert sum_difference([3, 3, 3], [1, 1, 1]) == (6, 6)
    low, high = sum_difference([10, 0, 5, 5], [0, 10, 5, 5])
    assert low < 0 < high
