"""Changes that people make by hand: decided like all others, with no words behind them."""

from memory.base import Unit
from plan.decide import decide_all
from plan.edits import Edit
from plan.proposals import Decision
from tools.desk.gate import Acting, next_decision, pass_through


def edit_by_hand(unit: Unit, deal: str, edit: Edit, by: Acting) -> Decision:
    """Make a person's own edit.

    Raises:
        NotFoundError: No such deal.
        RefusedError: The edit breaks a rule or changes nothing.
    """
    unit.plans.lock(deal)
    number, stamp = next_decision(unit, deal, by)
    edit = edit.model_copy(update={"evidence": ()})
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
    return pass_through(unit, plan, events, decision)
