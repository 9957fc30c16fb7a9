"""The items of a collection: a chunk's id, its vector, and when it occurred."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np
from chromadb.api.models.Collection import Collection
from chromadb.base_types import LiteralValue, LogicalOperator, Where, WhereOperator
from numpy.typing import NDArray

from memory.vectors.instants import microseconds

_BATCH = 1_000
"""Items sent at once; Chroma takes some thousands."""


class Items(NamedTuple):
    """Ids, instants in microseconds, and vectors of shape (len(ids), dimensions), row for row."""

    ids: Sequence[str]
    occurred: Sequence[int]
    vectors: NDArray[np.float32]


def put(collection: Collection, items: Items) -> None:
    """Put items into a collection, in place of those of the same ids."""
    name = _occurred(collection)
    for first in range(0, len(items.ids), _BATCH):
        batch = slice(first, first + _BATCH)
        collection.upsert(
            ids=list(items.ids[batch]),
            embeddings=list(items.vectors[batch]),
            metadatas=[{name: at} for at in items.occurred[batch]],
        )


def without(collection: Collection, gone: frozenset[str]) -> Items:
    """All items of a collection but these."""
    found = collection.get(include=["embeddings", "metadatas"])
    rows = [row for row, key in enumerate(found["ids"]) if key not in gone]
    vectors = np.asarray(found["embeddings"], dtype=np.float32)
    name = _occurred(collection)
    instants = [int(str(metadata[name])) for metadata in found["metadatas"] or ()]
    return Items(
        [found["ids"][row] for row in rows], [instants[row] for row in rows], vectors[rows]
    )


def earlier(collection: Collection, before: datetime | None) -> Where | None:
    """The condition of a query: only items that occurred before an instant."""
    if before is None:
        return None
    limit: dict[WhereOperator | LogicalOperator, LiteralValue] = {"$lt": microseconds(before)}
    return {_occurred(collection): limit}


def _occurred(collection: Collection) -> str:
    """The name of an item's instant, another in each collection.

    Chroma's index over such names spans all collections: beside 99 deals of 2,000 chunks, a query
    with a name that all share takes 200 ms, with one of the deal's own 8.
    """
    return f"{collection.name}.occurred"
