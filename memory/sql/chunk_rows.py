"""Rows of chunks: the statements that `SqlChunks` is made of."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, RowMapping, Select, Table, and_, delete, select

from memory.records import Chunk
from memory.sql.fulltext import Said
from memory.sql.rows import item_of, row_of
from memory.sql.schema import chunk_stamps, chunked_sources, chunks, deals, sources
from memory.sql.scope import Scope

OF_SOURCE = and_(chunks.c.workspace == sources.c.workspace, chunks.c.source == sources.c.id)
OF_DEAL = and_(sources.c.workspace == deals.c.workspace, sources.c.deal == deals.c.id)
CHUNKED = and_(
    chunked_sources.c.workspace == sources.c.workspace, chunked_sources.c.source == sources.c.id
)
SAID = (sources.c.day, sources.c.occurred_at)
"""What a chunk says of itself that is stored with its source."""
LIGHT = tuple(column for column in chunks.c if column is not chunks.c.vector)
ORDER = (sources.c.occurred_at, sources.c.number)
Kept = tuple[Chunk, bytes]
"""A chunk with its vector's bytes."""


class ChunkRows:
    """The rows of one workspace in one transaction."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    def hold(self, source: str) -> RowMapping | None:
        """The source's row; nobody else indexes or changes its deal until the unit ends."""
        query = (
            select(sources.c.id, sources.c.deal, sources.c.number, *SAID)
            .join(deals, OF_DEAL)
            .where(self._scope.within(sources), sources.c.id == source)
            .with_for_update(key_share=True, of=deals)
        )
        return self._scope.connection.execute(query).mappings().first()

    def embedder(self, source: str) -> str | None:
        """Which embedder made the source's vectors; None where it was not kept."""
        row = self._scope.first(chunked_sources, chunked_sources.c.source == source)
        return None if row is None else str(row["embedder"])

    def kept(self, source: str) -> list[Kept]:
        """The source's chunks in order, with their vectors."""
        rows = self._rows(select(*LIGHT, *SAID, chunks.c.vector), chunks.c.source == source)
        return [(item_of(Chunk, row), row["vector"]) for row in rows]

    def find(self, *where: ColumnElement[bool]) -> list[Chunk]:
        """The chunks that meet all conditions, by instant, number of the source and position."""
        return [item_of(Chunk, row) for row in self._rows(select(*LIGHT, *SAID), *where)]

    def vectors(self, *where: ColumnElement[bool]) -> dict[str, bytes]:
        """Vectors by the ids of the chunks that meet all conditions, in the order of `find`."""
        rows = self._rows(select(chunks.c.id, chunks.c.vector), *where)
        return {row["id"]: row["vector"] for row in rows}

    def said(self, deal: str, before: datetime | None) -> list[Said]:
        """The deal's sources that were kept, by instant and number."""
        where = [self._scope.within(sources), sources.c.deal == deal]
        if before is not None:
            where.append(sources.c.occurred_at < before)
        query = (
            select(sources.c.id, sources.c.number, chunked_sources.c.size)
            .join(chunked_sources, CHUNKED)
            .where(*where)
            .order_by(*ORDER)
        )
        return [Said(*row) for row in self._scope.connection.execute(query)]

    def add(self, of: RowMapping, new: Sequence[Kept], embedder: str) -> None:
        """Keep a source's chunks, of which there are none."""
        key = {"source": of["id"], "deal": of["deal"], "embedder": embedder, "size": len(new)}
        conflict = f"The source `{of['id']}` was indexed meanwhile; index it again."
        self._scope.add(chunked_sources, [key], conflict)
        rows = [{**row_of(chunk, chunks), "vector": vector} for chunk, vector in new]
        self._scope.add(chunks, rows, conflict)

    def remove(self, source: str) -> int:
        """Delete a source's chunks, and that it was kept; returns how many."""
        gone = self._delete(chunks, source)
        self._delete(chunked_sources, source)
        return gone

    def stamp(self, deal: str) -> int:
        """The deal's stamp."""
        row = self._scope.first(chunk_stamps, chunk_stamps.c.deal == deal)
        return 0 if row is None else int(row["stamp"])

    def raise_stamp(self, deal: str) -> None:
        """Count a change; a source of the deal must be held."""
        self._scope.put(chunk_stamps, {"deal": deal, "stamp": self.stamp(deal) + 1})

    def _rows(
        self, query: Select[*tuple[object, ...]], *where: ColumnElement[bool]
    ) -> Sequence[RowMapping]:
        these = query.join(sources, OF_SOURCE).where(self._scope.within(chunks), *where)
        ordered = these.order_by(*ORDER, chunks.c.n)
        return self._scope.connection.execute(ordered).mappings().all()

    def _delete(self, table: Table, source: str) -> int:
        these = (self._scope.within(table), table.c.source == source)
        return self._scope.connection.execute(delete(table).where(*these)).rowcount
