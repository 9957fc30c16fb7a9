"""Risks as people and programs are shown them."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Literal, get_args

from api.risks.judging import entries_on, judge
from api.views import Words, words
from memory.base import Unit
from plan.models import Frozen, Plan
from plan.observations import Risk
from plan.values import RiskKind, RiskStatus, Severity
from plan.watch.entries import RANK, Entry
from plan.watch.marks import Mark, RiskVerdict
from tools.desk.facts import past_of, risks_of, risks_of_plan
from tools.desk.gate import Acting
from tools.desk.marking import Judged
from tools.desk.moment import Moment
from tools.desk.watching import rule_records

OPEN: tuple[RiskStatus, ...] = ("open",)
EVERY: tuple[RiskStatus, ...] = get_args(RiskStatus)


class Verdict(Frozen):
    """The last that somebody said to a risk: what, who, on which of the deal's days, and why."""

    verdict: RiskVerdict
    by: str
    on: date
    reason: str


class StandingRisk(Frozen):
    """A risk on a day, and what people said to it.

    Attributes:
        key: What tells it from the deal's other risks; a verdict names it.
        kind: What it is.
        severity: How bad, by rule.
        status: `open`, or what a verdict that still holds made of it.
        basis: Whether somebody `said` it or a rule `derived` it from the plan.
        stakeholders: Ids of the people it is about.
        milestones: Ids of the milestones it is about.
        actions: Ids of the actions it is about.
        outcomes: Ids of the outcomes it is about.
        why: The words or the arithmetic behind it.
        evidence: The words that say it; none where a rule derived it.
        since: The day its cause began, where that is known.
        quiet_until: Until this day it is no cause for alarm.
        quiet_why: Why not.
        muted_why: Why nobody is told of such risks in this workspace; empty if people are.
        verdict: The last that somebody said to it.
    """

    key: str
    kind: RiskKind
    severity: Severity
    status: RiskStatus
    basis: Literal["said", "derived"]
    stakeholders: tuple[str, ...]
    milestones: tuple[str, ...]
    actions: tuple[str, ...]
    outcomes: tuple[str, ...]
    why: str
    evidence: tuple[Words, ...]
    since: date | None
    quiet_until: date | None
    quiet_why: str
    muted_why: str = ""
    verdict: Verdict | None = None


def standing_in_plan(plan: Plan, on: date) -> tuple[StandingRisk, ...]:
    """The risks of a plan that is not stored, on a day, in the order of the rules."""
    return tuple(_shown(risk, ()) for risk in risks_of_plan(plan, on))


def standing_risks(
    unit: Unit,
    deal: str,
    moment: Moment,
    on: date | None = None,
    statuses: Sequence[RiskStatus] = OPEN,
) -> tuple[StandingRisk, ...]:
    """A stored deal's risks, the worst first; those that are quiet or muted after the others.

    Args:
        unit: The transaction.
        deal: The deal's id.
        moment: When it is.
        on: The day that is looked at, by what is known now; the deal's own day without.
        statuses: How a risk has to stand to be among them.

    Raises:
        NotFoundError: No such deal.
    """
    plan = unit.plans.current(deal)
    day = on or moment.day(plan.deal)
    past = past_of(unit, deal, moment.zone_of(plan.deal))
    found = entries_on(unit, deal, risks_of(unit, plan, past, day), day)
    shown = _standing(unit, plan, [one for one in found if one.risk.status in statuses])
    return tuple(sorted(shown, key=_place))


def judged(unit: Unit, deal: str, said: Judged, by: Acting, moment: Moment) -> StandingRisk:
    """Keep somebody's verdict on a risk that the deal has today; gives it as it then stands.

    Raises:
        NotFoundError: No such deal, or it has no such risk now.
        RefusedError: A dismissal without a reason.
    """
    judge(unit, deal, said, by, moment)
    every = standing_risks(unit, deal, moment, statuses=EVERY)
    return next(one for one in every if one.key == said.risk)


def _standing(unit: Unit, plan: Plan, entries: Sequence[Entry]) -> Iterator[StandingRisk]:
    last = {one.entry: one for one in unit.marks.on_risks(plan.deal.id)}
    muted = {one.kind: one.why for one in rule_records(unit)}
    content = cache(unit.sources.content)
    for one in entries:
        said = words(one.risk.evidence, plan, content)
        yield _shown(one.risk, said, muted.get(one.kind, ""), last.get(one.id))


def _shown(
    risk: Risk, quotes: tuple[Words, ...], muted_why: str = "", mark: Mark | None = None
) -> StandingRisk:
    fields = {**dict(risk), "key": risk.key, "evidence": quotes, "muted_why": muted_why}
    return StandingRisk.model_validate({**fields, "verdict": _verdict(mark) if mark else None})


def _verdict(mark: Mark) -> Verdict:
    return Verdict(verdict=mark.verdict, by=mark.by, on=mark.on, reason=mark.reason)


def _place(risk: StandingRisk) -> tuple[bool, bool, bool, int]:
    return (
        risk.status != "open",
        bool(risk.muted_why),
        risk.quiet_until is not None,
        -RANK[risk.severity],
    )
