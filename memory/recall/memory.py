"""Everything that is done with a deal's words: indexing, recalling, making anew, forgetting."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from memory.base import Embedder, Store, Unit, VectorIndex
from memory.chunking import chunks_of
from memory.errors import NotFoundError
from memory.recall.checking import Checked, checked
from memory.recall.errors import OtherEmbedderError
from memory.recall.following import Following, chunk_id
from memory.recall.fusion import fused
from memory.records import Chunk, Recalled, SourceRecord

if TYPE_CHECKING:
    from numpy.typing import NDArray

DEPTH = 50
"""How many chunks each of the two searches ranks, where no more are asked for."""

BATCH = 64
"""Chunks that are embedded in one call."""


class Memory:
    """The words of a workspace's deals, found by meaning and by word. Threads may share it.

    Args:
        store: Where sources, chunks and vectors are: the truth.
        vectors: The index that finds by meaning; it is brought into step when it is behind.
        embedder: Makes vectors of chunks and of queries.
    """

    def __init__(self, store: Store, vectors: VectorIndex, embedder: Embedder) -> None:
        self._store = store
        self._vectors = vectors
        self._embedder = embedder
        self._following = Following(store, vectors)

    @property
    def index_name(self) -> str:
        """Which vector index is used: `chroma`, `chroma-server` or `exact`."""
        return self._vectors.name

    def index(self, workspace: str, source: str) -> None:
        """Remember a source's words; one that is indexed is not embedded again.

        A source that is withdrawn is not remembered.

        Raises:
            NotFoundError: No such source.
            OtherEmbedderError: The deal's vectors are of another embedder than this one.
            VectorsError: The words are kept, and the vector index failed.
        """
        with self._store.read(workspace) as unit:
            record = unit.sources.get(source)
            self._require_own(unit, record.deal)
            kept = source in unit.chunks.indexed(record.deal)
        if not kept:
            self._embed(workspace, source)
        self._following.follow(workspace, record.deal)

    def recall(
        self, workspace: str, deal: str, query: str, k: int, before: datetime | None = None
    ) -> tuple[Recalled, ...]:
        """The deal's chunks that best fit a query, by meaning and by word, best first.

        Args:
            workspace: The deal's workspace.
            deal: The deal's id; nothing of another deal is ever found.
            query: Anything a person types.
            k: How many at the most.
            before: Only chunks of sources that occurred before this instant.

        Raises:
            OtherEmbedderError: The deal's vectors are of another embedder than this one.
            VectorsError: The vector index failed.
        """
        with self._store.read(workspace) as unit:
            self._require_own(unit, deal)
        self._following.follow(workspace, deal)
        depth = max(k, DEPTH)
        vector = self._embedder.embed([query])[0]
        near = self._vectors.nearest(workspace, deal, vector, depth, before)
        with self._store.read(workspace) as unit:
            said = unit.chunks.matching(deal, query, depth, before)
            best = fused([chunk_id(one.id) for one in near], said)[:k]
            chunks = {one.id: one for one in unit.chunks.get([key for key, _ in best])}
        return tuple(
            Recalled(chunk=chunks[key], score=score) for key, score in best if key in chunks
        )

    def reindex(
        self,
        workspace: str,
        deal: str,
        told: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> None:
        """Index what is not, or was made otherwise, and make the deal's vector index anew.

        Vectors are taken from SQL; only what another embedder made, or other chunks than are
        made now, is embedded again.

        Args:
            workspace: The deal's workspace.
            deal: The deal's id.
            told: Called with the number of sources that are done, and of all.

        Raises:
            NotFoundError: No such deal.
            VectorsError: The words are kept, and the vector index failed.
        """
        with self._store.read(workspace) as unit:
            if not unit.plans.exists(deal):
                raise NotFoundError(f"There is no deal `{deal}` in this workspace.")
            records = unit.sources.of(deal)
            fresh = self._fresh(unit, deal, records)
        for done, record in enumerate(records, start=1):
            if record.id not in fresh:
                self._embed(workspace, record.id)
            told(done, len(records))
        self._following.rebuild(workspace, deal)

    def check(self, workspace: str) -> tuple[Checked, ...]:
        """What is remembered of each deal, counted; deals by id."""
        name = self._embedder.name
        with self._store.read(workspace) as unit:
            deals = sorted(deal.id for deal in unit.plans.deals())
            return tuple(checked(unit, self._vectors, name, deal) for deal in deals)

    def forget(self, workspace: str, source: str) -> None:
        """Forget a source's words: its chunks, its vectors, and what was answered out of them.

        The source itself stays as it is; withdraw it first, or a reindex remembers it again.

        Raises:
            NotFoundError: No such source.
            VectorsError: The words are forgotten, and the vector index failed: it takes their
                vectors out when it is next asked.
        """
        with self._store.write(workspace) as unit:
            deal = _locked(unit, source).deal
            unit.chunks.forget(source)
            unit.answers.forget(source)
            unit.threads.forget(source)
        self._following.follow(workspace, deal)

    def _require_own(self, unit: Unit, deal: str) -> None:
        others = sorted(unit.chunks.embedders(deal) - {self._embedder.name})
        if others:
            raise OtherEmbedderError(
                f"The words of {deal} were made searchable by {' and '.join(others)}, and "
                f"{self._embedder.name} is used now. Run `tandem reindex {deal}`."
            )

    def _fresh(self, unit: Unit, deal: str, records: Sequence[SourceRecord]) -> frozenset[str]:
        """Ids of the sources whose chunks and vectors are as they would be made now."""
        if unit.chunks.embedders(deal) - {self._embedder.name}:
            return frozenset()
        kept = _by_source(unit.chunks.of(deal))
        indexed = unit.chunks.indexed(deal)
        wanted = ((one.id, _chunks(unit, one)) for one in records)
        return frozenset(
            key for key, chunks in wanted if key in indexed and kept.get(key, ()) == chunks
        )

    def _embed(self, workspace: str, source: str) -> None:
        """Keep a source's chunks; those of one that is withdrawn are forgotten."""
        with self._store.read(workspace) as unit:
            chunks = _chunks(unit, unit.sources.get(source))
        vectors = self._vectors_of([chunk.text for chunk in chunks])  # in no transaction: slow
        with self._store.write(workspace) as unit:
            if _locked(unit, source).status == "withdrawn":
                unit.chunks.forget(source)
            else:
                unit.chunks.keep(source, chunks, vectors, self._embedder.name)

    def _vectors_of(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        starts = range(0, max(len(texts), 1), BATCH)
        return np.concatenate([self._embedder.embed(texts[at : at + BATCH]) for at in starts])


def _locked(unit: Unit, source: str) -> SourceRecord:
    """The source's record, which nobody changes until the unit ends."""
    unit.plans.lock(unit.sources.get(source).deal)
    return unit.sources.get(source)


def _chunks(unit: Unit, record: SourceRecord) -> tuple[Chunk, ...]:
    if record.status == "withdrawn":
        return ()
    return chunks_of(record, unit.sources.content(record.id))


def _by_source(chunks: Sequence[Chunk]) -> Mapping[str, tuple[Chunk, ...]]:
    groups = groupby(chunks, key=lambda chunk: chunk.source)
    return {source: tuple(some) for source, some in groups}
