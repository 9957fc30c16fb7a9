"""What an index of Chroma holds, and with which stamp, whichever way Chroma runs."""

from datetime import UTC, datetime

import pytest

from memory.vectors import VectorsError
from memory.vectors.chroma import ChromaVectors
from tests.contract.memory.samples import DEAL
from tests.contract.memory.vectors.words import directions, fan, ids, said

NORTH = "north"


def test_its_stamp_is_the_last_mark(chroma: ChromaVectors) -> None:
    chroma.put(NORTH, DEAL, said(1, 2), fan(0, 10))
    assert chroma.stamp(NORTH, DEAL) == 0
    chroma.mark(NORTH, DEAL, 7)
    chroma.put(NORTH, DEAL, said(2, 2), fan(0, 10))
    assert chroma.stamp(NORTH, DEAL) == 7
    chroma.mark(NORTH, DEAL, 2**40)
    assert chroma.stamp(NORTH, DEAL) == 2**40


def test_a_deal_of_no_chunks_is_marked_too(chroma: ChromaVectors) -> None:
    chroma.mark(NORTH, DEAL, 3)
    assert chroma.stamp(NORTH, DEAL) == 3
    assert chroma.held(NORTH, DEAL) == frozenset()
    assert chroma.nearest(NORTH, DEAL, fan(0)[0], 5) == ()
    assert chroma.nearest(NORTH, DEAL, fan(0)[0], 5, datetime.now(UTC)) == ()


def test_what_is_dropped_is_gone_with_its_mark(chroma: ChromaVectors) -> None:
    chroma.put(NORTH, DEAL, said(1, 2), fan(0, 10))
    chroma.mark(NORTH, DEAL, 7)
    chroma.drop(NORTH, DEAL)
    assert chroma.stamp(NORTH, DEAL) == 0
    assert chroma.held(NORTH, DEAL) == frozenset()
    chroma.drop(NORTH, DEAL)
    chroma.put(NORTH, DEAL, said(2, 1), fan(5))
    assert [near.id for near in chroma.nearest(NORTH, DEAL, fan(0)[0], 5)] == [f"{DEAL}.s2.c1"]


def test_what_is_not_held_is_removed_without_a_word(chroma: ChromaVectors) -> None:
    chroma.remove(NORTH, DEAL, ["anything"])
    chroma.put(NORTH, DEAL, said(1, 3), fan(0, 10, 20))
    chroma.remove(NORTH, DEAL, [])
    chroma.remove(NORTH, DEAL, ["anything", f"{DEAL}.s1.c2"])
    assert chroma.held(NORTH, DEAL) == {f"{DEAL}.s1.c1", f"{DEAL}.s1.c3"}


def test_nothing_to_put_is_not_wrong(chroma: ChromaVectors) -> None:
    chroma.put(NORTH, DEAL, (), directions(0))
    assert chroma.held(NORTH, DEAL) == frozenset()


def test_more_than_one_batch(chroma: ChromaVectors) -> None:
    many = said(1, 1_201)
    chroma.put(NORTH, DEAL, many, directions(len(many)))
    assert chroma.held(NORTH, DEAL) == ids(many)
    chroma.remove(NORTH, DEAL, sorted(ids(many[:1_100])))
    assert chroma.held(NORTH, DEAL) == ids(many[1_100:])


def test_all_of_it_may_go_and_come_again(chroma: ChromaVectors) -> None:
    for angle in (0, 40):
        chroma.put(NORTH, DEAL, said(1, 2), fan(angle, angle + 10))
        found = chroma.nearest(NORTH, DEAL, fan(angle)[0], 5)
        assert found[0].likeness == pytest.approx(1, abs=2e-5)
        chroma.remove(NORTH, DEAL, sorted(ids(said(1, 2))))
        assert chroma.nearest(NORTH, DEAL, fan(angle)[0], 5) == ()


def test_the_settings_of_the_graph_outlive_a_mark(chroma: ChromaVectors) -> None:
    chroma.put(NORTH, DEAL, said(1, 2), fan(0, 10))
    chroma.mark(NORTH, DEAL, 7)
    [collection] = chroma._chroma.api.list_collections()
    graph = collection.configuration_json["hnsw"]
    expected = {"space": "cosine", "ef_construction": 200, "max_neighbors": 32, "ef_search": 400}
    assert graph | expected | {"sync_threshold": 1} == graph


def test_vectors_of_another_length_are_refused(chroma: ChromaVectors) -> None:
    chroma.put(NORTH, DEAL, said(1, 2), fan(0, 10))
    with pytest.raises(VectorsError, match="reindex"):
        chroma.put(NORTH, DEAL, said(2, 2), fan(0, 10)[:, :5])
    with pytest.raises(VectorsError, match="reindex"):
        chroma.nearest(NORTH, DEAL, fan(0)[0, :5], 3)


@pytest.mark.parametrize(
    ("workspace", "deal"),
    [("a", "b"), ("a" * 300, "b" * 80), ("Ünï", "with.dots/and spaces"), ("", "")],
)
def test_any_names(chroma: ChromaVectors, workspace: str, deal: str) -> None:
    chroma.put(workspace, deal, said(1, 1, deal), fan(0))
    chroma.mark(workspace, deal, 1)
    assert chroma.held(workspace, deal) == {f"{deal}.s1.c1"}
    before = datetime(2100, 1, 1, tzinfo=UTC)
    assert len(chroma.nearest(workspace, deal, fan(0)[0], 5, before)) == 1


def test_what_is_closed_twice(chroma: ChromaVectors) -> None:
    chroma.close()
    chroma.close()
