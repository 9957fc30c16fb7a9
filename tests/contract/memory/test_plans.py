from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine, update
from sqlalchemy import event as engine_event

from memory.errors import ConflictError, NotFoundError
from memory.sql import SqlStore
from memory.sql.schema import snapshots
from plan.edits import Edit
from plan.fold import fold
from tests.contract.memory.samples import (
    DEAL,
    edit,
    event,
    move_on,
    open_deal,
    opened,
    plan,
    proposal,
)


@contextmanager
def statements() -> Iterator[list[str]]:
    """What is executed meanwhile, one entry a batch."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    engine_event.listen(Engine, "before_cursor_execute", note)
    yield seen
    engine_event.remove(Engine, "before_cursor_execute", note)


def test_the_first_append_opens_the_deal(store: SqlStore) -> None:
    with store.write("w") as unit:
        assert not unit.plans.exists(DEAL)
        now = open_deal(unit)
    with store.read("w") as unit:
        assert unit.plans.exists(DEAL)
        assert unit.plans.current(DEAL) == now
        assert unit.plans.deals() == (now.deal,)
        assert unit.plans.events(DEAL) == (opened(plan()),)


def test_events_and_plan_come_back_as_they_were(store: SqlStore) -> None:
    history = (
        opened(plan()),
        event(2, after={"objective": 'Naïve 目的 🙂 "quoted"\n\\ and \u2028'}),
        event(3, entity="deal", id="deal", before={"amount": "240000.1"}, after={"amount": "0.1"}),
        event(4, "added", entity="action", id="a", after={"title": "Call", "due": "2025-05-01"}),
    )
    with store.write("w") as unit:
        unit.plans.append(fold(history), history, expected=0)
    with store.read("w") as unit:
        assert unit.plans.events(DEAL) == history
        assert unit.plans.current(DEAL) == fold(history)
        assert unit.plans.current(DEAL).model_dump_json() == fold(history).model_dump_json()
        assert [str(deal.amount) for deal in unit.plans.deals()] == ["0.1"]


def test_events_between_two_versions(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(unit, more=[event(seq) for seq in range(2, 7)])
    with store.read("w") as unit:
        assert [one.seq for one in unit.plans.events(DEAL, after=4)] == [5, 6]
        assert [one.seq for one in unit.plans.events(DEAL, until=2)] == [1, 2]
        assert [one.seq for one in unit.plans.events(DEAL, after=2, until=4)] == [3, 4]
        assert unit.plans.events(DEAL, after=6) == ()
        assert unit.plans.events("other") == ()


def test_ids_are_used_once_given_by_any_event_or_proposal(store: SqlStore) -> None:
    added = event(2, "added", entity="action", id="call", after={"title": "Call"})
    retracted = event(3, "retracted", entity="action", id="call", before={"title": "Call"})
    proposed = edit().model_copy(update={"id": "proposed"})
    of_plan = Edit(op="update", entity="plan", id="plan", set={"objective": "New"})
    with store.write("w") as unit:
        open_deal(unit, more=[added, retracted])
        open_deal(unit, plan("other"), more=[added.model_copy(update={"id": "theirs"})])
        unit.proposals.add([proposal(1, status="rejected", changed=proposed)])
        unit.proposals.add([proposal(2, changed=of_plan)])
    with store.read("w") as unit:
        assert unit.plans.used_ids(DEAL) == {"jo", "call", "proposed"}
        assert unit.plans.used_ids("none") == frozenset()


def test_deals_come_by_close_date_none_last_then_id(store: SqlStore) -> None:
    soon, late = date(2025, 4, 1), date(2026, 1, 1)
    closing = {"z": soon, "b": None, "a-b": late, "ab": late, "a": None, "a1": late}
    with store.write("w") as unit:
        for deal, day in closing.items():
            open_deal(unit, plan(deal, close=day))
    with store.read("w") as unit:
        assert [deal.id for deal in unit.plans.deals()] == ["z", "a-b", "a1", "ab", "a", "b"]


def test_deals_show_what_later_events_changed(store: SqlStore) -> None:
    with store.write("w") as unit:
        open_deal(
            unit,
            more=[event(2, entity="deal", id="deal", after={"stage": "proposal", "owner": "kim"})],
        )
    with store.read("w") as unit:
        assert unit.plans.deals() == (unit.plans.current(DEAL).deal,)
        assert unit.plans.deals()[0].stage == "proposal"


def test_an_append_to_another_version_is_refused(store: SqlStore) -> None:
    with store.write("w") as unit:
        first = open_deal(unit)
    with store.write("w") as unit:
        second = move_on(unit, first)
    with pytest.raises(ConflictError, match="version 1"), store.write("w") as unit:
        move_on(unit, first)
    with pytest.raises(ConflictError, match="version 0"), store.write("w") as unit:
        open_deal(unit)
    with store.read("w") as unit:
        assert unit.plans.current(DEAL) == second
        assert len(unit.plans.events(DEAL)) == 2


def test_an_append_to_a_deal_that_is_not_there_is_refused(store: SqlStore) -> None:
    with pytest.raises(ConflictError), store.write("w") as unit:
        move_on(unit, fold([opened(plan())]))


@pytest.mark.parametrize("numbers", [(3,), (2, 2), (2, 4), (1, 2), ()])
def test_events_that_do_not_lead_to_the_plan_are_a_mistake(
    store: SqlStore, numbers: tuple[int, ...]
) -> None:
    with store.write("w") as unit:
        first = open_deal(unit)
    after = first.model_copy(update={"version": 2})
    with store.write("w") as unit, pytest.raises(ValueError, match="do not lead"):
        unit.plans.append(after, [event(seq) for seq in numbers], expected=1)


def test_a_deal_is_not_opened_without_an_event(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="do not lead"), store.write("w") as unit:
        unit.plans.append(plan(), (), expected=0)


def test_an_append_of_nothing_changes_nothing(store: SqlStore) -> None:
    with store.write("w") as unit:
        first = open_deal(unit)
    with store.write("w") as unit:
        unit.plans.append(first, (), expected=1)
        assert unit.plans.current(DEAL) == first
        move_on(unit, first)
    with pytest.raises(ConflictError), store.write("w") as unit:
        unit.plans.append(first, (), expected=1)


def test_what_is_not_there_is_said_so(store: SqlStore) -> None:
    with store.write("w") as unit:
        with pytest.raises(NotFoundError, match="`none`"):
            unit.plans.current("none")
        with pytest.raises(NotFoundError, match="`none`"):
            unit.plans.lock("none")


@pytest.mark.parametrize("stale", [{"schema": 0}, {"version": 1}])
def test_a_snapshot_of_another_schema_or_version_is_rebuilt_from_events(
    store: SqlStore, stale: dict[str, int]
) -> None:
    with store.write("w") as unit:
        now = open_deal(unit, more=[event(2), event(3)])
        unit.connection.execute(update(snapshots).values(document={"unreadable": 1}, **stale))
    with store.read("w") as unit:
        assert unit.plans.current(DEAL) == now
    with store.write("w") as unit:
        then = move_on(unit, now)
    with store.read("w") as unit, statements() as seen:
        assert unit.plans.current(DEAL) == then
    assert not [one for one in seen if "FROM events" in one]


def test_a_long_history_costs_as_many_statements_as_a_short_one(store: SqlStore) -> None:
    with store.write("w") as unit, statements() as short:
        open_deal(unit, plan("short"), more=[event(2)])
    with store.write("w") as unit, statements() as long:
        now = open_deal(unit, plan("long"), more=[event(seq) for seq in range(2, 2001)])
    assert len(long) == len(short)
    with store.read("w") as unit, statements() as read:
        assert unit.plans.current("long") == now
        assert len(unit.plans.events("long")) == 2000
    assert len([one for one in read if "SELECT" in one]) == 2
    with store.write("w") as unit, statements() as one_more:
        move_on(unit, now)
    assert not [one for one in one_more if "FROM events" in one]


def test_the_list_of_deals_reads_no_history(store: SqlStore) -> None:
    with store.write("w") as unit:
        for deal in ("a", "b", "c"):
            open_deal(unit, plan(deal))
    with store.read("w") as unit, statements() as seen:
        unit.plans.deals()
    assert len([one for one in seen if "SELECT" in one]) == 1


def test_an_event_keeps_its_instant_in_any_zone(store: SqlStore) -> None:
    at = datetime.fromisoformat("2025-03-03T23:59:59.000001-05:00")
    with store.write("w") as unit:
        open_deal(unit, more=[event(2, at=at)])
    with store.read("w") as unit:
        assert unit.plans.events(DEAL)[1].at == at.astimezone(UTC)
