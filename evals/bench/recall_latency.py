"""How long a question to one deal's memory takes beside many other deals, beyond embedding it.

Run as `python -m evals.bench.recall_latency [DEALS CHUNKS [INDEX]]`, by default 100 deals of 2,000
chunks in the embedded database, and both indexes, `chroma` and `exact`. Prints figures and asserts
nothing, since machines differ.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from time import perf_counter, process_time

import numpy as np
from numpy.typing import NDArray

from api.bootstrap import EMBEDDED
from api.cli.session import Session, session
from memory.base import VectorIndex
from memory.chunking import chunks_of
from memory.recall import Memory
from memory.records import SourceRecord
from memory.vectors import ExactVectors
from memory.vectors.chroma import ChromaVectors
from plan.models import Deal, Plan
from plan.sources import Source, Turn
from tools.desk.opening import open_deal

DEFAULTS = ("100", "2000", "chroma exact")
OF_SOURCE = 100
"""Chunks of one source."""
WORDS = 100
"""Words of a chunk, each a turn of its own size."""
VOCABULARY = 8_000
QUERIES = 200
K = 8
BEGINNING = datetime(2025, 1, 1, tzinfo=UTC)


class Directions:
    """Fits `memory.base.Embedder`, and takes no time: any vector will do to measure with."""

    name = "directions"
    dimensions = 384

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Some vectors of length 1."""
        numbers = self._random.standard_normal((len(texts), self.dimensions), np.float32)
        lengths: NDArray[np.float32] = np.linalg.norm(numbers, axis=1, keepdims=True)
        return np.divide(numbers, lengths)


def main(deals: int, chunks: int, indexes: Sequence[str]) -> None:
    """Fill a database, ask it, and print one line a figure."""
    names = [f"deal-{n}" for n in range(deals)]
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TANDEM_HOME"] = folder
        with session(EMBEDDED) as now:
            talk = _Talk()
            for deal in names:
                _fill(now, deal, chunks, talk)
            for name in indexes:
                index = _index(now, name, Path(folder) / "chroma")
                _measure(now, index, names, talk)
                index.close()


def _index(now: Session, name: str, folder: Path) -> VectorIndex:
    return ExactVectors(now.tandem.store) if name == "exact" else ChromaVectors.embedded(folder)


class _Talk:
    """Words as often as words are in talk: few very often, most seldom."""

    def __init__(self) -> None:
        self._random = np.random.default_rng(1)
        ranks = np.arange(1, VOCABULARY + 1)
        self._often = (1 / ranks) / (1 / ranks).sum()

    def words(self, count: int) -> str:
        """So many of them."""
        drawn = self._random.choice(VOCABULARY, count, p=self._often)
        return " ".join(f"w{one}" for one in drawn)


def _fill(now: Session, deal: str, chunks: int, talk: _Talk) -> None:
    plan = Plan(
        deal=Deal(id=deal, name=deal, account=deal, seller="Tandem"), as_of=date(2025, 1, 1)
    )
    with now.write() as unit:
        open_deal(unit, plan, now.acting())
        for number in range(1, chunks // OF_SOURCE + 1):
            record, source = _source(deal, number, talk)
            unit.sources.add(record, source)
            pieces = chunks_of(record, source)
            vectors = Directions().embed([one.text for one in pieces])
            unit.chunks.keep(record.id, pieces, vectors, Directions.name)


def _source(deal: str, number: int, talk: _Talk) -> tuple[SourceRecord, Source]:
    """A source whose turns are each too long to share a chunk."""
    at = BEGINNING + timedelta(hours=number)
    turns = tuple(Turn(n=n, text=talk.words(WORDS)) for n in range(1, OF_SOURCE + 1))
    digest = sha256(f"{deal} {number}".encode()).hexdigest()
    source = Source(
        kind="note", format="text", occurred_at=at, day=at.date(), sha256=digest, turns=turns
    )
    record = SourceRecord(
        id=f"{deal}.s{number}",
        deal=deal,
        number=number,
        kind="note",
        day=at.date(),
        occurred_at=at,
        sha256=digest,
        added_by="bench",
        added_at=at,
    )
    return record, source


def _measure(now: Session, index: VectorIndex, names: Sequence[str], talk: _Talk) -> None:
    memory = Memory(now.tandem.store, index, Directions())
    began = perf_counter()
    for deal in names:
        memory.recall(now.workspace, deal, "", 1)
    _say(f"{index.name}: {len(names)} deals brought into step in {perf_counter() - began:.0f} s")
    random = np.random.default_rng(2)
    order = [names[at] for at in random.integers(0, len(names), QUERIES)]
    for what, deals in (("one deal again and again", [names[0]] * QUERIES), ("any deal", order)):
        cpu = process_time()
        _tell(f"{index.name}, {what}", [_seconds(memory, now, deal, talk) for deal in deals])
        _say(f"    of the processor: {(process_time() - cpu) / len(deals) * 1_000:.1f} ms")


def _seconds(memory: Memory, now: Session, deal: str, talk: _Talk) -> float:
    query = talk.words(8)
    began = perf_counter()
    memory.recall(now.workspace, deal, query, K)
    return perf_counter() - began


def _tell(what: str, seconds: Sequence[float]) -> None:
    half, most = np.quantile(seconds, [0.5, 0.95]) * 1_000
    _say(f"{what}: p50 {half:.1f} ms, p95 {most:.1f} ms")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    given = sys.argv[1:]
    number, size, which = [*given, *DEFAULTS[len(given) :]]
    main(int(number), int(size), which.split())
