"""No statement crosses to another workspace, though all ids are the same in both."""

from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256

import pytest

from memory.base import Unit
from memory.errors import NotFoundError
from memory.sql import SqlStore
from plan.observations import Absence, Risk
from plan.sources import Turn
from tests.contract.memory.samples import (
    AT,
    DAY,
    DEAL,
    action_mark,
    api_key,
    decision,
    digest,
    edit,
    entry,
    event,
    keep_chunks,
    message,
    move_on,
    open_deal,
    outbox_row,
    plan,
    proposal,
    reading,
    record,
    risk_mark,
    source,
    switch,
    thread,
    user,
    vectors,
)

SOURCE, PROPOSAL, DECISION = f"{DEAL}.s1", f"{DEAL}.p1", f"{DEAL}.d1"
DIGEST = sha256(b"bytes").hexdigest()


def fill(unit: Unit, mark: str) -> None:
    """Put one of everything in, each with the mark of its workspace."""
    open_deal(unit, plan(name=mark), more=[event(2, actor=mark)])
    content = source(sha256=DIGEST, message_id="m", title=mark, turns=(Turn(n=1, text=mark),))
    unit.sources.add(record(content), content)
    unit.readings.keep(reading(plan_version=len(mark)))
    unit.proposals.add([proposal(source=SOURCE, why=mark)])
    risks = (Risk(kind="scope_change", why=mark),)
    observed = reading(risks=risks, absences=(Absence(person=mark, until=DAY),))
    unit.observations.keep(DEAL, observed, DAY + timedelta(days=len(mark)))
    unit.decisions.add(decision(proposal=PROPOSAL, reason=mark))
    unit.outbox.add(outbox_row("o1", at=AT + timedelta(days=len(mark))))
    unit.access.add_user(user(name=mark))
    unit.access.add_key(api_key(secret=mark))
    keep_chunks(unit, record(content), f"Jo: {mark} audit", embedder=mark, seed=len(mark))
    unit.threads.open(thread(title=mark))
    unit.threads.add(message(text=mark))
    unit.ledger.keep([entry(risk=Risk(kind="scope_change", why=mark))])
    unit.marks.add(risk_mark(reason=mark))
    unit.marks.add(action_mark(reason=mark))
    unit.marks.switch(switch(reason=mark))
    unit.wakes.set(DEAL, DAY - timedelta(days=len(mark)), 2)
    unit.digests.keep(digest("kim", DAY, mark))


READS: dict[str, Callable[[Unit], object]] = {
    "exists": lambda unit: unit.plans.exists(DEAL),
    "deals": lambda unit: unit.plans.deals(),
    "current": lambda unit: unit.plans.current(DEAL),
    "events": lambda unit: unit.plans.events(DEAL),
    "used_ids": lambda unit: unit.plans.used_ids(DEAL),
    "next source": lambda unit: unit.sources.next_number(DEAL),
    "same bytes": lambda unit: unit.sources.same(DEAL, DIGEST, None),
    "same message": lambda unit: unit.sources.same(DEAL, "", "m"),
    "source": lambda unit: unit.sources.get(SOURCE),
    "content": lambda unit: unit.sources.content(SOURCE),
    "sources": lambda unit: unit.sources.of(DEAL),
    "reading": lambda unit: unit.readings.get(SOURCE, 1),
    "published": lambda unit: unit.readings.published(SOURCE, 1),
    "next proposal": lambda unit: unit.proposals.next_number(DEAL),
    "proposal": lambda unit: unit.proposals.get(PROPOSAL),
    "proposals": lambda unit: unit.proposals.find(),
    "proposals of source": lambda unit: unit.proposals.find(source=SOURCE),
    "about": lambda unit: unit.proposals.about(DEAL, "action", edit().id),
    "engagement": lambda unit: unit.observations.engagement(DEAL),
    "risks": lambda unit: unit.observations.risks(DEAL),
    "next actions": lambda unit: unit.observations.next_actions(DEAL),
    "next decision": lambda unit: unit.decisions.next_number(DEAL),
    "decision": lambda unit: unit.decisions.get(DECISION),
    "decisions": lambda unit: unit.decisions.of(DEAL),
    "decisions about": lambda unit: unit.decisions.about(PROPOSAL),
    "outbox": lambda unit: unit.outbox.waiting(10),
    "users": lambda unit: unit.access.users(),
    "keys": lambda unit: unit.access.api_keys(),
    "chunks": lambda unit: unit.chunks.of(DEAL),
    "some chunks": lambda unit: unit.chunks.get([f"{SOURCE}.c1"]),
    "vectors": lambda unit: unit.chunks.vectors(DEAL)[1].tolist(),
    "matching": lambda unit: unit.chunks.matching(DEAL, "audit", 5),
    "stamp": lambda unit: unit.chunks.stamp(DEAL),
    "indexed": lambda unit: unit.chunks.indexed(DEAL),
    "embedders": lambda unit: unit.chunks.embedders(DEAL),
    "thread": lambda unit: unit.threads.get("kim", "t1"),
    "threads": lambda unit: unit.threads.of("kim", DEAL),
    "messages": lambda unit: unit.threads.messages("t1"),
    "absences": lambda unit: unit.observations.absences(DEAL),
    "ledger": lambda unit: unit.ledger.of(DEAL),
    "standing": lambda unit: unit.ledger.standing(),
    "raised": lambda unit: unit.ledger.raised(),
    "marks on risks": lambda unit: unit.marks.on_risks(DEAL),
    "all marks on risks": lambda unit: unit.marks.on_risks(),
    "marks on actions": lambda unit: unit.marks.on_actions(DEAL),
    "all marks on actions": lambda unit: unit.marks.on_actions(),
    "switches": lambda unit: unit.marks.switches(),
    "wakes": lambda unit: unit.wakes.due(DAY),
    "last digest": lambda unit: unit.digests.last("kim"),
    "digests": lambda unit: unit.digests.of("kim"),
}
ALIKE = {"exists", "next source", "next proposal", "next decision", "about", "next actions"}


