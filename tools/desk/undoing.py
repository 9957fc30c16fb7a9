"""Undo: taking back a decision, with new events and the proposal waiting again."""

from memory.base import Unit
from plan.events import Event
from plan.models import Plan
from plan.proposals import Decision, Proposal
from plan.standing import OPEN, stand
from plan.undo import undo as taken_back
from tools.desk.deciding import DECIDED, standing
from tools.desk.errors import NothingToUndoError
from tools.desk.gate import Acting, next_decision, pass_through
from tools.desk.precedence import behind


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

    Taking back an undo lets what it took back stand again.

    Raises:
        NotFoundError: No such decision.
        NothingToUndoError: It was taken back before, its proposal was decided anew since, or
            nothing of it is left to restore.
    """
    unit.plans.lock(unit.decisions.get(decision_id).deal)
    target = unit.decisions.get(decision_id)
    _require_standing(unit, target)
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
    _turn(unit, decision)
    if target.proposal:
        _settle(unit, unit.proposals.get(target.proposal), undone.plan)
    return pass_through(unit, undone.plan, undone.events, decision, by.moment)


def _require_standing(unit: Unit, target: Decision) -> None:
    if target.undone_by:
        raise NothingToUndoError(f"{target.id} was taken back before, by {target.undone_by}.")
    if target.verdict == "open":
        raise NothingToUndoError("Opening a deal cannot be taken back.")
    anew = standing(unit, target.proposal) if target.proposal else None
    if anew and anew.id != _first_taken_back(unit, target).id:
        raise NothingToUndoError(f"{target.proposal} was decided anew since, by {anew.id}.")


def _first_taken_back(unit: Unit, decision: Decision) -> Decision:
    """What an undo goes back to, through all that was undone and done again; itself otherwise."""
    while decision.undoes:
        decision = unit.decisions.get(decision.undoes)
    return decision


def _events(unit: Unit, decision: Decision) -> tuple[Event, ...]:
    if decision.first_event is None:
        return ()
    return unit.plans.events(decision.deal, decision.first_event - 1, decision.last_event)


def _turn(unit: Unit, undoing: Decision) -> None:
    """Mark what an undo took back; what that had taken back itself stands again, and so on."""
    above, stands = undoing, False
    while above.undoes:
        below = unit.decisions.get(above.undoes)
        by = None if stands else above.id
        unit.decisions.replace(below.model_copy(update={"undone_by": by}))
        above, stands = below, not stands


def _settle(unit: Unit, proposal: Proposal, plan: Plan) -> None:
    """Bring a proposal to where the decisions that stand leave it, and older words behind it."""
    decided = standing(unit, proposal.id)
    status = DECIDED[decided.verdict] if decided else "pending"
    settled = proposal.model_copy(update={"status": status})
    unit.proposals.replace(settled if decided else stand(settled, plan))
    for one in unit.proposals.about(proposal.deal, proposal.edit.entity, proposal.edit.id):
        if one.status in OPEN:
            unit.proposals.replace(behind(unit, one))
