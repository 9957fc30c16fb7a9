"""The one gate: events, plan, decision, outbox and open proposals change together or not at all."""

from collections.abc import Sequence
from datetime import datetime

from memory.base import Unit
from memory.records import OutboxRow
from plan.events import Event, Stamp
from plan.models import Frozen, Plan
from plan.proposals import Decision
from plan.standing import OPEN, restand


class Acting(Frozen):
    """Who acts and when (UTC): from the caller's context, never from a request's body."""

    actor: str
    at: datetime


def next_decision(unit: Unit, deal: str, by: Acting) -> tuple[int, Stamp]:
    """The number of the deal's next decision, and the stamp for the events it causes."""
    number = unit.decisions.next_number(deal)
    return number, Stamp(at=by.at, actor=by.actor, cause=decision_id(deal, number))


def decision_id(deal: str, number: int) -> str:
    """How a decision is called."""
    return f"{deal}.d{number}"


def pass_through(unit: Unit, plan: Plan, events: Sequence[Event], decision: Decision) -> Decision:
    """Make a decision real.

    Args:
        unit: The transaction, holding the deal's lock.
        plan: The plan after the events.
        events: What the decision causes; none for a rejection.
        decision: The decision, without the events it caused.

    Raises:
        ConflictError: The deal moved on since it was loaded.
    """
    if events:
        decision = decision.model_copy(
            update={"first_event": events[0].seq, "last_event": events[-1].seq}
        )
        unit.plans.append(plan, events, expected=events[0].seq - 1)
        unit.outbox.add(_news(decision, events))
    unit.decisions.add(decision)
    if events:
        for moved in restand(unit.proposals.find(plan.deal.id, OPEN), plan):
            unit.proposals.replace(moved)
    return decision


def _news(decision: Decision, events: Sequence[Event]) -> OutboxRow:
    changes = [
        event.model_dump(mode="json", include={"type", "entity", "id", "before", "after"})
        for event in events
    ]
    return OutboxRow(
        id=decision.id,
        deal=decision.deal,
        decision=decision.id,
        payload={"actor": decision.actor, "changes": changes},
        created_at=decision.at,
    )
