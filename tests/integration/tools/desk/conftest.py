from collections.abc import Iterator

import pytest

from memory.sql import SqlStore
from tests.integration.tools.desk.acme import PLAN, Desk
from tools.desk.opening import open_deal


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    store = SqlStore(database_url)
    store.upgrade()
    here = Desk(store)
    with here.write() as unit:
        open_deal(unit, PLAN, here.acting())
    yield here
    store.close()
