from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from memory.errors import NotFoundError
from memory.sql import SqlStore
from plan.readings import Trace
from tests.contract.memory.samples import DEAL, add_source, open_deal, reading

SOURCE = f"{DEAL}.s1"


@pytest.fixture(autouse=True)
def _source(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        add_source(unit)


def test_a_reading_comes_back_as_it_was(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.readings.keep(reading())
        unit.readings.keep(reading(n=2, plan_version=7))
    with store.read("w") as unit:
        assert unit.readings.get(SOURCE, 1) == reading()
        assert unit.readings.get(SOURCE, 2) == reading(n=2, plan_version=7)


def test_a_reading_that_was_not_finished_is_none(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert unit.readings.get(SOURCE, 1) is None
        assert unit.readings.get("none", 1) is None
        assert not unit.readings.published(SOURCE, 1)


def test_the_same_reading_kept_again_replaces_it(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.readings.keep(reading())
        unit.readings.keep(reading(plan_version=2, drops=()))
    with store.read("w") as unit:
        assert unit.readings.get(SOURCE, 1) == reading(plan_version=2, drops=())


def test_a_reading_that_failed_is_kept_until_a_later_try_takes_its_place(store: SqlStore) -> None:
    trace = Trace(reader="model:x:y", tokens_in=7, attempts=2, money=Decimal("1.25E-7"))
    failed = reading(findings=(), trace=trace, failure="It is busy.")
    with store.write("w") as unit:
        unit.readings.keep(failed)
    with store.write("w") as unit:
        assert unit.readings.get(SOURCE, 1) == failed
        assert not unit.readings.published(SOURCE, 1)
        unit.readings.keep(reading())
    with store.read("w") as unit:
        assert unit.readings.get(SOURCE, 1) == reading()


def test_a_reading_is_published_once(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.readings.keep(reading())
        unit.readings.keep(reading(n=2))
        assert not unit.readings.published(SOURCE, 1)
        assert unit.readings.mark_published(SOURCE, 1)
    with store.write("w") as unit:
        assert unit.readings.published(SOURCE, 1)
        assert not unit.readings.published(SOURCE, 2)
        assert not unit.readings.mark_published(SOURCE, 1)
        assert unit.readings.mark_published(SOURCE, 2)


def test_keeping_a_published_reading_again_does_not_publish_it_again(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.readings.keep(reading())
        unit.readings.mark_published(SOURCE, 1)
        unit.readings.keep(reading())
        assert not unit.readings.mark_published(SOURCE, 1)


def test_a_reading_that_was_not_kept_cannot_be_published(store: SqlStore) -> None:
    with store.write("w") as unit, pytest.raises(NotFoundError, match=SOURCE):
        unit.readings.mark_published(SOURCE, 1)


def test_a_reading_needs_its_source(store: SqlStore) -> None:
    with pytest.raises(IntegrityError), store.write("w") as unit:
        unit.readings.keep(reading(number=2))
