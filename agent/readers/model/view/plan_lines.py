"""A deal and its plan as compact lines, dates with their weekday."""

from datetime import date

from agent.readers.model.view.calendar import weekday
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import ShortIds
from plan.models import Action, Deal, Milestone, Outcome, Plan
from plan.numbers import plain_number

NOTHING = "(nothing yet)"


def deal_line(plan: Plan) -> str:
    """The deal, then the objective of its plan."""
    deal = plan.deal
    told = (
        f"{one_line(deal.name)}: {one_line(deal.account)} buys from {one_line(deal.seller)}",
        f"amount {_amount(deal)}",
        f"stage {deal.stage}",
        f"closes {_day(deal.close_date)}",
    )
    return f"{'; '.join(told)}\nObjective: {one_line(plan.objective or 'not written down')}"


def plan_lines(ids: ShortIds) -> str:
    """Outcomes, milestones and actions, in the plan's order, a line each."""
    plan = ids.plan
    lines = (
        *(_outcome(one, ids) for one in plan.outcomes),
        *(_milestone(one, ids) for one in plan.milestones),
        *(_action(one, ids) for one in plan.actions),
    )
    return "\n".join(lines) or NOTHING


def _amount(deal: Deal) -> str:
    if deal.amount is None:
        return f"unknown, in {deal.currency}" if deal.currency else "unknown"
    return f"{plain_number(deal.amount)} {deal.currency or ''}".strip()


def _outcome(one: Outcome, ids: ShortIds) -> str:
    numbers = (
        f"{name} {plain_number(value)}"
        for name in ("baseline", "target", "actual")
        if (value := getattr(one, name)) is not None
    )
    metric = (
        f"{one_line(one.metric)}, in {one_line(one.unit)}" if one.unit else one_line(one.metric)
    )
    return _row(ids.short("outcome", one.id), metric, *numbers, f"due {_day(one.due)}")


def _milestone(one: Milestone, ids: ShortIds) -> str:
    after = ", ".join(ids.short("milestone", each) for each in one.depends_on)
    return _row(
        ids.short("milestone", one.id),
        one_line(one.title),
        one.kind,
        _owner(one, ids),
        f"due {_day(one.due)}",
        one.status,
        f"waits for {after}" if after else "",
    )


def _action(one: Action, ids: ShortIds) -> str:
    return _row(
        ids.short("action", one.id),
        one_line(one.title),
        f"under {ids.short('milestone', one.milestone)}" if one.milestone else "",
        _owner(one, ids),
        f"due {_day(one.due)}",
        one.status,
    )


def _row(short: str, *parts: str) -> str:
    return f"{short} {' | '.join(part for part in parts if part)}"


def _owner(one: Milestone | Action, ids: ShortIds) -> str:
    owner = ids.plan.person(one.owner)
    name = f" {one_line(owner.name)}" if owner else ""
    return f"owner {ids.short('stakeholder', one.owner)}{name}" if one.owner else "no owner"


def _day(day: date | None) -> str:
    return f"{weekday(day)} {day}" if day else "open"
