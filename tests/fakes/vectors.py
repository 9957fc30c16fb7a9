"""A vector index in memory, as plain as can be: what the others are compared with."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from memory.base import Near
from memory.records import Chunk

DIGITS = 5


@dataclass
class Part:
    """What is held of one deal."""

    items: dict[str, tuple[datetime, NDArray[np.float32]]] = field(default_factory=dict)
    stamp: int = 0


class MemoryVectors:
    """`memory.base.VectorIndex` over a dictionary."""

    name = "memory"

    def __init__(self) -> None:
        self._parts: dict[tuple[str, str], Part] = {}

    def stamp(self, workspace: str, deal: str) -> int:
        """The stamp that the deal was last marked with."""
        return self._part(workspace, deal).stamp

    def mark(self, workspace: str, deal: str, stamp: int) -> None:
        """Keep the stamp."""
        self._part(workspace, deal).stamp = stamp

    def held(self, workspace: str, deal: str) -> frozenset[str]:
        """Ids of what is held."""
        return frozenset(self._part(workspace, deal).items)

    def put(
        self, workspace: str, deal: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]
    ) -> None:
        """Hold chunks."""
        for chunk, vector in zip(chunks, vectors, strict=True):
            self._part(workspace, deal).items[chunk.id] = (chunk.occurred_at, vector)

    def remove(self, workspace: str, deal: str, ids: Sequence[str]) -> None:
        """Hold these no longer."""
        for key in ids:
            self._part(workspace, deal).items.pop(key, None)

    def drop(self, workspace: str, deal: str) -> None:
        """Hold nothing of the deal."""
        self._parts.pop((workspace, deal), None)

    def nearest(
        self,
        workspace: str,
        deal: str,
        vector: NDArray[np.float32],
        k: int,
        before: datetime | None = None,
    ) -> tuple[Near, ...]:
        """Compare with each."""
        found = [
            Near(key, round(float(np.dot(other.astype(float), vector.astype(float))), DIGITS))
            for key, (at, other) in self._part(workspace, deal).items.items()
            if before is None or at < before
        ]
        return tuple(sorted(found, key=lambda near: (-near.likeness, near.id))[:k])

    def close(self) -> None:
        """Nothing to do."""

    def _part(self, workspace: str, deal: str) -> Part:
        return self._parts.setdefault((workspace, deal), Part())
