"""Undo: taking back a decision, with new events and the proposal waiting again."""

from memory.base import Unit
from plan.events import Event
from plan.models import Plan
from plan.proposals import Decision, Proposal
from plan.standing import stand
from plan.undo import undo as taken_back
from tools.desk.errors import NothingToUndoError
from tools.desk.gate import Acting, next_decision, pass_through


def undo_last(unit: Unit, deal: str, by: Acting) -> Decision:
    """Take back the deal's last decision that still stands.

    Raises:
        NotFoundError: No such deal.
        NothingToUndoError: There is none.
    """
    unit.plans.lock(deal)
    for decision in reversed(unit.decisions.of(deal)):
        if decision.verdict not in ("undo", "open") and decision.undone_by is None:
            return undo(unit, decision.id, by)
    raise NothingToUndoError(f"Nothing in {deal} was decided that could be taken back.")


def undo(unit: Unit, decision_id: str, by: Acting) -> Decision:
    """Take back one decision: what still is as it left it is restored, the rest stays and is told.

    Raises:
        NotFoundError: No such decision.
        NothingToUndoError: It was taken back before, or nothing of it is left to restore.
    """
    unit.plans.lock(unit.decisions.get(decision_id).deal)
    target = unit.decisions.get(decision_id)
    if target.undone_by:
        raise NothingToUndoError(f"{target.id} was taken back before, by {target.undone_by}.")
    if target.verdict == "open":
        raise NothingToUndoError("Opening a deal cannot be taken back.")
    number, stamp = next_decision(unit, target.deal, by)
    undone = taken_back(unit.plans.current(target.deal), _events(unit, target), stamp)
    if target.first_event and not undone.events:
        raise NothingToUndoError(f"Nothing of {target.id} is left. {' '.join(undone.notes)}")
    decision = Decision(
        id=stamp.cause,
        deal=target.deal,
        number=number,
        verdict="undo",
        actor=by.actor,
        at=by.at,
        undoes=target.id,
        proposal=target.proposal,
        notes=undone.notes,
    )
    unit.decisions.replace(target.model_copy(update={"undone_by": decision.id}))
    passed = pass_through(unit, undone.plan, undone.events, decision)
    if target.proposal:
        unit.proposals.replace(_waiting_again(unit.proposals.get(target.proposal), undone.plan))
    return passed


def _events(unit: Unit, decision: Decision) -> tuple[Event, ...]:
    if decision.first_event is None:
        return ()
    return unit.plans.events(decision.deal, decision.first_event - 1, decision.last_event)


def _waiting_again(proposal: Proposal, plan: Plan) -> Proposal:
    return stand(proposal.model_copy(update={"status": "pending"}), plan)
