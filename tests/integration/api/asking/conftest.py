from collections.abc import Iterator

import pytest

from memory.sql import SqlStore
from tests.integration.api.asking.office import Office


@pytest.fixture
def office(database_url: str) -> Iterator[Office]:
    store = SqlStore(database_url)
    store.upgrade()
    here = Office(store)
    here.open()
    yield here
    store.close()
