"""Approving, editing, rejecting: what was looked at, once, and for the record."""

import threading

import pytest

from plan.errors import RefusedError
from plan.proposals import Decision
from tests.integration.tools.desk.acme import Desk, edit
from tools.desk.editing import edit_by_hand
from tools.desk.errors import AlreadyDecidedError, ChangedError, DeskError, NeedsError

MOVE = edit("milestone", "pilot", due="2026-04-02")
UMA = edit("stakeholder", "uma-berg", "add", name="Uma Berg", side="buyer")
LIST = edit("action", "send-list", "add", title="Send the list", owner="uma-berg")


def test_an_approval_changes_the_plan_with_its_words_and_tells_the_world(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    decision = desk.approve(proposal)
    assert desk.due() == "2026-04-02"
    with desk.store.read("default") as unit:
        (event,) = unit.plans.events("acme", after=1)
        rows = unit.outbox.waiting(10)
    assert (event.cause, event.actor) == (decision.id, "rep")
    assert event.evidence == proposal.edit.evidence
    assert [row.decision for row in rows][-1] == decision.id


def test_an_edited_approval_keeps_what_was_proposed_and_what_was_decided(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    decision = desk.approve(proposal, due="2026-04-07", status="in_progress")
    assert (decision.proposed, decision.decided) == (
        {"due": "2026-04-02"},
        {"due": "2026-04-07", "status": "in_progress"},
    )
    assert desk.due() == "2026-04-07"


def test_the_same_decision_again_is_the_same_answer_and_another_one_is_refused(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    first = desk.approve(proposal)
    assert desk.approve(proposal) == first
    told = r"approved by rep \(acme.d"
    with pytest.raises(AlreadyDecidedError, match=told):
        desk.approve(proposal, actor="manager")
    with pytest.raises(AlreadyDecidedError, match=told):
        desk.approve(proposal, due="2026-04-20")
    with pytest.raises(AlreadyDecidedError, match=told):
        desk.reject(proposal)


def test_of_two_approvals_at_once_one_wins_and_the_other_is_told(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    answers: list[Decision | DeskError] = []

    def approve(actor: str) -> None:
        try:
            answers.append(desk.approve(proposal, actor=actor))
        except DeskError as error:
            answers.append(error)

    threads = [threading.Thread(target=approve, args=(actor,)) for actor in ("ann", "bob")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(one).__name__ for one in answers) == ["AlreadyDecidedError", "Decision"]
    assert desk.plan().version == 2


def test_a_proposal_whose_field_was_changed_turns_stale_and_shows_both_values(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    with desk.write() as unit:
        edit_by_hand(unit, "acme", edit("milestone", "pilot", due="2026-05-05"), desk.acting())
    stale = desk.proposal(proposal.id)
    assert (stale.status, stale.before, stale.edit.set) == (
        "stale",
        {"due": "2026-05-05"},
        {"due": "2026-04-02"},
    )
    with pytest.raises(ChangedError, match="2026-05-05"):
        desk.approve(proposal)
    desk.approve(stale)
    assert desk.due() == "2026-04-02"


def test_a_field_that_somebody_set_to_the_proposed_value_is_dropped(desk: Desk) -> None:
    (proposal,) = desk.publish(
        desk.source(9), edit("milestone", "pilot", due="2026-04-02", status="blocked")
    )
    with desk.write() as unit:
        edit_by_hand(unit, "acme", MOVE, desk.acting())
    left = desk.proposal(proposal.id)
    assert (left.status, left.edit.set) == ("pending", {"status": "blocked"})


@pytest.mark.parametrize("first", ["person", "action"])
def test_a_new_person_and_what_they_own_are_approved_in_either_order(
    desk: Desk, first: str
) -> None:
    person, action = desk.publish(desk.source(9), UMA, LIST)
    if person.edit.entity == "action":
        person, action = action, person
    if first == "person":
        desk.approve(person)
        desk.approve(action)
    else:
        with pytest.raises(NeedsError) as told:
            desk.approve(action)
        assert told.value.needs == (person.id,)
        assert desk.plan().version == 1
        desk.approve(action, with_needs=True)
        assert desk.proposal(person.id).status == "approved"
    assert desk.plan().actions[-1].owner == "uma-berg"


def test_an_action_can_be_approved_for_another_owner_without_the_new_person(desk: Desk) -> None:
    proposals = desk.publish(desk.source(9), UMA, LIST)
    action = next(one for one in proposals if one.edit.entity == "action")
    desk.approve(action, owner="ada-okafor")
    assert desk.plan().actions[-1].owner == "ada-okafor"
    assert desk.plan().person("uma-berg") is None


def test_rejecting_a_person_flags_what_needed_them(desk: Desk) -> None:
    proposals = desk.publish(desk.source(9), UMA, LIST)
    person = next(one for one in proposals if one.edit.entity == "stakeholder")
    action = next(one for one in proposals if one.edit.entity == "action")
    decision = desk.reject(person)
    assert (decision.verdict, decision.reason) == ("reject", "no")
    assert "rejected" in desk.proposal(action.id).warnings[-1]
    with pytest.raises(RefusedError, match="no person `uma-berg`"):
        desk.approve(action)


def test_a_refused_approval_changes_nothing(desk: Desk) -> None:
    (proposal,) = desk.publish(desk.source(9), MOVE)
    with pytest.raises(RefusedError):
        desk.approve(proposal, due="2020-01-01")
    assert desk.proposal(proposal.id).status == "pending"
    assert desk.plan().version == 1
