"""How fast a vector index finds a deal's nearest chunks beside many other deals.

Run as `python -m evals.bench.vectors [DEALS CHUNKS [URL]]`: by default 100 deals of 2,000 chunks in
embedded Chroma; with a URL, on the Chroma server there. Prints figures and asserts nothing, since
machines differ.
"""

import resource
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from memory.base import Near, VectorIndex
from memory.records import Chunk
from memory.vectors.chroma import ChromaVectors
from memory.vectors.matrices import Matrix

DEFAULTS = ("100", "2000", "")
WORKSPACE = "bench"
DIMENSIONS = 384
K = 50
"""Chunks asked for, as hybrid search asks."""
BEGINNING = datetime(2025, 1, 1, tzinfo=UTC)
KIBIBYTES = 1024

Ask = Callable[[str, NDArray[np.float32]], Sequence[Near]]


def main(deals: int, chunks: int, url: str) -> None:
    """Fill an index, ask it, and print one line a figure; without a URL it is embedded."""
    vectors = _directions(chunks, seed=0)
    names = [f"deal-{n}" for n in range(deals)]
    with tempfile.TemporaryDirectory() as folder:
        with closing(_open(folder, url)) as index:
            _fill(index, names, vectors)
        with closing(_open(folder, url)) as index:
            _measure(index, names, vectors)
            for deal in names if url else ():
                index.drop(WORKSPACE, deal)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES
    _say(f"memory at its highest: {peak:.0f} MB")


def _open(folder: str, url: str) -> ChromaVectors:
    return ChromaVectors.server(url) if url else ChromaVectors.embedded(Path(folder))


def _fill(index: VectorIndex, names: Sequence[str], vectors: NDArray[np.float32]) -> None:
    seconds = []
    for deal in names:
        began = perf_counter()
        index.drop(WORKSPACE, deal)
        index.put(WORKSPACE, deal, _chunks(deal, len(vectors)), vectors)
        index.mark(WORKSPACE, deal, 1)
        seconds.append(perf_counter() - began)
    _say(f"{index.name}: {len(names)} deals of {len(vectors)} chunks")
    _tell("to index a deal", seconds)


def _measure(index: VectorIndex, names: Sequence[str], vectors: NDArray[np.float32]) -> None:
    """Ask every deal some questions in a row, deals in any order."""
    end = BEGINNING + timedelta(minutes=len(vectors))
    exact = _exact(vectors)
    asks: dict[str, Ask] = {
        "a deal's first query": lambda deal, query: index.nearest(WORKSPACE, deal, query, K),
        "the next": lambda deal, query: index.nearest(WORKSPACE, deal, query, K),
        "the same, before an instant": lambda deal, query: index.nearest(
            WORKSPACE, deal, query, K, end
        ),
        "the same, exact, with all vectors in memory": lambda _, query: exact(query),
    }
    seconds: dict[str, list[float]] = {what: [] for what in asks}
    shares = []
    order = np.random.default_rng(1).permutation(len(names))
    for at, query in zip(order, _directions(len(names), seed=2), strict=True):
        answers = []
        for what, ask in asks.items():
            began = perf_counter()
            answers.append({near.id for near in ask(names[at], query)})
            seconds[what].append(perf_counter() - began)
        shares.append(len(answers[1] & answers[-1]) / len(answers[-1]))
    for what, measured in seconds.items():
        _tell(what, measured)
    _say(f"of the {min(K, len(vectors))} nearest, found: {np.mean(shares):.4f}")


def _exact(vectors: NDArray[np.float32]) -> Callable[[NDArray[np.float32]], Sequence[Near]]:
    """Exact search over a deal's vectors in memory."""
    names = tuple(_name(n) for n in range(1, len(vectors) + 1))
    matrix = Matrix(1, names, np.zeros(len(names), dtype=np.int64), vectors)
    return lambda query: matrix.nearest(query, K)


def _chunks(deal: str, count: int) -> tuple[Chunk, ...]:
    return tuple(
        Chunk(
            id=_name(n),
            deal=deal,
            source=f"{deal}.s{n}",
            n=1,
            day=BEGINNING.date(),
            occurred_at=BEGINNING + timedelta(minutes=n),
            first_turn=1,
            start=0,
            last_turn=1,
            end=1,
            text="-",
        )
        for n in range(1, count + 1)
    )


def _name(n: int) -> str:
    return f"s{n}.c1"


def _directions(count: int, seed: int) -> NDArray[np.float32]:
    numbers = np.random.default_rng(seed).standard_normal((count, DIMENSIONS))
    lengths = np.sqrt((numbers**2).sum(axis=1, keepdims=True))
    single: NDArray[np.float32] = (numbers / lengths).astype(np.float32)
    return single


def _tell(what: str, seconds: Sequence[float]) -> None:
    half, most = np.quantile(seconds, [0.5, 0.95]) * 1_000
    _say(f"{what}: p50 {half:.2f} ms, p95 {most:.2f} ms, highest {max(seconds) * 1_000:.2f} ms")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    given = sys.argv[1:]
    number, size, address = [*given, *DEFAULTS[len(given) :]]
    main(int(number), int(size), address)
