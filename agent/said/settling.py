"""When said risks are over: by what the plan holds, or by what the source says.

A risk that is settled wrongly is worse than one that stays open too long, so each rule wants a
fact. What the source itself says anew is not settled by it, but for blockers of what is over.

- Any but a departure or a weakening: all milestones that it names are done or cancelled.
- budget_risk: the source has an executive approval done, or the buyer says that the money is
  there and it is the only one open.
- competitor_threat: the buyer says that they do not go with the other, and it is the only one.
- champion_weakening: the source makes whoever weakened positive again.
- stakeholder_departure: it was a leave, and the day of return has come; or whoever left is gone,
  and others have had all their roles since before the source.
- budget_risk, competitor_threat, champion_weakening, priority_shift: the source wins the deal.
- All: the source loses the deal.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from agent.said.leaves import back_on
from plan.models import Milestone, Plan
from plan.observations import Absence, Risk
from plan.values import SaidRiskKind, Stage

OVER = frozenset({"done", "cancelled"})
LEFT_TO_BUY = frozenset(
    {"budget_risk", "competitor_threat", "champion_weakening", "priority_shift"}
)
"""Kinds that threaten the signature and nothing after it."""


@dataclass(frozen=True)
class Since:
    """What a source changes.

    Attributes:
        before: The plan before it.
        after: The plan as it would be with all that is proposed.
        on: The source's day.
        absences: Who is said to be away until when, here and before.
        told: Kinds of which the buyer says in it that they are over.
        late: Whether it is older than others that were read; its words then settle nothing.
    """

    before: Plan
    after: Plan
    on: date
    absences: tuple[Absence, ...] = ()
    told: frozenset[SaidRiskKind] = frozenset()
    late: bool = False

    def turned(self, stage: Stage) -> bool:
        """Whether the deal came into that stage."""
        return self.after.deal.stage == stage != self.before.deal.stage


Rule = Callable[[Risk, Since], bool]


def settled(risk: Risk, since: Since, *, fresh: bool) -> bool:
    """Whether a risk is over. `fresh`: the source itself says it."""
    if risk.kind == "blocker_raised" and _all_over(risk, since):
        return True
    return not fresh and not since.late and any(rule(risk, since) for rule in RULES)


def alone(risks: Iterable[Risk], kind: SaidRiskKind) -> bool:
    """Whether one risk only of a kind is open, so that words that name none can mean no other."""
    return sum(one.kind == kind for one in risks) == 1


def _all_over(risk: Risk, since: Since) -> bool:
    """All milestones it names are done or cancelled; a person's departure is not over by that."""
    if risk.kind in ("stakeholder_departure", "champion_weakening") or not risk.milestones:
        return False
    found = [_milestone(since.after, one) for one in risk.milestones]
    return all(one is None or one.status in OVER for one in found)


def _approved(risk: Risk, since: Since) -> bool:
    """Those who approve the spending have done so."""
    done = (one for one in since.after.milestones if one.status == "done")
    approvals = [one.id for one in done if one.kind == "executive_approval"]
    return risk.kind == "budget_risk" and any(
        (before := _milestone(since.before, one)) is not None and before.status != "done"
        for one in approvals
    )


def _told(risk: Risk, since: Since) -> bool:
    """The buyer says so."""
    return risk.kind in since.told


def _warm_again(risk: Risk, since: Since) -> bool:
    """Everybody it names is positive, and somebody was not before."""
    if risk.kind != "champion_weakening" or not risk.stakeholders:
        return False
    now = [since.after.person(one) for one in risk.stakeholders]
    before = [since.before.person(one) for one in risk.stakeholders]
    cool = any(one is not None and one.sentiment != "positive" for one in before)
    return cool and all(one is not None and one.sentiment == "positive" for one in now)


def _back(risk: Risk, since: Since) -> bool:
    """Whoever was on leave is of the deal and back."""
    back = back_on(risk, since.absences)
    people = [since.after.person(one) for one in risk.stakeholders]
    there = all(one is not None and one.active for one in people)
    return back is not None and back <= since.on and there


def _replaced(risk: Risk, since: Since) -> bool:
    """Whoever left is gone, and since before this source others have all of their roles."""
    if risk.kind != "stakeholder_departure" or not risk.stakeholders:
        return False
    gone = [since.before.person(one) for one in risk.stakeholders]
    return all(
        one is not None
        and not one.active
        and one.roles
        and _have(since.before, one.side, one.roles)
        for one in gone
    )


def _have(plan: Plan, side: str, roles: Iterable[str]) -> bool:
    """Whether active people of a side have all of these roles."""
    had = {
        role for one in plan.stakeholders if one.active and one.side == side for role in one.roles
    }
    return had.issuperset(roles)


def _bought(risk: Risk, since: Since) -> bool:
    """The deal is won, or lost."""
    won = risk.kind in LEFT_TO_BUY and since.turned("closed_won")
    return won or since.turned("closed_lost")


def _milestone(plan: Plan, milestone: str) -> Milestone | None:
    return next((one for one in plan.milestones if one.id == milestone), None)


RULES: tuple[Rule, ...] = (
    _all_over,
    _approved,
    _told,
    _warm_again,
    _back,
    _replaced,
    _bought,
)
