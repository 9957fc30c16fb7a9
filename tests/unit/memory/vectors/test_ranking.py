from random import Random

from hypothesis import given
from hypothesis import strategies as st

from memory.base import Near
from memory.vectors.ranking import ranked

FOUND = st.dictionaries(st.text("abc", max_size=4), st.floats(-1, 1)).map(
    lambda one: [*one.items()]
)


@given(FOUND, st.integers(0, 9), st.randoms())
def test_one_order_whatever_came_first(
    found: list[tuple[str, float]], k: int, random: Random
) -> None:
    mixed = list(found)
    random.shuffle(mixed)
    best = ranked(mixed, k)
    assert best == ranked(found, k)
    assert len(best) == min(k, len(found))
    assert list(best) == sorted(best, key=lambda near: (-near.likeness, near.id))


@given(FOUND, st.integers(0, 9))
def test_nothing_left_out_is_nearer(found: list[tuple[str, float]], k: int) -> None:
    best = ranked(found, k)
    left = [near for near in ranked(found, len(found)) if near not in best]
    assert all(one.likeness >= other.likeness for one in best for other in left)


def test_what_differs_by_rounding_is_equally_near() -> None:
    assert ranked([("b", 0.9000000), ("a", 0.8999999), ("c", 0.9001)], 2) == (
        Near("c", 0.9001),
        Near("a", 0.9),
    )
