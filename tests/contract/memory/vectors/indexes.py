"""Every vector index behind one way of filling it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from memory.base import VectorIndex
from memory.records import Chunk
from memory.sql import SqlStore
from plan.sources import Source
from tests.contract.memory.samples import open_deal, plan, record, source


class Filled(Protocol):
    """An index, with which sources of deals come and go as they do in the program."""

    @property
    def index(self) -> VectorIndex:
        """The index."""

    def learn(self, workspace: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]) -> None:
        """Take in all chunks of one source."""

    def forget(self, workspace: str, chunks: Sequence[Chunk]) -> None:
        """Take out all chunks of one source."""


@dataclass
class Own:
    """An index that holds vectors of its own: what changes is put, removed and marked."""

    index: VectorIndex
    stamps: dict[tuple[str, str], int] = field(default_factory=dict)

    def learn(self, workspace: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]) -> None:
        """Put the chunks."""
        self.index.put(workspace, chunks[0].deal, chunks, vectors)
        self._mark(workspace, chunks[0].deal)

    def forget(self, workspace: str, chunks: Sequence[Chunk]) -> None:
        """Remove the chunks."""
        self.index.remove(workspace, chunks[0].deal, [chunk.id for chunk in chunks])
        self._mark(workspace, chunks[0].deal)

    def _mark(self, workspace: str, deal: str) -> None:
        stamp = self.stamps.get((workspace, deal), 0) + 1
        self.stamps[workspace, deal] = stamp
        self.index.mark(workspace, deal, stamp)


@dataclass
class OfSql:
    """An index that looks into SQL: what changes, changes there."""

    index: VectorIndex
    store: SqlStore

    def learn(self, workspace: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]) -> None:
        """Keep the source and its chunks."""
        first = chunks[0]
        with self.store.write(workspace) as unit:
            if not unit.plans.exists(first.deal):
                open_deal(unit, plan(first.deal))
            if first.source not in {kept.id for kept in unit.sources.of(first.deal)}:
                content = _source(first)
                number = int(first.source.rpartition(".s")[2])
                unit.sources.add(record(content, number, first.deal), content)
            unit.chunks.keep(first.source, chunks, vectors, "an embedder")

    def forget(self, workspace: str, chunks: Sequence[Chunk]) -> None:
        """Forget the source's chunks."""
        with self.store.write(workspace) as unit:
            unit.chunks.forget(chunks[0].source)


def _source(chunk: Chunk) -> Source:
    return source(chunk.source, day=chunk.day, occurred_at=chunk.occurred_at)
