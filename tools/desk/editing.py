"""Changes that people make by hand: decided like all others, with no words behind them."""

from memory.base import Unit
from plan.decide import decide_all
from plan.edits import Edit
from plan.errors import RefusedError
from plan.ids import new_id
from plan.models import COLLECTIONS
from plan.proposals import Decision
from tools.desk.gate import Acting, next_decision, pass_through


def edit_by_hand(unit: Unit, deal: str, edit: Edit, by: Acting) -> Decision:
    """Make a person's own edit.

    Raises:
        NotFoundError: No such deal.
        RefusedError: The edit breaks a rule or changes nothing, or adds something under an id
            that the deal has ever given to anything, by a plan or by a proposal.
    """
    unit.plans.lock(deal)
    number, stamp = next_decision(unit, deal, by)
    edit = edit.model_copy(update={"evidence": ()})
    if edit.op == "add" and edit.id in unit.plans.used_ids(deal):
        raise RefusedError(f"The id `{edit.id}` was given before in {deal}; choose another.")
    events, plan = decide_all(unit.plans.current(deal), [edit], stamp)
    decision = Decision(
        id=stamp.cause,
        deal=deal,
        number=number,
        verdict="edit",
        actor=by.actor,
        at=by.at,
        decided=events[0].after,
    )
    return pass_through(unit, plan, events, decision, by.moment)


def with_id(unit: Unit, deal: str, edit: Edit) -> Edit:
    """The edit with its id: an addition without one gets it from its name, free in the deal.

    Of the deal and its plan there is one, so their edits need no id.

    Raises:
        NotFoundError: No such deal.
    """
    if edit.entity not in COLLECTIONS:
        return edit.model_copy(update={"id": edit.entity})
    if edit.op == "update" or edit.id:
        return edit
    unit.plans.lock(deal)
    free = new_id(edit.entity, edit.set, unit.plans.used_ids(deal))
    return edit.model_copy(update={"id": free})
