"""What is found: the nearest of the deal's own, of what was said before, in one order."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import numpy as np
import pytest

from tests.contract.memory.samples import AT, DEAL
from tests.contract.memory.vectors.indexes import Filled
from tests.contract.memory.vectors.words import directions, fan, ids, said
from tests.fakes.vectors import MemoryVectors

NORTH, SOUTH = "north", "south"
OTHER = "borealis-crm"
MANY, FEW = 2_000, 100


def test_the_nearest_come_first_and_no_more_than_asked_for(filled: Filled) -> None:
    filled.learn(NORTH, said(1, 4), fan(60, 10, 30, 90))
    found = filled.index.nearest(NORTH, DEAL, fan(0)[0], 3)
    assert [near.id for near in found] == [f"{DEAL}.s1.c{n}" for n in (2, 3, 1)]
    assert [near.likeness for near in found] == pytest.approx(
        [np.cos(np.radians(angle)) for angle in (10, 30, 60)], abs=2e-5
    )


def test_all_are_found_where_there_are_fewer(filled: Filled) -> None:
    filled.learn(NORTH, said(1, 3), fan(60, 10, 30))
    assert len(filled.index.nearest(NORTH, DEAL, fan(180)[0], 50)) == 3


def test_equally_near_ones_come_by_id(filled: Filled) -> None:
    again = said(2, 9)
    filled.learn(NORTH, again, fan(*[20] * 9))
    filled.learn(NORTH, said(1, 1), fan(20))
    found = filled.index.nearest(NORTH, DEAL, fan(35)[0], 4)
    assert [near.id for near in found] == sorted([f"{DEAL}.s1.c1", *ids(again)])[:4]
    assert len({near.likeness for near in found}) == 1


def test_a_deal_of_which_nothing_is_known(filled: Filled) -> None:
    assert filled.index.nearest(NORTH, DEAL, fan(0)[0], 5) == ()
    assert filled.index.held(NORTH, DEAL) == frozenset()
    assert filled.index.stamp(NORTH, DEAL) == 0


@pytest.mark.parametrize(("micros", "found"), [(0, 0), (1, 1), (2, 1), (3, 2)])
def test_before_an_instant_to_the_microsecond(filled: Filled, micros: int, found: int) -> None:
    filled.learn(NORTH, said(1, 1), fan(80))
    filled.learn(NORTH, said(2, 1, micros=2), fan(0))
    before = AT + timedelta(microseconds=micros)
    near = filled.index.nearest(NORTH, DEAL, fan(0)[0], 5, before)
    assert {one.id for one in near} == {f"{DEAL}.s{n}.c1" for n in range(1, found + 1)}


def test_nothing_crosses_deals_or_workspaces(filled: Filled) -> None:
    """The same words everywhere; they differ in how far they are from the query."""
    places = [(NORTH, DEAL), (NORTH, OTHER), (SOUTH, DEAL), (SOUTH, OTHER)]
    for n, (workspace, deal) in enumerate(places):
        filled.learn(workspace, said(1, 2, deal), fan(10 * n, 10 * n + 5))
    for n, (workspace, deal) in enumerate(places):
        found = filled.index.nearest(workspace, deal, fan(10 * n)[0], 50)
        assert [near.id for near in found] == [f"{deal}.s1.c1", f"{deal}.s1.c2"]
        assert found[0].likeness == pytest.approx(1, abs=2e-5)
        assert filled.index.held(workspace, deal) == ids(said(1, 2, deal))
    filled.forget(NORTH, said(1, 2))
    assert filled.index.nearest(NORTH, DEAL, fan(0)[0], 5) == ()
    assert all(len(filled.index.held(*place)) == 2 for place in places[1:])


def test_a_forgotten_source_is_not_found(filled: Filled) -> None:
    filled.learn(NORTH, said(1, 3), fan(0, 1, 2))
    filled.learn(NORTH, said(2, 3), fan(40, 50, 60))
    filled.forget(NORTH, said(1, 3))
    found = filled.index.nearest(NORTH, DEAL, fan(0)[0], 5)
    assert [near.id for near in found] == [f"{DEAL}.s2.c{n}" for n in (1, 2, 3)]
    assert filled.index.held(NORTH, DEAL) == ids(said(2, 3))


def test_a_source_that_is_learned_anew(filled: Filled) -> None:
    filled.learn(NORTH, said(1, 2), fan(0, 10))
    before = filled.index.stamp(NORTH, DEAL)
    filled.learn(NORTH, said(1, 2), fan(90, 80))
    found = filled.index.nearest(NORTH, DEAL, fan(90)[0], 5)
    assert [near.id for near in found] == [f"{DEAL}.s1.c1", f"{DEAL}.s1.c2"]
    assert filled.index.stamp(NORTH, DEAL) > before


def test_as_exact_search_finds_of_a_few(filled: Filled) -> None:
    chunks, vectors = said(1, FEW), directions(FEW)
    reference = MemoryVectors()
    reference.put(NORTH, DEAL, chunks, vectors)
    filled.learn(NORTH, chunks, vectors)
    for query in directions(20, seed=1):
        expected = reference.nearest(NORTH, DEAL, query, 10)
        found = filled.index.nearest(NORTH, DEAL, query, 10)
        assert [near.id for near in found] == [near.id for near in expected]
        likenesses = [near.likeness for near in expected]
        assert [near.likeness for near in found] == pytest.approx(likenesses, abs=2e-5)


@pytest.mark.parametrize("first", [MANY, MANY // 2], ids=["of all", "of the first half"])
def test_nearly_as_exact_search_finds_of_many(filled: Filled, first: int) -> None:
    reference = MemoryVectors()
    vectors = directions(MANY)
    for source in (1, 2):
        chunks = said(source, MANY // 2, micros=source)
        some = vectors[(source - 1) * MANY // 2 :][: MANY // 2]
        reference.put(NORTH, DEAL, chunks, some)
        filled.learn(NORTH, chunks, some)
    before = None if first == MANY else AT + timedelta(microseconds=2)
    recalls = []
    for query in directions(40, seed=1):
        expected = {near.id for near in reference.nearest(NORTH, DEAL, query, 10, before)}
        found = {near.id for near in filled.index.nearest(NORTH, DEAL, query, 10, before)}
        recalls.append(len(expected & found) / 10)
    assert np.mean(recalls) >= 0.98


def test_many_threads_at_once(filled: Filled) -> None:
    """Each learns a source of its own deal, and looks for it and for what all share."""
    filled.learn(NORTH, said(1, 5, OTHER), fan(0, 1, 2, 3, 4))

    def work(n: int) -> tuple[int, int]:
        deal = f"deal-{n}"
        filled.learn(NORTH, said(1, 5, deal), fan(*[n] * 5))
        own = filled.index.nearest(NORTH, deal, fan(n)[0], 9)
        shared = filled.index.nearest(NORTH, OTHER, fan(n)[0], 9)
        return len(own), len(shared)

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(work, range(16))) == [(5, 5)] * 16
