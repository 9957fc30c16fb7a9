"""The one gate: all that a decision changes is changed together or not at all.

That is events, plan, decision, outbox, open proposals, and the ledger of the deal's risks.
"""

from collections.abc import Sequence
from datetime import datetime

from memory.base import Unit
from memory.records import OutboxRow
from plan.events import Event, Stamp
from plan.models import Frozen, Plan
from plan.proposals import Decision
from plan.standing import OPEN, restand
from tools.desk.moment import Moment
from tools.desk.watching import watch


class Acting(Frozen):
    """Who acts and when: from the caller's context, never from a request's body.

    Attributes:
        actor: Who.
        at: When, UTC.
        zone: The time zone of deals that name none.
    """

    actor: str
    at: datetime
    zone: str = "UTC"

    @property
    def moment(self) -> Moment:
        """When it is."""
        return Moment(self.at, self.zone)


def next_decision(unit: Unit, deal: str, by: Acting) -> tuple[int, Stamp]:
    """The number of the deal's next decision, and the stamp for the events it causes."""
    number = unit.decisions.next_number(deal)
    return number, Stamp(at=by.at, actor=by.actor, cause=decision_id(deal, number))


def decision_id(deal: str, number: int) -> str:
    """How a decision is called."""
    return f"{deal}.d{number}"


def pass_through(
    unit: Unit, plan: Plan, events: Sequence[Event], decision: Decision, moment: Moment
) -> Decision:
    """Make a decision real.

    Args:
        unit: The transaction, holding the deal's lock.
        plan: The plan after the events.
        events: What the decision causes; none for a rejection.
        decision: The decision, without the events it caused.
        moment: When it is; the deal's risks are those of its own day then.

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
        watch(unit, plan.deal.id, moment)
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
