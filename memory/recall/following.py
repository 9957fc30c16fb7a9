"""Bringing a vector index into step with the chunks in SQL, which are the truth."""

from collections import defaultdict
from hashlib import sha256
from threading import Lock
from typing import TYPE_CHECKING

from memory.base import Store, VectorIndex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DIGITS = 12
"""Hexadecimal digits of a vector's digest in its id."""


class Following:
    """Puts into an index what it lacks and takes out what is gone, one thread a deal at a time.

    What is held has the chunk's id and its vector's digest for an id: a source whose vectors
    were made anew, by another process too, is so seen to be another one.

    Args:
        store: Where the chunks are.
        vectors: The index.
    """

    def __init__(self, store: Store, vectors: VectorIndex) -> None:
        self._store = store
        self._vectors = vectors
        self._guard = Lock()
        self._locks: defaultdict[tuple[str, str], Lock] = defaultdict(Lock)

    def follow(self, workspace: str, deal: str) -> None:
        """Bring the deal into step; nothing is embedded, and little is done where it is in step."""
        if self.in_step(workspace, deal):
            return
        with self._lock(workspace, deal):
            if not self.in_step(workspace, deal):
                self._follow(workspace, deal)

    def rebuild(self, workspace: str, deal: str) -> None:
        """Make the deal's part of the index anew from the vectors in SQL."""
        with self._lock(workspace, deal):
            self._vectors.drop(workspace, deal)
            if not self.in_step(workspace, deal):
                self._follow(workspace, deal)

    def in_step(self, workspace: str, deal: str) -> bool:
        """Whether the index is marked with the stamp that the deal's chunks have now."""
        with self._store.read(workspace) as unit:
            stamp = unit.chunks.stamp(deal)
        return self._vectors.stamp(workspace, deal) == stamp

    def _follow(self, workspace: str, deal: str) -> None:
        with self._store.read(workspace) as unit:
            stamp = unit.chunks.stamp(deal)
            ids, rows = unit.chunks.vectors(deal)
            wanted = [held_id(key, row) for key, row in zip(ids, rows, strict=True)]
            held = self._vectors.held(workspace, deal)
            lacking = [at for at, key in enumerate(wanted) if key not in held]
            chunks = unit.chunks.get([ids[at] for at in lacking])
        gone = held.difference(wanted)
        self._vectors.remove(workspace, deal, sorted(gone))
        named = [
            chunk.model_copy(update={"id": wanted[at]})
            for chunk, at in zip(chunks, lacking, strict=True)
        ]
        self._vectors.put(workspace, deal, named, rows[lacking])
        self._vectors.mark(workspace, deal, stamp)

    def _lock(self, workspace: str, deal: str) -> Lock:
        with self._guard:
            return self._locks[workspace, deal]


def held_id(chunk: str, vector: "NDArray[np.float32]") -> str:
    """What a chunk of that vector is called in an index."""
    return f"{chunk}#{sha256(vector.tobytes()).hexdigest()[:_DIGITS]}"


def chunk_id(held: str) -> str:
    """Which chunk is meant; an index that holds nothing of its own has the chunk's id itself."""
    return held.partition("#")[0]
