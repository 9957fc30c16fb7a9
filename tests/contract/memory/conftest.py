"""The store's contract runs on both engines: each test that takes `store` runs twice."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from memory.sql import SqlStore
from memory.sql.schema import metadata


@pytest.fixture(scope="session")
def upgraded_postgres_url(new_postgres_url: Callable[[], str]) -> str:
    """One upgraded database for all tests in turn: emptying it is much faster than making it."""
    url = new_postgres_url()
    store = SqlStore(url)
    store.upgrade()
    store.close()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlStore]:
    """An upgraded, empty store of each engine in turn."""
    if request.param == "sqlite":
        store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
        store.upgrade()
    else:
        store = SqlStore(request.getfixturevalue("upgraded_postgres_url"))
    yield store
    with store.write_engine.begin() as connection:
        for table in reversed(metadata.sorted_tables):
            connection.execute(table.delete())
    store.close()
