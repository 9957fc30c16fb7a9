"""A small healthy deal on 9 March 2026, a Monday, and what tests put into it or take out."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Unpack

from plan.models import Action, Deal, Milestone, Outcome, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.risks import derived_risks
from plan.risks.situation import Beside
from plan.values import ActionStatus, MilestoneKind, MilestoneStatus, RiskKind, Role, Side, Stage

ON = date(2026, 3, 9)
CLOSE = date(2026, 4, 30)


def ago(days: int) -> date:
    return ON - timedelta(days=days)


def ahead(days: int) -> date:
    return ON + timedelta(days=days)


def person(
    name: str,
    *roles: Role,
    heard: date | None = None,
    side: Side = "buyer",
    active: bool = True,
) -> Stakeholder:
    return Stakeholder(
        id=name.lower(), name=name, roles=roles, last_engaged=heard, side=side, active=active
    )


def milestone(
    item: str,
    due: date | None,
    *depends_on: str,
    owner: str | None = "ada",
    status: MilestoneStatus = "planned",
    kind: MilestoneKind = "other",
) -> Milestone:
    return Milestone(
        id=item,
        title=item.title(),
        due=due,
        depends_on=depends_on,
        owner=owner,
        status=status,
        kind=kind,
    )


def action(
    due: date | None,
    status: ActionStatus = "open",
    *,
    title: str = "Step",
    owner: str | None = None,
    milestone: str | None = None,
) -> Action:
    return Action(
        id=title.lower().replace(",", "").replace(" ", "-"),
        title=title,
        due=due,
        status=status,
        owner=owner,
        milestone=milestone,
    )


ADA = person("Ada", "economic_buyer", heard=ON)
BEN = person("Ben", "champion", heard=ON)


def plan(
    *milestones: Milestone,
    people: tuple[Stakeholder, ...] = (ADA, BEN),
    actions: tuple[Action, ...] = (action(ON),),
    stage: Stage = "evaluation",
    close: date | None = CLOSE,
    as_of: date = ON,
) -> Plan:
    deal = Deal(
        id="acme", name="Acme", account="Acme", seller="North", stage=stage, close_date=close
    )
    return Plan(deal=deal, as_of=as_of, stakeholders=people, milestones=milestones, actions=actions)


def worth(of: Plan, amount: int | None, currency: str | None = "EUR") -> Plan:
    value = {"amount": None if amount is None else Decimal(amount), "currency": currency}
    return of.model_copy(update={"deal": of.deal.model_copy(update=value)})


def aiming(of: Plan, *outcomes: Outcome) -> Plan:
    return of.model_copy(update={"outcomes": outcomes})


def away(name: str, until: date, since: date | None = None) -> Mapping[str, Absence]:
    return {name.lower(): Absence(person=name.lower(), until=until, since=since)}


def found(
    kind: RiskKind,
    of: Plan,
    engaged: Mapping[str, date] | None = None,
    known: Mapping[str, date] | None = None,
    on: date = ON,
    **beside: Unpack[Beside],
) -> list[Risk]:
    risks = derived_risks(of, engaged or {}, on, known or {}, **beside)
    return [risk for risk in risks if risk.kind == kind]


def milestones(kind: RiskKind, of: Plan) -> list[str]:
    return [item for risk in found(kind, of) for item in risk.milestones]
