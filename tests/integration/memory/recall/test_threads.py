"""Several threads share a memory: an index that is behind is filled once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import sleep

import numpy as np
from numpy.typing import NDArray

from memory.recall import Memory
from memory.records import Chunk
from memory.sql import SqlStore
from tests.fakes.embedders import WordsEmbedder
from tests.fakes.vectors import MemoryVectors
from tests.integration.memory.recall.library import HERE, ONE, add, open_deals


class CountingVectors(MemoryVectors):
    """Notes what is put, and takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self.put_ids: list[str] = []

    def put(
        self, workspace: str, deal: str, chunks: Sequence[Chunk], vectors: NDArray[np.float32]
    ) -> None:
        """Hold chunks."""
        self.put_ids += [chunk.id for chunk in chunks]
        sleep(0.3)
        super().put(workspace, deal, chunks, vectors)


def test_an_index_that_is_behind_is_filled_once(tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    open_deals(store)
    ids = [add(store, f"The budget of year {year} is signed.").id for year in range(9)]
    for source in ids:
        Memory(store, MemoryVectors(), WordsEmbedder()).index(HERE, source)
    vectors = CountingVectors()
    memory = Memory(store, vectors, WordsEmbedder())
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: memory.recall(HERE, ONE, "budget", 20), range(8)))
    store.close()
    assert {len(one) for one in found} == {9}
    assert len(vectors.put_ids) == 9
