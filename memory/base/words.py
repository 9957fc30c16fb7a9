"""Ports of the words of sources as they are searched, and of conversations about them."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, Protocol

from memory.records import Chunk, Message, Thread

if TYPE_CHECKING:  # numpy takes a seventh of a second, which most commands need not pay
    import numpy as np
    from numpy.typing import NDArray


class Chunks(Protocol):
    """The words of sources in chunks, with their vectors: what every search index is made from."""

    def keep(
        self, source: str, chunks: Sequence[Chunk], vectors: "NDArray[np.float32]", embedder: str
    ) -> None:
        """Keep a source's chunks, in place of those it had; the same again changes nothing.

        Args:
            source: The source's id.
            chunks: All of it, in order.
            vectors: One a chunk, shape (len(chunks), dimensions), each of length 1.
            embedder: Which embedder made them.

        Raises:
            NotFoundError: No such source.
        """

    def forget(self, source: str) -> int:
        """Delete a source's chunks with their vectors and full text; returns how many."""

    def of(self, deal: str) -> tuple[Chunk, ...]:
        """The deal's chunks by instant, number of the source and position."""

    def get(self, ids: Sequence[str]) -> tuple[Chunk, ...]:
        """The chunks of these ids that are there, in the order of the ids."""

    def vectors(
        self, deal: str, ids: Sequence[str] | None = None
    ) -> tuple[tuple[str, ...], "NDArray[np.float32]"]:
        """Ids and vectors of the deal's chunks, or of some, in the order of `of`; row for row."""

    def matching(
        self, deal: str, query: str, k: int, before: datetime | None = None
    ) -> tuple[str, ...]:
        """Ids of the deal's chunks that hold words of the query, by full text, best first.

        Args:
            deal: The deal's id.
            query: Anything a person types; no sign in it has a meaning of its own.
            k: How many at the most.
            before: Only chunks of sources that occurred before this instant.
        """

    def stamp(self, deal: str) -> int:
        """A number that rises whenever the deal's chunks change; 0 where it never had any."""

    def indexed(self, deal: str) -> frozenset[str]:
        """Ids of the deal's sources that were kept here, also those of which no chunk was made."""

    def embedders(self, deal: str) -> frozenset[str]:
        """Which embedders made the deal's vectors."""


class Threads(Protocol):
    """Conversations, each one user's own."""

    def open(self, thread: Thread) -> None:
        """Keep a new thread.

        Raises:
            ConflictError: There is one of that id.
        """

    def get(self, user: str, thread: str) -> Thread:
        """That user's thread.

        Raises:
            NotFoundError: The user has no such thread.
        """

    def of(self, user: str, deal: str | None = None) -> tuple[Thread, ...]:
        """The user's threads about a deal, or about all deals, the newest first."""

    def add(self, message: Message) -> None:
        """Keep a message.

        Raises:
            ConflictError: The thread has that number already.
        """

    def replace(self, message: Message) -> None:
        """Store a message's new state.

        Raises:
            NotFoundError: There is no such message.
        """

    def messages(self, thread: str) -> tuple[Message, ...]:
        """The thread's messages in order."""

    def forget(self, source: str) -> int:
        """Take the words out of all answers that hold words of a source; returns how many."""


class Near(NamedTuple):
    """A chunk found by its vector; `likeness` is the dot product, 1 for the same direction."""

    id: str
    likeness: float


class VectorIndex(Protocol):
    """Finds the chunks nearest in meaning. It may be rebuilt from `Chunks` at any time.

    What it holds of a deal is marked with the stamp of the chunks it was made from, so that
    callers see when it has fallen behind. Safe to use from several threads at once.

    Attributes:
        name: `chroma`, `chroma-server` or `exact`.
    """

    name: str

    def stamp(self, workspace: str, deal: str) -> int:
        """The stamp that the deal was last marked with; 0 for never."""

    def mark(self, workspace: str, deal: str, stamp: int) -> None:
        """Say that all that the deal had at that stamp is held, and nothing else."""

    def held(self, workspace: str, deal: str) -> frozenset[str]:
        """Ids of the deal's chunks that are held."""

    def put(
        self, workspace: str, deal: str, chunks: Sequence[Chunk], vectors: "NDArray[np.float32]"
    ) -> None:
        """Hold chunks of a deal; those held already are replaced.

        Args:
            workspace: The deal's workspace.
            deal: The deal's id.
            chunks: The chunks, all of that deal.
            vectors: One a chunk, shape (len(chunks), dimensions), each of length 1.
        """

    def remove(self, workspace: str, deal: str, ids: Sequence[str]) -> None:
        """Hold these no longer; ids that are not held are ignored."""

    def drop(self, workspace: str, deal: str) -> None:
        """Hold nothing of the deal, its mark included."""

    def nearest(
        self,
        workspace: str,
        deal: str,
        vector: "NDArray[np.float32]",
        k: int,
        before: datetime | None = None,
    ) -> tuple[Near, ...]:
        """At most `k` of the deal's chunks, the nearest first.

        Args:
            workspace: The deal's workspace.
            deal: The deal's id.
            k: How many at the most.
            vector: Shape (dimensions,), of length 1.
            before: Only chunks of sources that occurred before this instant.
        """

    def close(self) -> None:
        """Let go of files, locks and connections."""


class Embedder(Protocol):
    """Turns texts into unit vectors whose dot product is their likeness in meaning."""

    name: str
    dimensions: int

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Vectors, shape (len(texts), dimensions), each of length 1; the same in any batch."""
