"""What people say to risks and did with next actions, on a real store."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from memory.errors import NotFoundError
from memory.sql import SqlStore
from plan.errors import RefusedError
from plan.observations import NextAction, Risk
from plan.sources import Evidence
from plan.watch.entries import Entry
from plan.watch.ledger import Advance
from plan.watch.marks import ActionMark, Mark, RiskVerdict
from tests.integration.tools.desk.acme import NOW, PLAN, Desk
from tools.desk.gate import Acting
from tools.desk.marking import Handled, Judged, mark_action, mark_risk, switch_rule
from tools.desk.opening import open_deal
from tools.desk.watching import forget_words, look, muted_kinds, rule_records

ON = date(2026, 3, 20)
LATE = Risk(kind="overdue_milestone", milestones=("pilot",), since=date(2026, 3, 10))
KEY = "overdue_milestone.pilot"
CALL = NextAction(intent="recover_timeline", to=("ada-okafor",), risk=KEY, draft="Dear Ada")
_DEAL = PLAN.deal.model_copy(update={"stage": "closed_won"})
WON = PLAN.model_copy(update={"deal": _DEAL, "actions": ()})
"""A deal in which the rules find nothing beside what a test says."""


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    store = SqlStore(database_url)
    store.upgrade()
    here = Desk(store)
    with here.write() as unit:
        open_deal(unit, WON, here.acting())
    yield here
    store.close()


def found(desk: Desk, *risks: Risk, on: date = ON) -> Advance:
    with desk.write() as unit:
        return look(unit, "acme", risks, on, muted_kinds(unit))


def say(
    desk: Desk, verdict: RiskVerdict, reason: str = "", actor: str = "rep", key: str = KEY
) -> Mark:
    with desk.write() as unit:
        said = Judged(risk=key, verdict=verdict, reason=reason)
        return mark_risk(unit, "acme", said, desk.acting(actor), ON)


def handle(desk: Desk, how: Handled, action: NextAction = CALL) -> ActionMark:
    with desk.write() as unit:
        return mark_action(unit, "acme", action, how, desk.acting(), ON)


def ledger(desk: Desk) -> tuple[Entry, ...]:
    with desk.store.read("default") as unit:
        return unit.ledger.of("acme")


def marks(desk: Desk) -> tuple[Mark, ...]:
    with desk.store.read("default") as unit:
        return unit.marks.on_risks("acme")


def test_what_is_found_is_kept_and_told_once(desk: Desk) -> None:
    assert [one.id for one in found(desk, LATE).opened] == ["acme.e1"]
    assert found(desk, LATE).opened == ()
    assert [one.risk for one in ledger(desk)] == [LATE]
    assert found(desk, on=ON + timedelta(days=1)).settled == ledger(desk)


def test_there_must_be_such_a_deal(desk: Desk) -> None:
    with desk.write() as unit, pytest.raises(NotFoundError):
        look(unit, "other", [], ON)


def test_a_dismissal_is_kept_and_seen_at_once(desk: Desk) -> None:
    found(desk, LATE)
    made = say(desk, "dismissed", "Ada is on it. ")
    assert (made.number, made.entry, made.by, made.at, made.on, made.reason) == (
        1,
        "acme.e1",
        "rep",
        NOW,
        ON,
        "Ada is on it.",
    )
    (entry,) = ledger(desk)
    assert (entry.open, entry.state, entry.settled_on) == (False, "dismissed", None)
    assert found(desk, LATE) == Advance(ledger(desk))
    say(desk, "reopened")
    assert ledger(desk)[0].open


def test_the_same_said_again_is_the_same_mark(desk: Desk) -> None:
    found(desk, LATE)
    first = say(desk, "wrong", "No.")
    assert say(desk, "wrong", " No.") == first
    say(desk, "wrong", "No.", actor="kim")
    say(desk, "dismissed", "Never mind.")
    assert [one.number for one in marks(desk)] == [1, 2, 3]


@pytest.mark.parametrize("verdict", ["dismissed", "wrong"])
def test_a_dismissal_needs_a_reason(desk: Desk, verdict: RiskVerdict) -> None:
    found(desk, LATE)
    with pytest.raises(RefusedError, match=f"Say why {KEY} is {verdict}"):
        say(desk, verdict, " ")
    assert marks(desk) == ()


def test_a_risk_that_the_deal_has_not_cannot_be_marked(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="no risk `no_next_step` in acme now; it has none"):
        say(desk, "settled", key="no_next_step")
    found(desk, LATE)
    with pytest.raises(NotFoundError, match=f"it has `{KEY}`"):
        say(desk, "settled", key="no_next_step")
    found(desk)
    with pytest.raises(NotFoundError, match="it has none"):
        say(desk, "settled")


def test_what_was_sent_is_kept_and_acts_on_its_risk(desk: Desk) -> None:
    found(desk, LATE)
    made = handle(desk, Handled(verdict="sent", edited=True))
    assert (made.key, made.risk, made.since) == ("recover_timeline.ada-okafor", KEY, LATE.since)
    assert (made.verdict, made.edited, made.by) == ("sent", True, "rep")
    assert [(one.entry, one.verdict) for one in marks(desk)] == [("acme.e1", "acted")]
    assert ledger(desk)[0].open
    assert handle(desk, Handled(verdict="sent", edited=True)) == made
    assert len(marks(desk)) == 1


def test_what_was_put_off_or_not_wanted_acts_on_nothing(desk: Desk) -> None:
    found(desk, LATE)
    put_off = handle(desk, Handled(verdict="snoozed", until=ON + timedelta(days=1)))
    not_wanted = handle(desk, Handled(verdict="dismissed", reason="Not my style."))
    with desk.store.read("default") as unit:
        assert unit.marks.on_actions("acme") == (put_off, not_wanted)
    assert marks(desk) == ()


def test_an_action_may_answer_no_risk(desk: Desk) -> None:
    made = handle(desk, Handled(verdict="done"), NextAction(intent="send_material"))
    assert (made.risk, made.since, made.key) == ("", None, "send_material")
    assert marks(desk) == ()


@pytest.mark.parametrize("until", [None, ON, ON - timedelta(days=1)])
def test_it_is_put_off_to_a_day_that_is_ahead(desk: Desk, until: date | None) -> None:
    with pytest.raises(RefusedError, match="which day after 2026-03-20"):
        handle(desk, Handled(verdict="snoozed", until=until))


def test_a_muted_rule_is_told_of_when_it_speaks_again(desk: Desk) -> None:
    with desk.write() as unit:
        switch_rule(unit, "overdue_milestone", desk.acting(), "Too loud.", muted=True)
        (record,) = rule_records(unit)
    assert (record.muted, record.why) == (True, "rep muted it: Too loud.")
    assert found(desk, LATE).opened == ()
    say(desk, "acted")
    assert ledger(desk)[0].state == "muted"
    with desk.write() as unit:
        switch_rule(unit, "overdue_milestone", Acting(actor="kim", at=NOW), muted=False)
        assert muted_kinds(unit) == frozenset()
        (record,) = rule_records(unit)
    assert (record.raised, record.acted, record.muted) == (1, 1, False)
    assert len(found(desk, LATE).opened) == 1


def test_a_withdrawn_sources_words_leave_the_ledger(desk: Desk) -> None:
    word = Evidence(source="acme.s1", turn=1, start=0, end=9)
    found(desk, Risk(kind="budget_risk", basis="said", evidence=(word,)), LATE)
    with desk.write() as unit:
        forget_words(unit, "acme", "acme.s1", ON)
    said, late = ledger(desk)
    assert (said.settled_on, said.evidence, late.settled_on) == (ON, (), None)
