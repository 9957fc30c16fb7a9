"""What a proposal needs is what waits now of what is decided, however far it goes."""

import pytest

from plan.errors import RefusedError
from plan.proposals import Proposal
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.errors import NeedsError
from tools.desk.undoing import undo

UMA = edit("stakeholder", "uma-berg", "add", name="Uma Berg", side="buyer")
JON = edit("stakeholder", "jon-ek", "add", name="Jon Ek", side="buyer", reports_to="uma-berg")
LIST = edit("action", "send-list", "add", title="Send the list", owner="jon-ek")


def published(desk: Desk) -> dict[str, Proposal]:
    return {one.edit.id: one for one in desk.publish(desk.source(9), UMA, JON, LIST)}


def test_what_is_needed_may_need_something_itself(desk: Desk) -> None:
    found = published(desk)
    desk.approve(found["send-list"], with_needs=True)
    assert {one.id for one in desk.plan().stakeholders} == {"ada-okafor", "uma-berg", "jon-ek"}
    assert {desk.proposal(one.id).status for one in found.values()} == {"approved"}
    with desk.store.read("default") as unit:
        decided = [one.proposal for one in unit.decisions.of("acme")[1:]]
    assert decided == [found[name].id for name in ("uma-berg", "jon-ek", "send-list")]


def test_somebody_new_whom_a_person_names_when_approving_is_needed_too(desk: Desk) -> None:
    found = published(desk)
    with pytest.raises(NeedsError) as told:
        desk.approve(found["send-list"], owner="uma-berg")
    assert told.value.needs == (found["uma-berg"].id,)
    desk.approve(found["send-list"], with_needs=True, owner="uma-berg")
    assert desk.proposal(found["jon-ek"].id).status == "pending"


def test_an_addition_that_was_taken_back_is_needed_again(desk: Desk) -> None:
    (uma,) = desk.publish(desk.source(9), UMA)
    approval = desk.approve(uma)
    (owned,) = desk.publish(
        desk.source(10), edit("action", "send-list", "add", title="Send it", owner="uma-berg")
    )
    assert owned.needs == ()
    with desk.write() as unit:
        undo(unit, approval.id, desk.acting())
    with pytest.raises(NeedsError) as told:
        desk.approve(owned)
    assert told.value.needs == (uma.id,)
    desk.approve(owned, with_needs=True)
    assert desk.plan().person("uma-berg")


def test_when_what_is_needed_is_refused_nothing_is_approved(desk: Desk) -> None:
    found = published(desk)
    desk.reject(found["uma-berg"])
    before = desk.plan()
    with pytest.raises(RefusedError, match="no person `uma-berg`"):
        desk.approve(found["send-list"], with_needs=True)
    assert desk.plan() == before
    assert desk.proposal(found["jon-ek"].id).status == "pending"
