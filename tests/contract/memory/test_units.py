import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from memory.base import Store, Unit
from memory.errors import ConflictError, NotFoundError
from memory.sql import SqlStore, SqlUnit
from tests.contract.memory.samples import DEAL, add_source, move_on, open_deal, user


class SomethingElseError(Exception):
    pass


def test_the_adapter_is_a_store(store: SqlStore) -> None:
    as_store: Store = store
    with as_store.read("w") as unit:
        assert unit.workspace == "w"


def test_what_a_unit_did_is_there_for_the_next(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        assert unit.plans.exists(DEAL)
    with store.read("w") as unit:
        assert unit.plans.exists(DEAL)


def do_much_and_fail(unit: Unit) -> None:
    now = open_deal(unit)
    add_source(unit)
    move_on(unit, now)
    unit.access.add_user(user())
    raise SomethingElseError


def test_a_unit_that_raises_leaves_nothing(store: SqlStore) -> None:
    with pytest.raises(SomethingElseError), store.write("w") as unit:
        do_much_and_fail(unit)
    with store.read("w") as unit:
        assert not unit.plans.exists(DEAL)
        assert unit.access.users() == ()
        with pytest.raises(NotFoundError):
            unit.sources.get(f"{DEAL}.s1")


def swallow_a_conflict(unit: Unit) -> None:
    unit.access.add_user(user())
    with pytest.raises(ConflictError):
        open_deal(unit)


def test_a_conflict_that_is_swallowed_still_leaves_nothing(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
    with pytest.raises(ConflictError), store.write("w") as unit:
        swallow_a_conflict(unit)
    with store.read("w") as unit:
        assert unit.access.users() == ()


def test_a_read_unit_cannot_write(store: SqlStore) -> None:
    with pytest.raises(DBAPIError, match=r"(?i)read.?only"), store.read("w") as unit:
        unit.access.add_user(user())
    with store.write("w") as unit:
        assert unit.access.users() == ()
        unit.access.add_user(user())


def test_a_read_unit_sees_one_state(store: SqlStore) -> None:
    with store.write("w") as unit:
        now = open_deal(unit)
    with store.read("w") as reading:
        assert reading.plans.current(DEAL).version == 1
        with store.write("w") as writing:
            move_on(writing, now)
            add_source(writing)
        assert reading.plans.current(DEAL).version == 1
        assert len(reading.plans.events(DEAL)) == 1
        assert reading.sources.of(DEAL) == ()
    with store.read("w") as reading:
        assert reading.plans.current(DEAL).version == 2


def insert_and_fail(unit: SqlUnit) -> None:
    unit.connection.execute(text("INSERT INTO jobs VALUES (1)"))
    raise SomethingElseError


def test_other_work_joins_the_unit_by_its_connection(store: SqlStore) -> None:
    with store.write_engine.begin() as connection:
        connection.execute(text("CREATE TABLE jobs (id INTEGER)"))
    with pytest.raises(SomethingElseError), store.write("w") as unit:
        insert_and_fail(unit)
    with store.write("w") as unit:
        unit.connection.execute(text("INSERT INTO jobs VALUES (2)"))
    with store.write_engine.begin() as connection:
        assert connection.execute(text("SELECT id FROM jobs")).scalars().all() == [2]
        connection.execute(text("DROP TABLE jobs"))


def test_errors_do_not_show_what_customers_said(store: SqlStore) -> None:
    with pytest.raises(DBAPIError) as refused, store.write("w") as unit:
        add_source(unit, title="Secret words")
    assert "Secret words" not in str(refused.value)


def test_a_store_can_be_used_again_after_it_was_closed(store: SqlStore) -> None:
    store.close()
    with store.read("w") as unit:
        assert unit.plans.deals() == ()


@pytest.mark.parametrize(
    "url",
    ["sqlite://", "sqlite:///:memory:", "sqlite:///file:x?uri=true", "mysql://u:p@h/d", "x://", ""],
)
def test_other_databases_are_refused_without_showing_the_address(url: str) -> None:
    with pytest.raises(ValueError, match="sqlite:///folder") as refused:
        SqlStore(url)
    assert "u:p" not in str(refused.value)
