"""Suggesting what to do next: one intent a risk, the worst first, never more than a few."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from agent.ports import Context, Drafted, Writer
from plan.models import Milestone, Plan
from plan.observations import NextAction, Risk
from plan.readings import Finding
from plan.thresholds import DEFAULTS
from plan.values import Intent, RiskKind, Role, Severity

Recipients = Callable[[Plan, Risk], tuple[str, ...]]


def _named(_: Plan, risk: Risk) -> tuple[str, ...]:
    return risk.stakeholders


def _owner(plan: Plan, risk: Risk) -> tuple[str, ...]:
    owners = (_milestone(plan, one).owner for one in risk.milestones if _has(plan, one))
    return tuple(dict.fromkeys(owner for owner in owners if owner and plan.person(owner)))


def _has(plan: Plan, milestone: str) -> bool:
    return plan.find("milestone", milestone) is not None


def _milestone(plan: Plan, milestone: str) -> Milestone:
    return next(one for one in plan.milestones if one.id == milestone)


def _buyer(*roles: Role) -> Recipients:
    def found(plan: Plan, _: Risk) -> tuple[str, ...]:
        buyers = [one for one in plan.stakeholders if one.side == "buyer" and one.active]
        for role in roles:
            bearers = tuple(one.id for one in buyers if role in one.roles)
            if bearers:
                return bearers[:1]
        return tuple(one.id for one in buyers[:1])

    return found


class Answer(NamedTuple):
    """What a risk calls for: the intent, how early it comes, and whom it is for."""

    intent: Intent
    rank: int
    to: tuple[Recipients, ...]


CHAMPION = _buyer("champion", "decision_maker", "economic_buyer")
ANSWERS: dict[RiskKind, Answer] = {
    "blocker_raised": Answer("resolve_blocker", 0, (_named, _owner, CHAMPION)),
    "budget_risk": Answer("secure_budget", 1, (_buyer("economic_buyer", "champion"),)),
    "stakeholder_departure": Answer("replace_champion", 2, (CHAMPION,)),
    "competitor_threat": Answer("counter_competitor", 3, (CHAMPION,)),
    "priority_shift": Answer("build_business_case", 4, (CHAMPION,)),
    "champion_weakening": Answer("multi_thread", 5, (_named, CHAMPION)),
    "scope_change": Answer("confirm_date", 6, (CHAMPION,)),
    "timeline_drift": Answer("recover_timeline", 7, (_owner, CHAMPION)),
    "sponsor_silent": Answer("re_engage_sponsor", 8, (_named,)),
    "missing_economic_buyer": Answer("find_economic_buyer", 9, (CHAMPION,)),
    "overdue_milestone": Answer("confirm_date", 10, (_owner, CHAMPION)),
    "unowned_milestone": Answer("assign_owner", 11, (CHAMPION,)),
    "no_next_step": Answer("schedule_meeting", 12, (CHAMPION,)),
    "single_threaded": Answer("multi_thread", 13, (CHAMPION,)),
}
"""Which intent answers which risk. The lower the rank, the sooner, within one severity."""

_WEIGHT: dict[Severity, int] = {"high": 0, "medium": 1, "low": 2}


class Suggested(NamedTuple):
    """What to do next, and what wording it took."""

    actions: tuple[NextAction, ...]
    drafts: tuple[Drafted, ...]


def suggest(
    context: Context, findings: Sequence[Finding], risks: Sequence[Risk], writer: Writer
) -> Suggested:
    """At most `DEFAULTS.next_actions`, worst risk first, each intent and recipient once.

    Whom they are for is found in the plan as it would be; what a draft may say, in the plan as it
    is: the writer sees proposed people, and nothing else that nobody has approved.
    """
    plan = context.would_be(findings)
    ranked = sorted(risks, key=lambda risk: (_WEIGHT[risk.severity], ANSWERS[risk.kind].rank))
    actions = dict.fromkeys(_answered(plan, risk) for risk in ranked)
    first = [one for one in actions if one.to][: DEFAULTS.next_actions]
    approved = context.plan.model_copy(update={"stakeholders": plan.stakeholders})
    here = context.model_copy(update={"plan": approved})
    drafts = tuple(writer.drafts(first, here))
    return Suggested(tuple(map(_worded, first, drafts)), drafts)


def _worded(action: NextAction, drafted: Drafted) -> NextAction:
    told = {"draft": drafted.text, **drafted.model_dump(include={"by", "prompt", "warnings"})}
    return action.model_copy(update=told)


def _answered(plan: Plan, risk: Risk) -> NextAction:
    answer = ANSWERS[risk.kind]
    found = (pick(plan, risk) for pick in answer.to)
    to = next((people for people in found if people), ())
    return NextAction(intent=answer.intent, to=to, why=risk.why)
