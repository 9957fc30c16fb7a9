"""Chroma behind the port `memory.base.VectorIndex`."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Self

import numpy as np
from chromadb.api.collection_configuration import CreateHNSWConfiguration
from chromadb.api.models.Collection import Collection
from chromadb.errors import NotFoundError
from numpy.typing import NDArray

from memory.base import Near
from memory.records import Chunk
from memory.vectors.chroma import items, names, opening
from memory.vectors.chroma.failures import told
from memory.vectors.instants import microseconds
from memory.vectors.ranking import ranked

_GRAPH = CreateHNSWConfiguration(
    space="cosine", ef_construction=200, max_neighbors=32, ef_search=400, sync_threshold=1
)
"""Every put is written to the graph on disk (`sync_threshold`). By itself Chroma does so once in
1,000 items, and of a graph that was not written and had to make room for others in memory it says
for ever that there is "nothing found on disk"; deleting from one takes seconds."""

_SPARE = 16
"""Found beyond those asked for, so that of equally near ones the first ids are among them."""


class ChromaVectors:
    """`memory.base.VectorIndex` on Chroma, one collection a deal.

    No query needs to name its deal, so none can find another's vectors. What is found is
    approximate beyond some hundreds of vectors. Every method may raise VectorsError, and
    UnreachableError where a server fails.

    Args:
        chroma: Chroma, open; closed with this index.
    """

    def __init__(self, chroma: opening.Opened) -> None:
        self.name = chroma.name
        self._chroma = chroma
        self._writing = Lock()
        self._closed = False

    @classmethod
    def embedded(cls, folder: Path) -> Self:
        """Chroma in this process, which owns the folder until the index is closed.

        Raises:
            OwnedElsewhereError: The folder is owned already, by this process or another.
        """
        return cls(opening.embedded(folder))

    @classmethod
    def server(cls, url: str, token: str | None = None) -> Self:
        """Chroma on a server, which `chroma run` starts.

        Args:
            url: `http://host:port` or `https://host:port`; the ports 8000 and 443 may be left out.
            token: A bearer token, for a proxy that guards the server.

        Raises:
            ValueError: The address is none of a server.
            UnreachableError: There is no Chroma at that address.
        """
        return cls(opening.server(url, token))

    def stamp(self, workspace: str, deal: str) -> int:
        """The stamp that the deal was last marked with; 0 for never."""
        with told(self._chroma.place), suppress(NotFoundError):
            metadata = self._there(workspace, deal).metadata or {}
            return int(metadata.get("stamp", 0))
        return 0

    def mark(self, workspace: str, deal: str, stamp: int) -> None:
        """Say that all that the deal had at that stamp is held, and nothing else."""
        with told(self._chroma.place), self._writing:
            self._made(workspace, deal).modify(metadata={"stamp": stamp})

    def held(self, workspace: str, deal: str) -> frozenset[str]:
        """Ids of the deal's chunks that are held."""
        with told(self._chroma.place), suppress(NotFoundError):
            return frozenset(self._there(workspace, deal).get(include=[])["ids"])
        return frozenset()

    def put(
        self, workspace: str, deal: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]
    ) -> None:
        """Hold chunks of a deal; those held already are replaced."""
        with self._write():
            instants = [microseconds(chunk.occurred_at) for chunk in chunks]
            some = items.Items([chunk.id for chunk in chunks], instants, vectors)
            items.put(self._made(workspace, deal), some)

    def remove(self, workspace: str, deal: str, ids: Sequence[str]) -> None:
        """Hold these no longer, nor on disk; ids that are not held are ignored.

        The collection is made anew without them: Chroma would keep their vectors in its graph, and
        is many times slower at deleting some of a thousand than at taking in all the others.
        """
        with self._write(), suppress(NotFoundError):
            collection = self._there(workspace, deal)
            gone = frozenset(ids).intersection(collection.get(include=[])["ids"])
            if gone:
                rest = items.without(collection, gone)
                self._delete(workspace, deal)
                anew = self._made(workspace, deal)
                items.put(anew, rest)
                if collection.metadata:
                    anew.modify(metadata=collection.metadata)

    def drop(self, workspace: str, deal: str) -> None:
        """Hold nothing of the deal, its mark included, nor its vectors on disk."""
        with self._write(), suppress(NotFoundError):
            self._delete(workspace, deal)

    def nearest(
        self,
        workspace: str,
        deal: str,
        vector: NDArray[np.float32],
        k: int,
        before: datetime | None = None,
    ) -> tuple[Near, ...]:
        """At most `k` of the deal's chunks, the nearest first, equally near ones by id."""
        with told(self._chroma.place), suppress(NotFoundError):
            collection = self._there(workspace, deal)
            found = collection.query(
                query_embeddings=vector,
                n_results=k + _SPARE,
                where=items.earlier(collection, before),
                include=["distances"],
            )
            distances = found["distances"] or [[]]
            pairs = zip(found["ids"][0], distances[0], strict=True)
            return ranked(((chunk, 1 - distance) for chunk, distance in pairs), k)
        return ()

    def close(self) -> None:
        """Let go of files, locks and connections, once what is being written is written."""
        with self._writing:
            if not self._closed:
                self._closed = True
                self._chroma.close()

    @contextmanager
    def _write(self) -> Iterator[None]:
        with told(self._chroma.place), self._writing, self._chroma.writing():
            yield

    def _delete(self, workspace: str, deal: str) -> None:
        self._chroma.api.delete_collection(names.collection(workspace, deal))
        self._chroma.tidy()

    def _there(self, workspace: str, deal: str) -> Collection:
        model = self._chroma.api.get_collection(names.collection(workspace, deal))
        return Collection(self._chroma.api, model, embedding_function=None)

    def _made(self, workspace: str, deal: str) -> Collection:
        model = self._chroma.api.get_or_create_collection(
            names.collection(workspace, deal), configuration={"hnsw": _GRAPH}
        )
        return Collection(self._chroma.api, model, embedding_function=None)
