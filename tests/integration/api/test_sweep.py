"""The sweep: midnight makes a milestone overdue, once, by the deal's own clock."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from api.sweep import Swept, sweep
from memory.sql import SqlStore
from plan.models import Deal, Milestone, Plan
from plan.watch.entries import Entry
from tools.desk.gate import Acting
from tools.desk.moment import Moment
from tools.desk.opening import open_deal

DUE = date(2026, 3, 27)
OPENED = datetime(2026, 3, 20, 12, tzinfo=UTC)
OVERDUE = "overdue_milestone.pilot"
ZONES = {"there": "Pacific/Auckland", "here": None, "west": "America/New_York"}


def moment(day: int, hour: int) -> Moment:
    return Moment(datetime(2026, 3, day, hour, tzinfo=UTC), "UTC")


@pytest.fixture
def store(database_url: str) -> Iterator[SqlStore]:
    """A deal in each zone, whose milestone is due on the same day of each."""
    opened = SqlStore(database_url)
    opened.upgrade()
    for name, zone in ZONES.items():
        deal = Deal(id=name, name=name, account="Acme", seller="Us", time_zone=zone)
        pilot = Milestone(id="pilot", title="Pilot", due=DUE)
        plan = Plan(deal=deal, as_of=OPENED.date(), milestones=(pilot,))
        with opened.write("default") as unit:
            open_deal(unit, plan, Acting(actor="rep", at=OPENED))
    yield opened
    opened.close()


def entries(store: SqlStore) -> dict[str, tuple[Entry, ...]]:
    with store.read("default") as unit:
        return {deal: unit.ledger.of(deal) for deal in ZONES}


def overdue(store: SqlStore) -> set[str]:
    found = entries(store)
    return {deal for deal, every in found.items() if any(one.key == OVERDUE for one in every)}


def test_each_deal_has_its_own_midnight(store: SqlStore) -> None:
    sweep(store, "default", moment(27, 10))
    assert overdue(store) == set()
    assert sweep(store, "default", moment(27, 10)) == Swept()
    swept = sweep(store, "default", moment(27, 11))  # in Auckland it is midnight
    assert swept.deals == 1
    assert overdue(store) == {"there"}
    sweep(store, "default", moment(28, 0))
    assert overdue(store) == {"there", "here"}
    sweep(store, "default", moment(28, 4))
    assert overdue(store) == {"there", "here", "west"}


def test_all_are_late_on_the_same_day_of_their_own(store: SqlStore) -> None:
    sweep(store, "default", moment(28, 12))
    sweep(store, "default", moment(29, 12))
    days = {
        one.risk.since for every in entries(store).values() for one in every if one.key == OVERDUE
    }
    assert len(days) == 1


def test_a_second_sweep_finds_nothing_to_do(store: SqlStore) -> None:
    first = sweep(store, "default", moment(28, 12))
    before = entries(store)
    assert (first.deals, first.opened >= len(ZONES)) == (len(ZONES), True)
    assert sweep(store, "default", moment(28, 12)) == Swept()
    assert entries(store) == before


def test_a_sweep_that_is_cut_short_goes_on_where_it_ended(store: SqlStore) -> None:
    asked = iter((False, True))
    first = sweep(store, "default", moment(28, 12), stopped=lambda: next(asked))
    assert first.deals == 1
    assert len(overdue(store)) == 1
    assert sweep(store, "default", moment(28, 12)).deals == len(ZONES) - 1
    assert overdue(store) == set(ZONES)


def test_another_day_may_be_looked_at(store: SqlStore) -> None:
    assert sweep(store, "default", moment(20, 12), date(2026, 3, 28)).deals == len(ZONES)
    assert overdue(store) == set(ZONES)


def test_a_deal_that_has_changed_or_was_never_looked_at_is_due(store: SqlStore) -> None:
    with store.write("default") as unit:
        unit.wakes.set("here", None, 0)
    assert sweep(store, "default", moment(20, 12)).deals == 1


def test_other_workspaces_are_left_alone(store: SqlStore) -> None:
    assert sweep(store, "other", moment(28, 12)) == Swept()
    assert store.workspaces() == ("default",)
    assert overdue(store) == set()
