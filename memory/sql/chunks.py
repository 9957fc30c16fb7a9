"""Chunks, their vectors and their full text in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import RowMapping

from memory.records import Chunk
from memory.sql import schema
from memory.sql.chunk_rows import ChunkRows
from memory.sql.fulltext import find, full_text, place
from memory.sql.scope import Scope
from memory.sql.vectors import matrix, stored

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BATCH = 1000
"""Ids asked for in one statement; databases bound how many one may hold."""


class SqlChunks:
    """`memory.base.Chunks` in one workspace and transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._rows = ChunkRows(scope)

    def keep(
        self, source: str, chunks: Sequence[Chunk], vectors: "NDArray[np.float32]", embedder: str
    ) -> None:
        """Keep a source's chunks, in place of those it had; the same again changes nothing.

        Raises:
            NotFoundError: No such source.
            ValueError: A chunk is not the source's, or there is not one vector a chunk.
        """
        of = self._rows.hold(source)
        if of is None:
            self._scope.missing(schema.sources, source)
        _check(of, chunks)
        new = list(zip(chunks, stored(vectors), strict=True))
        if self._rows.embedder(source) == embedder and self._rows.kept(source) == new:
            return
        words = full_text(self._scope)
        words.remove(of["deal"], of["number"])
        self._rows.remove(source)
        self._rows.add(of, new, embedder)
        words.add(of["deal"], {place(of["number"], chunk.n): chunk.text for chunk in chunks})
        self._rows.raise_stamp(of["deal"])

    def forget(self, source: str) -> int:
        """Delete a source's chunks with their vectors and full text; returns how many."""
        of = self._rows.hold(source)
        if of is None or self._rows.embedder(source) is None:
            return 0
        full_text(self._scope).forget(of["deal"], of["number"])
        self._rows.raise_stamp(of["deal"])
        return self._rows.remove(source)

    def of(self, deal: str) -> tuple[Chunk, ...]:
        """The deal's chunks by instant, number of the source and position."""
        return tuple(self._rows.find(schema.chunks.c.deal == deal))

    def get(self, ids: Sequence[str]) -> tuple[Chunk, ...]:
        """The chunks of these ids that are there, in the order of the ids."""
        batches = (ids[start : start + BATCH] for start in range(0, len(ids), BATCH))
        found = {
            chunk.id: chunk
            for some in batches
            for chunk in self._rows.find(schema.chunks.c.id.in_(some))
        }
        return tuple(found[key] for key in ids if key in found)

    def vectors(
        self, deal: str, ids: Sequence[str] | None = None
    ) -> tuple[tuple[str, ...], "NDArray[np.float32]"]:
        """Ids and vectors of the deal's chunks, or of some, in the order of `of`; row for row.

        Raises:
            ValueError: They differ in dimensions, because different embedders made them.
        """
        where = [schema.chunks.c.deal == deal]
        if ids is not None and len(ids) <= BATCH:
            where.append(schema.chunks.c.id.in_(ids))
        found = self._rows.vectors(*where)
        if ids is not None:
            wanted = frozenset(ids)
            found = {key: vector for key, vector in found.items() if key in wanted}
        return tuple(found), matrix(list(found.values()))

    def matching(
        self, deal: str, query: str, k: int, before: datetime | None = None
    ) -> tuple[str, ...]:
        """Ids of the deal's chunks that hold words of the query, by full text, best first."""
        return find(full_text(self._scope), deal, self._rows.said(deal, before), query, k)

    def stamp(self, deal: str) -> int:
        """A number that rises whenever the deal's chunks change; 0 where it never had any."""
        return self._rows.stamp(deal)

    def indexed(self, deal: str) -> frozenset[str]:
        """Ids of the deal's sources that were kept here, also those of which no chunk was made."""
        table = schema.chunked_sources
        return self._scope.values(table.c.source, table.c.deal == deal)

    def embedders(self, deal: str) -> frozenset[str]:
        """Which embedders made the deal's vectors."""
        table = schema.chunked_sources
        return self._scope.values(table.c.embedder, table.c.deal == deal, table.c.size > 0)


def _check(of: RowMapping, chunks: Sequence[Chunk]) -> None:
    """What is the source's is stored with the source alone, so a chunk must not say otherwise."""
    source = (of["id"], of["deal"], of["day"], of["occurred_at"])
    for n, chunk in enumerate(chunks, start=1):
        said = (chunk.source, chunk.deal, chunk.day, chunk.occurred_at)
        if (chunk.id, chunk.n, said) != (f"{of['id']}.c{n}", n, source):
            raise ValueError(f"The chunk `{chunk.id}` is not number {n} of source `{of['id']}`.")
