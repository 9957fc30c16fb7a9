"""Dossiers out of the store: deals as they stand at this moment, for a user."""

from dataclasses import replace

from agent.answers.dossier import Dossier
from api.risks.judging import open_risks
from memory.base import Unit
from memory.records import User
from plan.models import Plan
from plan.people import match
from plan.standing import OPEN
from tools.desk.facts import past_of
from tools.desk.moment import Moment


def dossier_of(unit: Unit, deal: str, user: User, moment: Moment) -> Dossier:
    """A deal as it stands.

    Raises:
        NotFoundError: No such deal.
    """
    plan = unit.plans.current(deal)
    today, past = moment.day(plan.deal), past_of(unit, deal, moment.zone_of(plan.deal))
    return Dossier(
        plan=plan,
        today=today,
        events=past.events,
        risks=open_risks(unit, plan, past, today),
        proposals=unit.proposals.find(deal, OPEN),
        engaged=unit.observations.engagement(deal),
        sources=past.sources,
        user=_seller(plan, user),
    )


def portfolio_of(unit: Unit, user: User, moment: Moment) -> tuple[Dossier, ...]:
    """All deals by close date as they stand, without their events and sources."""
    deals = (dossier_of(unit, deal.id, user, moment) for deal in unit.plans.deals())
    return tuple(replace(one, events=(), sources=()) for one in deals)


def _seller(plan: Plan, user: User) -> str | None:
    """Who the user is in the plan: users work for the seller."""
    sellers = [one for one in plan.stakeholders if one.side == "seller" and one.active]
    return match(sellers, user.name, user.email)
