"""One list of several: what several rank high comes first."""

from hypothesis import given
from hypothesis import strategies as st

from memory.recall.fusion import CONSTANT, fused

RANKED = st.lists(st.sampled_from("abcdefgh"), unique=True)


def ids(*lists: list[str]) -> list[str]:
    return [key for key, _ in fused(*lists)]


@given(RANKED)
def test_one_list_keeps_its_order(ranked: list[str]) -> None:
    assert ids(ranked) == ids(ranked, ranked) == ids(ranked, []) == ranked


@given(RANKED, RANKED)
def test_each_is_there_once_with_its_score_and_none_gets_ahead_of_a_better(
    one: list[str], other: list[str]
) -> None:
    scores = dict(fused(one, other))
    assert scores.keys() == {*one, *other}
    for key, score in scores.items():
        ranks = [ranked.index(key) + 1 for ranked in (one, other) if key in ranked]
        assert abs(score - sum(1 / (CONSTANT + rank) for rank in ranks)) < 1e-12
    assert list(scores.values()) == sorted(scores.values(), reverse=True)


def test_what_both_lists_hold_comes_before_what_one_holds() -> None:
    assert ids(["a", "b", "c"], ["x", "c"]) == ["c", "a", "x", "b"]
