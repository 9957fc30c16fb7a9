from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from memory.errors import ConflictError, NotFoundError
from memory.sql import SqlStore
from tests.contract.memory.samples import AT, decision, open_deal, outbox_row


@pytest.fixture(autouse=True)
def _decisions(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit)
        for number in (1, 9, 10):
            unit.decisions.add(decision(number))


def test_rows_wait_oldest_first_until_they_are_delivered(store: SqlStore) -> None:
    late = outbox_row("a", at=AT + timedelta(microseconds=1))
    early = outbox_row("z", at=AT - timedelta(days=1))
    with store.write("w") as unit:
        unit.outbox.add(late)
        unit.outbox.add(early)
    with store.write("w") as unit:
        assert unit.outbox.waiting(10) == (early, late)
        assert unit.outbox.waiting(1) == (early,)
        unit.outbox.delivered("z", AT)
    with store.read("w") as unit:
        assert unit.outbox.waiting(10) == (late,)


def test_rows_of_one_instant_wait_in_order_of_decision(store: SqlStore) -> None:
    with store.write("w") as unit:
        for key, number in (("a", 10), ("b", 9), ("c", 1)):
            unit.outbox.add(outbox_row(key, number))
        assert [row.id for row in unit.outbox.waiting(10)] == ["c", "b", "a"]


def test_news_may_be_kept_before_its_decision_but_not_without(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.outbox.add(outbox_row("a", 2))
        unit.decisions.add(decision(2))
    with pytest.raises(IntegrityError), store.write("w") as unit:
        unit.outbox.add(outbox_row("b", 3))


def test_a_row_is_kept_once(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.outbox.add(outbox_row("a"))
    with pytest.raises(ConflictError, match="`a`"), store.write("w") as unit:
        unit.outbox.add(outbox_row("a", 9))


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.write("w") as unit, pytest.raises(NotFoundError, match="`none`"):
        unit.outbox.delivered("none", AT)
