"""How bad a said risk is: by rule, from the plan on a day, and not by how it was said.

`urgent` is a risk that names an open milestone which a signature waits for and which is due
within 14 days or overdue; `late in the sale`, one of a deal in proposal or negotiation, or with
30 days or less to its close date.

- blocker_raised: high if it names a milestone that a signature waits for, or one due within 14
  days, or none at all; else medium.
- stakeholder_departure: low for a leave, the seller's own people and low influence; high for a
  champion, sponsor, decision maker or economic buyer, and for high influence; else medium.
- budget_risk: high if urgent or late in the sale; else medium.
- competitor_threat: high if late in the sale; else medium.
- priority_shift: high.
- champion_weakening: high if nobody else on the buyer's side is positive; else medium.
- scope_change: high if urgent; else medium.

The reader's own figure is a hint where words alone tell: a departure that it calls low is a
leave. An ended deal is no longer sold: nothing in it is late.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from agent.said.leaves import back_on
from plan.models import Milestone, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.risks.situation import CLOSED
from plan.schedule import FINISHED, upstream
from plan.values import RiskKind, Severity

SOON, CLOSING = 14, 30
"""Days within which a milestone, and the close date, are near."""
WEIGHTY = frozenset({"champion", "executive_sponsor", "decision_maker", "economic_buyer"})
"""Roles without which there is no deal."""
LATE = frozenset({"proposal", "negotiation"})


@dataclass(frozen=True)
class Around:
    """What a risk is judged by.

    Attributes:
        plan: The plan as it would be with all that is proposed.
        on: The day.
        absences: Who is said to be away until when, here and before.
    """

    plan: Plan
    on: date
    absences: tuple[Absence, ...] = ()

    def named(self, risk: Risk) -> list[Milestone]:
        """The open milestones that a risk names."""
        there = (one for one in self.plan.milestones if one.id in risk.milestones)
        return [one for one in there if one.status not in FINISHED]

    def near(self, milestone: Milestone) -> bool:
        """Whether it is due soon, or overdue."""
        return milestone.due is not None and (milestone.due - self.on).days <= SOON

    def signing(self, milestone: Milestone) -> bool:
        """Whether it is an open signature, or one waits for it."""
        waits = (one for one in self.plan.milestones if one.kind == "signature")
        return any(
            milestone.id == one.id or milestone.id in upstream(self.plan, one.id)
            for one in waits
            if one.status not in FINISHED
        )

    def urgent(self, risk: Risk) -> bool:
        """Whether it touches a step on the way to signature that is due soon."""
        return any(self.near(one) and self.signing(one) for one in self.named(risk))

    @property
    def late(self) -> bool:
        """Whether the sale is near its end."""
        deal = self.plan.deal
        if deal.stage in CLOSED:
            return False
        closes = deal.close_date is not None and (deal.close_date - self.on).days <= CLOSING
        return deal.stage in LATE or closes


def weighed(risk: Risk, around: Around) -> Risk:
    """The risk with its severity by rule; one of another sort than said keeps its own."""
    rule = SEVERITIES.get(risk.kind)
    return risk.model_copy(update={"severity": rule(risk, around)}) if rule else risk


def _blocker(risk: Risk, around: Around) -> Severity:
    named = around.named(risk)
    grave = any(around.signing(one) or around.near(one) for one in named)
    return "high" if grave or not named else "medium"


def _departure(risk: Risk, around: Around) -> Severity:
    found = (around.plan.person(one) for one in risk.stakeholders)
    people = [one for one in found if one is not None]
    leave = risk.severity == "low" or back_on(risk, around.absences) is not None
    if leave or (people and all(_is_minor(one) for one in people)):
        return "low"
    return "high" if any(_is_weighty(one) for one in people) else "medium"


def _is_minor(person: Stakeholder) -> bool:
    return person.side == "seller" or person.influence == "low"


def _is_weighty(person: Stakeholder) -> bool:
    return person.influence == "high" or not WEIGHTY.isdisjoint(person.roles)


def _budget(risk: Risk, around: Around) -> Severity:
    return "high" if around.urgent(risk) or around.late else "medium"


def _competitor(_: Risk, around: Around) -> Severity:
    return "high" if around.late else "medium"


def _priority(_: Risk, __: Around) -> Severity:
    return "high"


def _weakening(risk: Risk, around: Around) -> Severity:
    others = (one for one in around.plan.stakeholders if one.id not in risk.stakeholders)
    warm = [
        one for one in others if one.active and one.side == "buyer" and one.sentiment == "positive"
    ]
    return "medium" if warm else "high"


def _scope(risk: Risk, around: Around) -> Severity:
    return "high" if around.urgent(risk) else "medium"


SEVERITIES: Mapping[RiskKind, Callable[[Risk, Around], Severity]] = {
    "blocker_raised": _blocker,
    "stakeholder_departure": _departure,
    "budget_risk": _budget,
    "competitor_threat": _competitor,
    "priority_shift": _priority,
    "champion_weakening": _weakening,
    "scope_change": _scope,
}
