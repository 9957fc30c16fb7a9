"""Whatever is put, removed, marked and dropped in whatever order, all indexes hold the same."""

from collections.abc import Sequence

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from memory.base import VectorIndex
from memory.vectors.chroma import ChromaVectors
from tests.contract.memory.samples import DEAL
from tests.contract.memory.vectors.words import directions, said
from tests.fakes.vectors import MemoryVectors

NORTH = "north"
MOST = 5

Step = tuple[str, int, int]
NUMBERS = st.integers(1, MOST)
STEPS = st.tuples(st.sampled_from(["put", "put", "remove", "mark", "drop"]), NUMBERS, NUMBERS)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=9))
@example([("put", 1, 3), ("remove", 1, 3), ("put", 2, 1), ("mark", 4, 1), ("put", 1, 5)])
@example([("put", 1, 3), ("mark", 4, 1), ("remove", 1, 2)])
@example([("put", 1, 3), ("mark", 1, 1), ("drop", 1, 1), ("put", 1, 2)])
def test_the_same_is_held_and_found(chroma: ChromaVectors, steps: Sequence[Step]) -> None:
    plain = MemoryVectors()
    chroma.drop(NORTH, DEAL)
    for seed, step in enumerate(steps):
        for index in (chroma, plain):
            _do(index, step, seed)
    assert chroma.held(NORTH, DEAL) == plain.held(NORTH, DEAL)
    assert chroma.stamp(NORTH, DEAL) == plain.stamp(NORTH, DEAL)
    for query in directions(2, seed=99):
        found = chroma.nearest(NORTH, DEAL, query, MOST)
        expected = plain.nearest(NORTH, DEAL, query, MOST)
        assert [near.id for near in found] == [near.id for near in expected]


def _do(index: VectorIndex, step: Step, seed: int) -> None:
    what, source, size = step
    chunks = said(source, size)
    if what == "put":
        index.put(NORTH, DEAL, chunks, directions(size, seed))
    elif what == "remove":
        index.remove(NORTH, DEAL, [chunk.id for chunk in chunks])
    elif what == "mark":
        index.mark(NORTH, DEAL, source)
    else:
        index.drop(NORTH, DEAL)
