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
from memory.vectors.ranking import ranked

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
    end = BEGINNING + timedelta(minutes=len(vectors) - 1)
    exact = _exact(vectors)
    found = [
        _timed(names, lambda deal, query: index.nearest(WORKSPACE, deal, query, K), seed)
        for seed in (1, 2)
    ]
    earlier = _timed(
        names, lambda deal, query: index.nearest(WORKSPACE, deal, query, K, end), seed=2
    )
    compared = _timed(names, lambda _, query: exact(query), seed=2)
    for what, (seconds, _) in zip(
        ("a deal's first query", "a later one", "the same, before an instant", "exact search"),
        (*found, earlier, compared),
        strict=True,
    ):
        _tell(what, seconds)
    pairs = zip(found[1][1], compared[1], strict=True)
    recalls = [len({one.id for one in got} & {one.id for one in best}) for got, best in pairs]
    wanted = min(K, len(vectors))
    _say(f"of the {wanted} nearest by exact search, found: {np.mean(recalls) / wanted:.4f}")


def _timed(names: Sequence[str], ask: Ask, seed: int) -> tuple[list[float], list[Sequence[Near]]]:
    """Seconds and answers of one query a deal, deals in any order."""
    order = np.random.default_rng(seed).permutation(len(names))
    seconds, answers = [], []
    for at, query in zip(order, _directions(len(names), seed), strict=True):
        began = perf_counter()
        answers.append(ask(names[at], query))
        seconds.append(perf_counter() - began)
    return seconds, answers


def _exact(vectors: NDArray[np.float32]) -> Callable[[NDArray[np.float32]], Sequence[Near]]:
    """Exact search over a deal's vectors in memory."""
    names = tuple(_name(n) for n in range(1, len(vectors) + 1))
    matrix = Matrix(1, names, np.zeros(len(names), dtype=np.int64), vectors)
    return lambda query: ranked(matrix.likenesses(query), K)


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
