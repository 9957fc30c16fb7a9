"""A risk settles on the day its cause ends: whatever a rule names, mending that mends the risk."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import get_args

from hypothesis import given

from plan.models import Action, Milestone, Stakeholder
from plan.observations import Risk
from plan.risks.situation import Situation
from plan.values import FurtherRiskKind, MilestoneKind, RiskKind, StateRiskKind
from tests.unit.plan.risks.loose import risks_on, situations

Mend = Callable[[Situation, Risk], Situation]


def changed(situation: Situation, **collections: object) -> Situation:
    return replace(situation, plan=situation.plan.model_copy(update=collections))


def hear(situation: Situation, risk: Risk) -> Situation:
    heard = dict.fromkeys(risk.stakeholders, situation.on)
    return replace(situation, engaged={**situation.engaged, **heard})


def meet(situation: Situation, _: Risk) -> Situation:
    """Two new buyers are heard, one of whom holds the money."""
    plan = situation.plan
    new = (
        Stakeholder(id="new-1", name="E", side="buyer", roles=("economic_buyer",)),
        Stakeholder(id="new-2", name="F", side="buyer"),
    )
    met = changed(situation, stakeholders=(*plan.stakeholders, *new))
    return replace(met, engaged={**situation.engaged, **{one.id: situation.on for one in new}})


def finish(situation: Situation, risk: Risk) -> Situation:
    def done(one: Milestone) -> Milestone:
        return one.model_copy(update={"status": "done"}) if one.id in risk.milestones else one

    return changed(situation, milestones=tuple(map(done, situation.plan.milestones)))


def do(situation: Situation, risk: Risk) -> Situation:
    def done(one: Action) -> Action:
        return one.model_copy(update={"status": "done"}) if one.id in risk.actions else one

    return changed(situation, actions=tuple(map(done, situation.plan.actions)))


def promise(situation: Situation, _: Risk) -> Situation:
    step = Action(id="new", title="Next step", due=situation.on)
    return changed(situation, actions=(*situation.plan.actions, step))


def plan_gates(situation: Situation, _: Risk) -> Situation:
    gates = tuple(
        Milestone(id=f"new-{n}", title="Gate", kind=kind)
        for n, kind in enumerate(get_args(MilestoneKind))
    )
    return changed(situation, milestones=(*situation.plan.milestones, *gates))


def measure(situation: Situation, risk: Risk) -> Situation:
    numbers = {"baseline": Decimal(2), "target": Decimal(1)}
    outcomes = (
        one.model_copy(update=numbers) if one.id in risk.outcomes else one
        for one in situation.plan.outcomes
    )
    return changed(situation, outcomes=tuple(outcomes))


def move(situation: Situation, _: Risk) -> Situation:
    return replace(situation, progressed=situation.on)


MENDED_BY: dict[RiskKind, Mend] = {
    "sponsor_silent": hear,
    "missing_economic_buyer": meet,
    "single_threaded": meet,
    "overdue_milestone": finish,
    "timeline_drift": finish,
    "unowned_milestone": finish,
    "no_next_step": promise,
    "champion_quiet": hear,
    "action_overdue": do,
    "critical_path_slack": finish,
    "missing_gate": plan_gates,
    "unmeasured_outcome": measure,
    "go_live_backwards": finish,
    "stalled_stage": move,
}


def test_every_kind_is_mended() -> None:
    assert set(MENDED_BY) == {*get_args(StateRiskKind), *get_args(FurtherRiskKind)}


@given(situations())
def test_a_risk_settles_on_the_day_its_cause_ends(situation: Situation) -> None:
    for risk in risks_on(situation, situation.on):
        mended = MENDED_BY[risk.kind](situation, risk)
        left = {one.key for one in risks_on(mended, situation.on)}
        assert risk.key not in left, risk
