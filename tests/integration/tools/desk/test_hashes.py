"""A decision names the hash of what was looked at; on anything else it is not taken."""

import pytest

from plan.proposals import Proposal
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.errors import AlreadyDecidedError, ChangedError

MOVE = edit("milestone", "pilot", due="2026-04-02")


def moved_on(desk: Desk) -> tuple[Proposal, Proposal]:
    """A proposal as somebody looked at it, and as it is by now."""
    (proposal,) = desk.publish(desk.source(9), MOVE)
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit("milestone", "pilot", due="2026-05-05"), desk.acting())
    return proposal, desk.proposal(proposal.id)


def test_what_moved_on_is_not_rejected_unseen(desk: Desk) -> None:
    seen, now = moved_on(desk)
    with pytest.raises(ChangedError, match="2026-05-05"):
        desk.reject(seen)
    assert desk.proposal(now.id) == now
    desk.reject(now)
    assert desk.proposal(now.id).status == "rejected"


def test_a_decision_again_on_another_hash_is_another_decision(desk: Desk) -> None:
    seen, now = moved_on(desk)
    decision = desk.approve(now)
    assert desk.approve(now) == decision
    with pytest.raises(AlreadyDecidedError, match=decision.id):
        desk.approve(seen)


def test_a_rejection_again_is_the_same_answer_and_anothers_is_refused(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    decision = desk.reject(proposal)
    assert desk.reject(proposal) == decision
    with pytest.raises(AlreadyDecidedError, match=r"was rejected by rep \(acme.d2\)"):
        desk.reject(proposal, actor="manager")


def test_what_nobody_decided_and_does_not_wait_cannot_be_decided(desk: Desk) -> None:
    (old,) = desk.publish(desk.source(9), MOVE)
    desk.publish(desk.source(10), edit("milestone", "pilot", due="2026-04-09"))
    with pytest.raises(AlreadyDecidedError, match="superseded and cannot be decided"):
        desk.approve(old)
