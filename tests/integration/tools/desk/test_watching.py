"""The ledger at work: every event brings it up to the deal's own day, in the same transaction."""

from datetime import UTC, date, datetime

import pytest

from memory.records import Wake
from plan.edits import Edit
from plan.observations import Absence, Engagement, Risk
from plan.readings import Reading, Trace
from plan.sources import Evidence
from plan.watch.entries import Entry
from tests.integration.tools.desk.acme import NOW, Desk
from tools.desk.editing import edit_by_hand
from tools.desk.gate import Acting
from tools.desk.marking import switch_rule
from tools.desk.moment import Moment
from tools.desk.publishing import publish
from tools.desk.watching import watch

FAR = date(2099, 1, 1)
TODAY = NOW.date()
OVERDUE = "overdue_milestone.pilot"


def ledger(desk: Desk) -> dict[str, Entry]:
    with desk.store.read("default") as unit:
        return {one.key: one for one in unit.ledger.of("acme")}


def wakes(desk: Desk) -> date | None:
    with desk.store.read("default") as unit:
        (wake,) = unit.wakes.due(FAR)
    return wake.on


def change(desk: Desk, acting: Acting, **values: str) -> None:
    edit = Edit.model_validate(
        {"op": "update", "entity": "milestone", "id": "pilot", "set": values}
    )
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit, acting)


def hear(desk: Desk, *risks: Risk, away: Absence | None = None) -> str:
    """Publish a reading of today's call in which Ada says the risks."""
    source = desk.source(TODAY.day)
    words = (Evidence(source=source, turn=1, start=0, end=18),)
    reading = Reading(
        source=source,
        n=1,
        plan_version=1,
        engagement=(Engagement(person="ada-okafor", on=TODAY),),
        risks=tuple(one.model_copy(update={"basis": "said", "evidence": words}) for one in risks),
        absences=(away,) if away else (),
        trace=Trace(reader="scripted"),
        finished_at=NOW,
    )
    with desk.write() as unit:
        unit.readings.keep(reading)
        publish(unit, source, 1, NOW)
    return source


def test_opening_a_deal_opens_what_the_rules_find(desk: Desk) -> None:
    entry = ledger(desk)["action_overdue.send-form"]
    assert (entry.opened_on, entry.told_on, entry.settled_on) == (TODAY, TODAY, None)
    assert OVERDUE not in ledger(desk)


def test_a_published_reading_opens_what_was_said(desk: Desk) -> None:
    hear(desk, Risk(kind="blocker_raised", severity="high", milestones=("pilot",)))
    entry = ledger(desk)["blocker_raised.pilot"]
    assert (entry.opened_on, entry.state) == (TODAY, "high")


def test_a_decision_opens_and_settles(desk: Desk) -> None:
    change(desk, desk.acting(), due="2026-03-13")
    assert ledger(desk)[OVERDUE].open
    change(desk, desk.acting(), status="done")
    assert ledger(desk)[OVERDUE].settled_on == TODAY


def test_a_deal_without_a_time_zone_is_looked_at_by_the_callers(desk: Desk) -> None:
    late = datetime(2026, 3, 27, 23, 30, tzinfo=UTC)
    change(desk, Acting(actor="rep", at=late), title="The pilot")
    before = ledger(desk).get(OVERDUE)
    change(desk, Acting(actor="rep", at=late, zone="Pacific/Auckland"), title="Pilot")
    assert before is None
    assert ledger(desk)[OVERDUE].opened_on == date(2026, 3, 28)


def test_a_decision_that_comes_to_nothing_changes_no_ledger(desk: Desk) -> None:
    before, day = ledger(desk), wakes(desk)
    with pytest.raises(RuntimeError, match="the end"):
        _cut_short(desk)
    assert (ledger(desk), wakes(desk)) == (before, day)


def _cut_short(desk: Desk) -> None:
    edit = Edit(op="update", entity="milestone", id="pilot", set={"due": "2026-03-13"})
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit, desk.acting())
        assert any(one.key == OVERDUE for one in unit.ledger.of("acme"))
        raise RuntimeError("the end")


def test_looking_again_changes_and_tells_nothing(desk: Desk) -> None:
    hear(desk, Risk(kind="budget_risk"))
    before, day = ledger(desk), wakes(desk)
    with desk.write() as unit:
        found = watch(unit, "acme", Moment(NOW, "UTC"))
    assert (found.opened, found.renewed, found.worsened, found.settled) == ((), (), (), ())
    assert (ledger(desk), wakes(desk)) == (before, day)


def test_a_deal_wakes_when_its_risks_may_change(desk: Desk) -> None:
    assert wakes(desk) is not None
    for day in range(21, 29):
        at = Moment(datetime(2026, 3, day, 12, tzinfo=UTC), "UTC")
        foreseen, before = wakes(desk), {key: one.state for key, one in ledger(desk).items()}
        with desk.write() as unit:
            watch(unit, "acme", at)
        if {key: one.state for key, one in ledger(desk).items()} != before:
            assert foreseen == at.now.date()


def test_a_deal_wakes_when_an_absence_begins(desk: Desk) -> None:
    begins = date(2026, 3, 21)
    away = Absence(person="ada-okafor", since=begins, until=date(2026, 6, 1))
    hear(desk, away=away)
    assert wakes(desk) == begins


def test_a_deal_wakes_when_what_was_said_is_quiet_no_longer(desk: Desk) -> None:
    ends = date(2026, 3, 21)
    hear(desk, Risk(kind="budget_risk", quiet_until=ends, quiet_why="Agreed."))
    assert ledger(desk)["budget_risk"].state == "quiet"
    assert wakes(desk) == ends


def test_what_is_muted_is_no_alarm(desk: Desk) -> None:
    with desk.write() as unit:
        switch_rule(unit, "overdue_milestone", desk.acting(), "Too loud.", muted=True)
    change(desk, desk.acting(), due="2026-03-13")
    assert (ledger(desk)[OVERDUE].state, ledger(desk)[OVERDUE].told_on) == ("muted", None)


def test_a_deal_is_due_from_its_day_on(desk: Desk) -> None:
    day = wakes(desk)
    assert day is not None
    with desk.store.read("default") as unit:
        assert unit.wakes.due(TODAY) == ()
        assert unit.wakes.due(day) == (Wake("acme", day, None, None),)
