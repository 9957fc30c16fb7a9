"""Chunks and vectors to index."""

from collections.abc import Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from memory.records import Chunk
from tests.contract.memory.samples import AT, DEAL

DIMENSIONS = 384


def said(source: int, count: int, deal: str = DEAL, micros: int = 0) -> tuple[Chunk, ...]:
    """The chunks of the deal's source of that number, said so many microseconds after `AT`."""
    at = AT + timedelta(microseconds=micros)
    return tuple(
        Chunk(
            id=f"{deal}.s{source}.c{n}",
            deal=deal,
            source=f"{deal}.s{source}",
            n=n,
            day=at.date(),
            occurred_at=at,
            first_turn=1,
            start=0,
            last_turn=1,
            end=5,
            text="Words",
        )
        for n in range(1, count + 1)
    )


def ids(chunks: Sequence[Chunk]) -> frozenset[str]:
    """Their ids."""
    return frozenset(chunk.id for chunk in chunks)


def directions(count: int, seed: int = 0) -> NDArray[np.float32]:
    """Vectors of length 1 in any direction; the same for the same seed."""
    numbers = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    return unit(numbers)


def fan(*degrees: float) -> NDArray[np.float32]:
    """Vectors in one plane, at these angles."""
    vectors = np.zeros((len(degrees), DIMENSIONS))
    vectors[:, 0] = np.cos(np.radians(degrees))
    vectors[:, 1] = np.sin(np.radians(degrees))
    return unit(vectors)


def unit(numbers: NDArray[np.float64]) -> NDArray[np.float32]:
    """The same directions, each of length 1."""
    lengths = np.sqrt((numbers**2).sum(axis=1, keepdims=True))
    single: NDArray[np.float32] = (numbers / lengths).astype(np.float32)
    return single
