from collections.abc import Iterator
from datetime import date

import pytest

from memory.sql import SqlStore
from plan.observations import Engagement
from plan.readings import Reading, Trace
from tests.integration.tools.desk.acme import NOW, PLAN, Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.opening import open_deal
from tools.desk.publishing import publish
from tools.desk.undoing import undo_last


@pytest.fixture
def desk(database_url: str) -> Iterator[Desk]:
    """The deal `acme` after a busy week: of everything that a history can hold, there is some."""
    store = SqlStore(database_url)
    store.upgrade()
    here = Desk(store)
    with here.write() as unit:
        open_deal(unit, PLAN, here.acting())
    _busy_week(here)
    yield here
    store.close()


def _busy_week(desk: Desk) -> None:
    first = desk.source(9)
    uma = edit("stakeholder", "uma-berg", "add", name="Uma Berg", side="buyer")
    owned = edit("action", "send-list", "add", title="Send the list", owner="uma-berg")
    move = edit("milestone", "pilot", due="2026-04-02", status="blocked")
    moved, *new = desk.publish(first, move, uma, owned)
    desk.publish(desk.source(10), edit("milestone", "pilot", due="2026-04-09"))
    desk.publish(desk.source(8), edit("milestone", "pilot", due="2026-04-01"))
    action = next(one for one in new if one.edit.entity == "action")
    desk.approve(action, with_needs=True, due="2026-03-25")
    desk.reject(desk.proposal("acme.p4"))
    assert desk.proposal(moved.id).status == "superseded"
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit("deal", "deal", stage="proposal"), desk.acting("kim"))
    with desk.write() as unit:
        undo_last(unit, "acme", desk.acting())
    heard, begun, read, failed = (desk.source(day) for day in (11, 12, 13, 14))
    _keep(desk, heard, date(2026, 3, 11))
    _keep(desk, read, date(2026, 3, 13))
    with desk.write() as unit:
        publish(unit, heard, 1, NOW)
        unit.sources.ask_again(first)
        unit.sources.set_status(failed, "failed", "The model was away.")
        unit.sources.set_status(begun, "reading")


def _keep(desk: Desk, source: str, day: date) -> None:
    """Keep a reading that heard Ada and found nothing else; it is not published."""
    reading = Reading(
        source=source,
        n=1,
        plan_version=1,
        engagement=(Engagement(person="ada-okafor", on=day),),
        trace=Trace(reader="scripted"),
        finished_at=NOW,
    )
    with desk.write() as unit:
        unit.readings.keep(reading)
