"""Exact search over SQL: never behind, and never reading vectors twice that have not changed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from memory.sql import SqlStore
from memory.sql.chunks import SqlChunks
from memory.vectors import ExactVectors, VectorsError
from tests.contract.memory.samples import DEAL
from tests.contract.memory.vectors.indexes import OfSql
from tests.contract.memory.vectors.words import fan, ids, said

NORTH = "north"


@contextmanager
def counted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The deals whose vectors are read."""
    read: list[str] = []
    really = SqlChunks.vectors

    def vectors(self: SqlChunks, deal: str, some: list[str] | None = None) -> object:
        read.append(deal)
        return really(self, deal, some)

    with monkeypatch.context() as patched:
        patched.setattr(SqlChunks, "vectors", vectors)
        yield read


def test_vectors_are_read_once_while_they_stay(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = OfSql(ExactVectors(store), store)
    exact.learn(NORTH, said(1, 2), fan(0, 10))
    with counted(monkeypatch) as read:
        for angle in range(5):
            exact.index.nearest(NORTH, DEAL, fan(angle)[0], 3)
        assert read == [DEAL]
        exact.learn(NORTH, said(1, 2), fan(20, 10))
        assert exact.index.nearest(NORTH, DEAL, fan(0)[0], 1)[0].id == f"{DEAL}.s1.c2"
        assert read == [DEAL, DEAL]
        exact.index.close()
        exact.index.nearest(NORTH, DEAL, fan(0)[0], 1)
        assert read == [DEAL] * 3


def test_it_is_always_in_step(store: SqlStore) -> None:
    """Whoever brings an index into step finds nothing to do, and does no harm by trying."""
    exact = OfSql(ExactVectors(store), store)
    for n in (1, 2):
        exact.learn(NORTH, said(n, 2), fan(0, 10))
        with store.read(NORTH) as unit:
            assert exact.index.stamp(NORTH, DEAL) == unit.chunks.stamp(DEAL) > 0
    exact.index.put(NORTH, DEAL, said(3, 1), fan(0))
    exact.index.remove(NORTH, DEAL, sorted(ids(said(1, 2))))
    exact.index.mark(NORTH, DEAL, 99)
    exact.index.drop(NORTH, DEAL)
    assert exact.index.held(NORTH, DEAL) == ids(said(1, 2)) | ids(said(2, 2))
    assert exact.index.stamp(NORTH, DEAL) < 99


def test_vectors_of_different_embedders(store: SqlStore) -> None:
    exact = OfSql(ExactVectors(store), store)
    exact.learn(NORTH, said(1, 2), fan(0, 10))
    exact.learn(NORTH, said(2, 2), fan(0, 10)[:, :5])
    assert len(exact.index.held(NORTH, DEAL)) == 4
    with pytest.raises(VectorsError, match=f"Run `tandem reindex {DEAL}`"):
        exact.index.nearest(NORTH, DEAL, fan(0)[0], 3)