def everything(unit: Unit) -> dict[str, object]:
    """What each method that reads says; where there is nothing of that id, None."""

    def ask(read: Callable[[Unit], object]) -> object:
        try:
            return read(unit)
        except NotFoundError:
            return None

    return {name: ask(read) for name, read in READS.items()}


def change_everything(unit: Unit) -> None:
    """Use each method that changes something that is there."""
    unit.plans.lock(DEAL)
    move_on(unit, unit.plans.current(DEAL))
    unit.sources.set_status(SOURCE, "failed", "changed")
    unit.sources.ask_again(SOURCE)
    unit.readings.keep(reading(plan_version=99))
    unit.readings.mark_published(SOURCE, 1)
    unit.proposals.replace(proposal(why="changed", status="rejected"))
    unit.decisions.replace(decision(reason="changed"))
    unit.outbox.delivered("o1", AT)
    unit.access.add_user(user(name="changed"))
    unit.access.revoke("k1", AT)
    unit.observations.keep(DEAL, reading(risks=()), DAY)
    unit.observations.withdraw(SOURCE)
    unit.chunks.forget(SOURCE)
    unit.threads.replace(message(text="changed"))
    unit.threads.forget(SOURCE)
    unit.ledger.keep([entry(settled_on=DAY), entry(2)])
    unit.marks.add(risk_mark(2))
    unit.marks.add(action_mark(2))
    unit.marks.switch(switch(muted=False))
    unit.wakes.set(DEAL, None, 3)
    unit.digests.keep(digest("kim", DAY, "changed"))


@pytest.fixture(autouse=True)
def _two(store: SqlStore) -> None:
    for workspace in ("one", "another"):
        with store.write(workspace) as unit:
            fill(unit, workspace)


def test_each_workspace_reads_its_own(store: SqlStore) -> None:
    with store.read("one") as one, store.read("another") as another:
        mine, theirs = everything(one), everything(another)
    assert "another" not in repr(mine)
    assert {name for name in READS if mine[name] == theirs[name]} <= ALIKE | {
        "used_ids",
        "published",
        "engagement",
        "matching",
        "stamp",
        "indexed",
        "raised",
    }


def test_changes_reach_their_own_workspace_only(store: SqlStore) -> None:
    with store.read("one") as unit:
        before = everything(unit)
    with store.write("another") as unit:
        untouched = everything(unit)
        change_everything(unit)
        changed = everything(unit)
    with store.read("one") as unit:
        assert everything(unit) == before
    assert changed["outbox"] == changed["risks"] == ()
    assert changed["current"] != untouched["current"]


def test_a_workspace_without_data_sees_none(store: SqlStore) -> None:
    with store.read("empty") as unit:
        seen = everything(unit)
    numbers = {name: 1 for name in READS if name.startswith("next ") and name != "next actions"}
    assert {name: seen[name] for name in numbers} == numbers
    assert not any(value for name, value in seen.items() if name not in numbers)


def test_the_workspaces_are_those_that_have_deals(store: SqlStore) -> None:
    before = store.workspaces()
    with store.write("one-more") as unit:
        unit.access.add_user(user())
    assert store.workspaces() == before
    with store.write("one-more") as unit:
        open_deal(unit, plan())
    assert store.workspaces() == tuple(sorted({*before, "one-more"}))


@pytest.mark.parametrize(
    "change",
    [
        lambda unit: unit.plans.lock(DEAL),
        lambda unit: unit.sources.set_status(SOURCE, "read"),
        lambda unit: unit.sources.ask_again(SOURCE),
        lambda unit: unit.readings.mark_published(SOURCE, 1),
        lambda unit: unit.proposals.replace(proposal()),
        lambda unit: unit.decisions.replace(decision()),
        lambda unit: unit.outbox.delivered("o1", AT),
        lambda unit: unit.access.revoke("k1", AT),
        lambda unit: unit.chunks.keep(SOURCE, (), vectors(0), "mini"),
        lambda unit: unit.threads.replace(message()),
    ],
)
def test_what_another_workspace_has_cannot_be_changed(
    store: SqlStore, change: Callable[[Unit], object]
) -> None:
    with store.write("empty") as unit, pytest.raises(NotFoundError):
        change(unit)
