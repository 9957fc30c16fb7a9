"""A memory over each engine and each kind of index, with a plain embedder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from memory.base import VectorIndex
from memory.recall import Memory
from memory.sql import SqlStore
from memory.vectors import ExactVectors
from memory.vectors.chroma import ChromaVectors
from tests.fakes.embedders import WordsEmbedder
from tests.fakes.vectors import MemoryVectors
from tests.integration.memory.recall.library import open_deals


@pytest.fixture(params=["sqlite chroma", "sqlite exact", "postgresql memory"])
def kind(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Engine and index."""
    engine, index = str(request.param).split()
    return engine, index


@pytest.fixture
def store(
    kind: tuple[str, str], request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[SqlStore]:
    """A store with two deals that have no sources."""
    url = f"sqlite:///{tmp_path}/tandem.db"
    store = SqlStore(url if kind[0] == "sqlite" else request.getfixturevalue("postgres_url"))
    store.upgrade()
    open_deals(store)
    yield store
    store.close()


@pytest.fixture
def vectors(kind: tuple[str, str], store: SqlStore, tmp_path: Path) -> Iterator[VectorIndex]:
    """An empty index."""
    index: VectorIndex
    if kind[1] == "chroma":
        index = ChromaVectors.embedded(tmp_path / "chroma")
    else:
        index = ExactVectors(store) if kind[1] == "exact" else MemoryVectors()
    yield index
    index.close()


@pytest.fixture
def embedder() -> WordsEmbedder:
    """One that counts."""
    return WordsEmbedder()


@pytest.fixture
def memory(store: SqlStore, vectors: VectorIndex, embedder: WordsEmbedder) -> Memory:
    """The memory of the store's words."""
    return Memory(store, vectors, embedder)
