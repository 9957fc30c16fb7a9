"""Ledgers, marks, waking days and digests, on both engines."""

from datetime import timedelta

import pytest

from memory.errors import ConflictError
from memory.records import Wake
from memory.sql import SqlStore
from plan.models import Deal, Plan
from plan.observations import Risk
from plan.watch.entries import Step
from tests.contract.memory.samples import (
    DAY,
    DEAL,
    action_mark,
    digest,
    entry,
    move_on,
    open_deal,
    plan,
    risk_mark,
    switch,
)

OTHER = "acme-erp-2"
LATER = DAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def _deals(store: SqlStore) -> None:
    with store.write("w") as unit:
        for deal in (DEAL, OTHER):
            open_deal(unit, plan(deal))


def test_a_ledger_comes_back_as_it_was_by_number(store: SqlStore) -> None:
    entries = (entry(10), entry(9, settled_on=LATER), entry(1, OTHER))
    with store.write("w") as unit:
        unit.ledger.keep(entries)
    with store.read("w") as unit:
        assert unit.ledger.of(DEAL) == (entries[1], entries[0])
        assert unit.ledger.of("nothing") == ()


def test_an_entry_takes_a_new_state(store: SqlStore) -> None:
    steps = (Step(on=DAY, to="medium"), Step(on=LATER, to="settled"))
    over = entry(1, settled_on=LATER, steps=steps)
    with store.write("w") as unit:
        unit.ledger.keep([entry(1), entry(2)])
        unit.ledger.keep([over])
    with store.read("w") as unit:
        assert unit.ledger.of(DEAL) == (over, entry(2))


def test_what_is_not_settled_is_found_over_all_deals(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.ledger.keep([entry(2, OTHER), entry(2), entry(1), entry(3, settled_on=DAY)])
        assert unit.ledger.standing() == (entry(1), entry(2), entry(2, OTHER))
        unit.ledger.keep([entry(1, settled_on=DAY)])
        assert unit.ledger.standing() == (entry(2), entry(2, OTHER))


def test_what_was_raised_is_counted_by_kind(store: SqlStore) -> None:
    silent = entry(2, OTHER, risk=Risk(kind="sponsor_silent"))
    with store.write("w") as unit:
        assert unit.ledger.raised() == {}
        unit.ledger.keep([entry(1), entry(2, settled_on=DAY), silent])
        assert unit.ledger.raised() == {"budget_risk": 2, "sponsor_silent": 1}


def test_marks_come_back_as_they_were_by_deal_and_number(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.ledger.keep([entry(1), entry(1, OTHER)])
        for one in (risk_mark(10), risk_mark(9, evidence=()), risk_mark(1, deal=OTHER)):
            unit.marks.add(one)
        for other in (action_mark(10), action_mark(9, edited=True), action_mark(1, OTHER)):
            unit.marks.add(other)
    with store.read("w") as unit:
        assert unit.marks.on_risks(DEAL) == (risk_mark(9, evidence=()), risk_mark(10))
        assert unit.marks.on_risks()[2:] == (risk_mark(1, deal=OTHER),)
        assert unit.marks.on_actions(DEAL) == (action_mark(9, edited=True), action_mark(10))
        assert unit.marks.on_actions()[2:] == (action_mark(1, OTHER),)


def test_of_two_marks_of_one_number_the_second_is_refused(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.ledger.keep([entry()])
        unit.marks.add(risk_mark())
        unit.marks.add(action_mark())
    for second in (risk_mark(verdict="wrong"), action_mark(verdict="done")):
        with pytest.raises(ConflictError, match="mark 1"), store.write("w") as unit:
            unit.marks.add(second)
    with store.read("w") as unit:
        assert unit.marks.on_risks() == (risk_mark(),)
        assert unit.marks.on_actions() == (action_mark(),)


def test_a_rule_has_its_last_switch(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.marks.switch(switch("sponsor_silent"))
        unit.marks.switch(switch("no_next_step"))
        unit.marks.switch(switch("sponsor_silent", muted=False, reason="Bäck."))
    with store.read("w") as unit:
        assert unit.marks.switches() == (
            switch("no_next_step"),
            switch("sponsor_silent", muted=False, reason="Bäck."),
        )


def never_told(deal: str) -> Wake:
    return Wake(deal, None, "Europe/Berlin", None)


def test_a_deal_that_was_never_looked_at_is_due(store: SqlStore) -> None:
    far = Plan(deal=Deal(id="far", name="Far", account="F", seller="T", country="JP"), as_of=DAY)
    with store.write("w") as unit:
        open_deal(unit, far)
        assert unit.wakes.due(DAY) == (
            never_told(DEAL),
            never_told(OTHER),
            Wake("far", None, None, "JP"),
        )


def test_a_deal_is_due_from_its_day_on(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.wakes.set(DEAL, LATER, 1)
        unit.wakes.set(OTHER, None, 1)
        assert unit.wakes.due(DAY) == ()
        assert unit.wakes.due(LATER) == (Wake(DEAL, LATER, "Europe/Berlin", None),)
        unit.wakes.set(DEAL, DAY + timedelta(days=9), 1)
        unit.wakes.set(OTHER, DAY, 1)
        assert [one.deal for one in unit.wakes.due(LATER)] == [OTHER]


def test_a_deal_that_changed_since_is_due(store: SqlStore) -> None:
    with store.write("w") as unit:
        for deal in (DEAL, OTHER):
            unit.wakes.set(deal, DAY + timedelta(days=9), 1)
        moved = move_on(unit, unit.plans.current(DEAL))
        assert unit.wakes.due(DAY) == (never_told(DEAL),)
        unit.wakes.set(DEAL, None, moved.version)
        assert unit.wakes.due(DAY) == ()


def test_digests_are_each_users_own_the_last_first(store: SqlStore) -> None:
    with store.write("w") as unit:
        for one in (digest("kim", LATER, "a"), digest("kim", DAY, "ä"), digest("max")):
            unit.digests.keep(one)
        assert unit.digests.last("nobody") is None
        assert unit.digests.last("max") == digest("max")
        assert unit.digests.of("kim") == (digest("kim", LATER, "a"), digest("kim", DAY, "ä"))
        unit.digests.keep(digest("kim", LATER, "a", "b"))
        assert unit.digests.last("kim") == digest("kim", LATER, "a", "b")
        assert len(unit.digests.of("kim")) == 2
