from collections.abc import Iterator

import pytest

from memory.sql import SqlStore
from tests.integration.api.risks.watch import Watch


@pytest.fixture
def watch(database_url: str) -> Iterator[Watch]:
    store = SqlStore(database_url)
    store.upgrade()
    here = Watch(store)
    here.open()
    yield here
    store.close()
