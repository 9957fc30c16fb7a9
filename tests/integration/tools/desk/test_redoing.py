"""Taking back an undo: what it had taken back stands again, and so does its proposal's status."""

from collections.abc import Callable

import pytest

from plan.proposals import Decision, Proposal
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.errors import AlreadyDecidedError, NothingToUndoError
from tools.desk.undoing import undo, undo_last

MOVE = edit("milestone", "pilot", due="2026-04-02")
ROOM = edit("action", "book-room", "add", title="Book the room")


def undo_it(desk: Desk, decision: Decision) -> Decision:
    with desk.write() as unit:
        return undo(unit, decision.id, desk.acting())


def stands(desk: Desk, decision: Decision) -> bool:
    with desk.store.read("default") as unit:
        return unit.decisions.get(decision.id).undone_by is None


def reject(desk: Desk, proposal: Proposal) -> Decision:
    return desk.reject(proposal)


def approve(desk: Desk, proposal: Proposal) -> Decision:
    return desk.approve(proposal)


@pytest.mark.parametrize(
    ("decide", "status"), [(approve, "approved"), (reject, "rejected")], ids=["approve", "reject"]
)
def test_a_decision_stands_again_as_often_as_one_changes_ones_mind(
    desk: Desk, decide: Callable[[Desk, Proposal], Decision], status: str
) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    decision = last = decide(desk, proposal)
    decided = desk.plan()
    for turn in range(4):
        last = undo_it(desk, last)
        again = turn % 2 == 1
        assert stands(desk, decision) == again
        assert desk.proposal(proposal.id).status == (status if again else "pending")
        same = desk.plan().model_copy(update={"version": decided.version}) == decided
        assert same == (again or status == "rejected")


def test_an_addition_that_is_back_does_not_wait_to_be_added(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), ROOM)
    undo_it(desk, undo_it(desk, desk.approve(proposal)))
    assert desk.plan().find("action", "book-room")
    assert desk.proposal(proposal.id).status == "approved"
    (change,) = desk.publish(desk.source(10), edit("action", "book-room", due="2026-03-25"))
    assert change.needs == ()
    desk.approve(change)


def test_the_last_decision_is_then_the_one_that_stands_again(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit("milestone", "pilot", status="blocked"), desk.acting())
    approval = desk.approve(proposal)
    undo_it(desk, undo_it(desk, approval))
    with desk.write() as unit:
        assert undo_last(unit, "acme", desk.acting()).undoes == approval.id


@pytest.mark.parametrize("decide", [approve, reject])
def test_an_undo_stays_when_the_proposal_was_decided_anew_since(
    desk: Desk, decide: Callable[[Desk, Proposal], Decision]
) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    undone = undo_it(desk, desk.reject(proposal))
    anew = decide(desk, desk.proposal(proposal.id))
    plan, status = desk.plan(), desk.proposal(proposal.id).status
    with pytest.raises(NothingToUndoError, match=f"decided anew since, by {anew.id}"):
        undo_it(desk, undone)
    assert (desk.plan(), desk.proposal(proposal.id).status) == (plan, status)


def test_what_stands_again_is_what_the_same_decision_again_answers(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    approval = desk.approve(proposal)
    undo_it(desk, undo_it(desk, approval))
    assert desk.approve(proposal).id == approval.id
    with pytest.raises(AlreadyDecidedError, match=approval.id):
        desk.reject(proposal)
