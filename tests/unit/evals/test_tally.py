"""Rates: no division by zero, and F1 between precision and recall."""

from hypothesis import given
from hypothesis import strategies as st

from evals.tally import Tally, rate, share, total

COUNTS = st.integers(min_value=0, max_value=50)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Tallies in which no more is right than was predicted or expected."""
    right = draw(COUNTS)
    return Tally(right=right, predicted=right + draw(COUNTS), expected=right + draw(COUNTS))


def figures(tally: Tally) -> tuple[float, float, float]:
    found = rate(tally)
    return found.p, found.r, found.f1


def test_known_rates() -> None:
    assert figures(Tally(right=3, predicted=4, expected=6)) == (0.75, 0.5, 0.6)
    assert figures(Tally(right=0, predicted=0, expected=5)) == (0, 0, 0)
    assert figures(Tally(right=0, predicted=5, expected=0)) == (0, 0, 0)
    assert figures(Tally()) == (1, 1, 1)
    assert share(0, 0).rate is None


@given(tallies())
def test_f1_lies_between_precision_and_recall(tally: Tally) -> None:
    p, r, f1 = figures(tally)
    assert min(p, r) - 1e-4 <= f1 <= max(p, r) + 1e-4


@given(st.lists(tallies()))
def test_the_order_of_sources_does_not_count(some: list[Tally]) -> None:
    assert total(some) == total(reversed(some))
