"""Opening a deal."""

from memory.base import Unit
from plan.decide import opening
from plan.errors import RefusedError
from plan.fold import fold
from plan.models import Plan
from plan.proposals import Decision
from tools.desk.gate import Acting, next_decision, pass_through


def open_deal(unit: Unit, plan: Plan, by: Acting) -> Plan:
    """Open a deal with the plan it starts from; returns the plan at its first version.

    Raises:
        RefusedError: The deal is there already, or the plan contradicts itself.
    """
    deal = plan.deal.id
    if unit.plans.exists(deal):
        raise RefusedError(f"There is a deal `{deal}` already; choose another id.")
    number, stamp = next_decision(unit, deal, by)
    events = opening(plan, stamp)
    opened = fold(events)
    decision = Decision(
        id=stamp.cause, deal=deal, number=number, verdict="open", actor=by.actor, at=by.at
    )
    pass_through(unit, opened, events, decision, by.moment)
    return opened
