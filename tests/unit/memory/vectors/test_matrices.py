import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.vectors import VectorsError
from memory.vectors.matrices import Matrices, Matrix

W = "north"


def matrix(stamp: int = 1, rows: int = 2) -> Matrix:
    """A matrix of so many rows."""
    ids = tuple(f"c{n}" for n in range(rows))
    vectors = np.eye(rows, 4, dtype=np.float32)
    return Matrix(stamp, ids, np.arange(rows, dtype=np.int64), vectors)


def test_a_matrix_of_its_stamp_is_kept() -> None:
    kept = Matrices()
    one = matrix(stamp=3)
    kept.keep(W, "acme", one)
    assert kept.get(W, "acme", 3) is one
    assert kept.get(W, "acme", 4) is None
    assert kept.get("south", "acme", 3) is None
    kept.keep(W, "acme", matrix(stamp=4))
    assert kept.get(W, "acme", 3) is None
    kept.clear()
    assert kept.get(W, "acme", 4) is None


def test_what_was_used_longest_ago_makes_room() -> None:
    kept = Matrices(rows=5)
    for deal in ("one", "two"):
        kept.keep(W, deal, matrix())
    kept.get(W, "one", 1)
    kept.keep(W, "three", matrix())
    assert [deal for deal in ("one", "two", "three") if kept.get(W, deal, 1)] == ["one", "three"]


def test_one_larger_than_all_room_is_kept_alone() -> None:
    kept = Matrices(rows=3)
    kept.keep(W, "small", matrix())
    kept.keep(W, "large", matrix(rows=4))
    assert kept.get(W, "large", 1)
    assert not kept.get(W, "small", 1)


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.integers(0, 4))), st.integers(0, 9))
def test_never_more_rows_than_allowed_but_for_the_last(
    uses: list[tuple[str, int]], rows: int
) -> None:
    kept = Matrices(rows)
    for deal, size in uses:
        kept.keep(W, deal, matrix(rows=size))
        there = [found for other in "abcd" if (found := kept.get(W, other, 1))]
        assert kept.get(W, deal, 1)
        assert sum(len(found.ids) for found in there) <= max(rows, size)


def test_equal_rows_are_equally_like_wherever_they_stand() -> None:
    """A product of matrix and vector rounds by the row's place."""
    numbers = np.random.default_rng(0)
    row = numbers.standard_normal(384).astype(np.float32)
    query = numbers.standard_normal(384).astype(np.float32)
    for count in range(1, 70):
        ids = tuple(f"{n:02}" for n in range(count))
        same = Matrix(1, ids, np.zeros(count, dtype=np.int64), np.tile(row, (count, 1)))
        assert [near.id for near in same.nearest(query, 3)] == list(ids[:3])


def test_only_what_occurred_before() -> None:
    query = np.ones(4, dtype=np.float32)
    assert [near.id for near in matrix(rows=3).nearest(query, 9, until=2)] == ["c0", "c1"]
    assert matrix(rows=3).nearest(query, 9, until=0) == ()
    assert matrix(rows=0).nearest(query, 9) == ()


ANGLES = st.lists(st.integers(0, 180_000).map(lambda thousandth: thousandth / 1_000), max_size=12)


@given(ANGLES, st.integers(0, 13), st.none() | st.integers(0, 13))
def test_the_few_are_the_first_of_all(angles: list[float], k: int, until: int | None) -> None:
    """Those that rounding makes equally near are among them by id."""
    radians = np.radians(np.array(angles, dtype=float).reshape(-1))
    vectors = np.stack([np.cos(radians), np.sin(radians)], axis=1).astype(np.float32)
    ids = tuple(f"{n:02}" for n in range(len(angles)))
    deal = Matrix(1, ids, np.arange(len(ids), dtype=np.int64), vectors)
    query = np.array([1, 0], dtype=np.float32)
    assert deal.nearest(query, k, until) == deal.nearest(query, len(ids), until)[:k]


def test_a_vector_of_another_length_is_refused() -> None:
    with pytest.raises(VectorsError, match="4 dimensions, and 3 were asked for"):
        matrix().nearest(np.ones(3, dtype=np.float32), 2)
