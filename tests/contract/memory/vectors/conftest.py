"""The index's contract runs on all of them: each test that takes `filled` runs five times."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from memory.sql import SqlStore
from memory.sql.schema import metadata
from memory.vectors import ExactVectors
from memory.vectors.chroma import ChromaVectors
from tests.contract.memory.vectors.indexes import Filled, OfSql, Own
from tests.contract.memory.vectors.server import chroma_server
from tests.fakes.vectors import MemoryVectors


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of one server for this worker."""
    with chroma_server(tmp_path_factory.mktemp("server")) as (url, _):
        yield url


@pytest.fixture(params=["chroma", "chroma-server"])
def chroma(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ChromaVectors]:
    """An empty index of Chroma, embedded and on a server in turn."""
    with closing(_chroma(request, tmp_path, request.param)) as index:
        yield index


@pytest.fixture(params=["memory", "chroma", "chroma-server", "exact-sqlite", "exact-postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Filled]:
    """An empty index of each make in turn."""
    if request.param == "memory":
        yield Own(MemoryVectors())
    elif request.param == "exact-sqlite":
        yield from _exact(f"sqlite:///{tmp_path}/tandem.db")
    elif request.param == "exact-postgresql":
        yield from _exact(request.getfixturevalue("upgraded_postgres_url"))
    else:
        with closing(_chroma(request, tmp_path, request.param)) as index:
            yield Own(index)


def _chroma(request: pytest.FixtureRequest, folder: Path, name: str) -> ChromaVectors:
    if name == "chroma":
        return ChromaVectors.embedded(folder / "chroma")
    index = ChromaVectors.server(request.getfixturevalue("chroma_url"))
    api = index._chroma.api
    for collection in api.list_collections():
        api.delete_collection(collection.name)
    return index


def _exact(url: str) -> Iterator[Filled]:
    store = SqlStore(url)
    store.upgrade()
    yield OfSql(ExactVectors(store), store)
    with store.write_engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    store.close()
