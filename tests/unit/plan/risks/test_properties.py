"""What holds for any plan, also for those that no edit would be allowed to make."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from hypothesis import given

from plan.models import Plan
from plan.observations import Risk
from plan.risks import RULES, derived_risks
from plan.risks.situation import Situation
from plan.values import FurtherRiskKind, StateRiskKind
from tests.unit.plan.risks.loose import days, plans, risks_on, seen, situations


def risks_in(situation: Situation) -> Sequence[Risk]:
    return risks_on(situation, situation.on)


def test_there_is_a_rule_for_each_kind() -> None:
    names = [rule.__name__ for rule in RULES]
    assert names == [*get_args(StateRiskKind), *get_args(FurtherRiskKind)]


@given(situations())
def test_any_plan_has_the_same_well_formed_risks_each_time(situation: Situation) -> None:
    plan = situation.plan
    risks = risks_in(situation)
    assert risks == risks_in(situation)
    assert len({risk.key for risk in risks}) == len(risks)
    for risk in risks:
        assert (risk.basis, risk.status, risk.evidence) == ("derived", "open", ())
        assert risk.why.endswith(".")
        assert all(plan.person(one) for one in risk.stakeholders)
        assert all(plan.find("milestone", one) for one in risk.milestones)
        assert all(plan.find("action", one) for one in risk.actions)
        assert all(plan.find("outcome", one) for one in risk.outcomes)
        # The day after which something is too late is the first there is at the earliest.
        assert risk.since is None or risk.since <= max(situation.on, date.min + timedelta(days=1))
        assert bool(risk.quiet_why) == (risk.quiet_until is not None)
        assert risk.quiet_until is None or risk.quiet_until > situation.on


@given(situations())
def test_absences_and_calendars_leave_the_rules_of_the_format_as_they_are(
    situation: Situation,
) -> None:
    bare = replace(situation, absent={}, calendar=Situation.calendar, staged=None, progressed=None)
    known = set(get_args(StateRiskKind))
    with_all, without = (
        [(risk.key, risk.since) for risk in risks_in(one) if risk.kind in known]
        for one in (situation, bare)
    )
    assert with_all == without


@given(plans(), days)
def test_what_is_finished_is_never_named(plan: Plan, on: date) -> None:
    finished = {one.id for one in plan.milestones if one.status in ("done", "cancelled")}
    named = [risk for risk in derived_risks(plan, {}, on) if risk.kind != "action_overdue"]
    assert not any(finished & set(risk.milestones) for risk in named)


@given(plans(), seen, days)
def test_hearing_people_opens_no_risk(plan: Plan, engaged: dict[str, date], on: date) -> None:
    before = {(r.kind, r.milestones) for r in derived_risks(plan, {}, on)}
    after = {(r.kind, r.milestones) for r in derived_risks(plan, engaged, on)}
    # Somebody last heard long ago is silent longer than somebody known since and never heard.
    assert {kind for kind, _ in after - before} <= {"sponsor_silent", "champion_quiet"}


@given(plans(), days)
def test_a_milestone_with_an_open_dependency_behind_it_drifts(plan: Plan, on: date) -> None:
    drifting = {
        item
        for risk in derived_risks(plan, {}, on)
        if risk.kind == "timeline_drift"
        for item in risk.milestones
    }
    still = {
        one.id: one.due
        for one in plan.milestones
        if one.due is not None and one.status not in ("done", "cancelled")
    }
    for one in plan.milestones:
        due = still.get(one.id)
        later = [other for other in one.depends_on if due and still.get(other, due) > due]
        assert not later or one.id in drifting
