"""Undo: what still is as the decision left it is restored, and the proposal waits again."""

import pytest

from plan.proposals import Decision
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.errors import NothingToUndoError
from tools.desk.undoing import undo, undo_last

BOTH = edit("milestone", "pilot", due="2026-04-02", status="blocked")


def undo_it(desk: Desk, decision: str | None = None) -> Decision:
    with desk.write() as unit:
        if decision:
            return undo(unit, decision, desk.acting())
        return undo_last(unit, "acme", desk.acting())


def test_undo_restores_and_the_proposal_waits_again(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), BOTH)
    before = desk.plan()
    decision = desk.approve(proposal)
    undone = undo_it(desk)
    assert undone.undoes == decision.id
    assert desk.plan().model_copy(update={"version": before.version}) == before
    again = desk.proposal(proposal.id)
    assert (again.status, again.hash) == ("pending", proposal.hash)
    desk.approve(again)
    assert desk.due() == "2026-04-02"


def test_undo_leaves_what_was_changed_later_and_says_so(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), BOTH)
    decision = desk.approve(proposal)
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit("milestone", "pilot", due="2026-05-05"), desk.acting())
    undone = undo_it(desk, decision.id)
    assert desk.due() == "2026-05-05"
    assert desk.plan().milestones[0].status == "planned"
    assert any("2026-05-05" in note for note in undone.notes)
    assert desk.proposal(proposal.id).status == "stale"


def test_an_addition_is_taken_back_and_can_be_approved_again(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), edit("action", "a", "add", title="Book the room"))
    desk.approve(proposal)
    undo_it(desk)
    assert desk.plan().find("action", "a") is None
    desk.approve(desk.proposal(proposal.id))
    assert desk.plan().find("action", "a")


def test_a_rejection_is_taken_back(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), BOTH)
    desk.reject(proposal)
    undo_it(desk)
    assert desk.proposal(proposal.id).status == "pending"


def test_undo_of_the_last_goes_back_step_by_step(desk: Desk) -> None:
    for due in ("2026-04-01", "2026-04-02"):
        with desk.write() as unit:
            edit_by_hand(unit, "acme", edit("milestone", "pilot", due=due), desk.acting())
    assert [undo_it(desk).undoes, undo_it(desk).undoes] == ["acme.d3", "acme.d2"]
    assert desk.due() == "2026-03-27"
    with pytest.raises(NothingToUndoError):
        undo_it(desk)


def test_nothing_is_undone_twice(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), BOTH)
    decision = desk.approve(proposal)
    undo_it(desk, decision.id)
    with pytest.raises(NothingToUndoError, match="taken back before"):
        undo_it(desk, decision.id)
    with pytest.raises(NothingToUndoError, match="Opening"):
        undo_it(desk, "acme.d1")


def test_an_undo_can_be_undone(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), BOTH)
    desk.approve(proposal)
    back = undo_it(desk)
    undo_it(desk, back.id)
    assert desk.due() == "2026-04-02"
