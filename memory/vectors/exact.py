"""Exact search over the vectors in SQL: for a process that owns no other index."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from memory.base import Near, Store, Unit
from memory.records import Chunk
from memory.vectors.errors import VectorsError
from memory.vectors.instants import microseconds
from memory.vectors.matrices import Matrices, Matrix


class ExactVectors:
    """`memory.base.VectorIndex` that compares with every vector of the deal.

    It holds nothing of its own: stamps and ids are those of SQL, so it is never behind, and to
    put, remove, mark or drop is to do nothing. That is a measured choice: with the deal's vectors
    in memory a query over 2,000 chunks takes half a millisecond (`evals/bench/vectors.py`).

    Args:
        store: Where the chunks are.
    """

    name = "exact"

    def __init__(self, store: Store) -> None:
        self._store = store
        self._matrices = Matrices()

    def stamp(self, workspace: str, deal: str) -> int:
        """The stamp of the deal's chunks as they are."""
        with self._store.read(workspace) as unit:
            return unit.chunks.stamp(deal)

    def mark(self, workspace: str, deal: str, stamp: int) -> None:
        """Nothing to do."""

    def held(self, workspace: str, deal: str) -> frozenset[str]:
        """Ids of all of the deal's chunks."""
        with self._store.read(workspace) as unit:
            return frozenset(chunk.id for chunk in unit.chunks.of(deal))

    def put(
        self, workspace: str, deal: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]
    ) -> None:
        """Nothing to do."""

    def remove(self, workspace: str, deal: str, ids: Sequence[str]) -> None:
        """Nothing to do."""

    def drop(self, workspace: str, deal: str) -> None:
        """Nothing to do."""

    def nearest(
        self,
        workspace: str,
        deal: str,
        vector: NDArray[np.float32],
        k: int,
        before: datetime | None = None,
    ) -> tuple[Near, ...]:
        """At most `k` of the deal's chunks, the nearest first, equally near ones by id.

        Raises:
            VectorsError: Different embedders made the deal's vectors, or this one.
        """
        until = None if before is None else microseconds(before)
        return self._matrix(workspace, deal).nearest(vector, k, until)

    def close(self) -> None:
        """Forget the vectors in memory; the store stays open."""
        self._matrices.clear()

    def _matrix(self, workspace: str, deal: str) -> Matrix:
        with self._store.read(workspace) as unit:
            stamp = unit.chunks.stamp(deal)
            found = self._matrices.get(workspace, deal, stamp)
            if found is not None:
                return found
            found = _load(unit, deal, stamp)
        self._matrices.keep(workspace, deal, found)
        return found


def _load(unit: Unit, deal: str, stamp: int) -> Matrix:
    try:
        ids, vectors = unit.chunks.vectors(deal)
    except ValueError as error:
        raise VectorsError(f"{error} Run `tandem reindex {deal}`.") from error
    instants = {chunk.id: microseconds(chunk.occurred_at) for chunk in unit.chunks.of(deal)}
    occurred = np.array([instants[chunk] for chunk in ids], dtype=np.int64)
    return Matrix(stamp, ids, occurred, vectors)
