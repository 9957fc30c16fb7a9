"""What holds for any plan, also for those that no edit would be allowed to make."""

from datetime import date
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from plan.models import Action, Deal, Milestone, Plan, Stakeholder
from plan.risks import derived_risks
from plan.values import ActionStatus, MilestoneKind, MilestoneStatus, Role, Side, Stage

IDS = ["a", "b", "c", "d", "gone"]
"""Few, so that dependencies meet, go round in circles, or lead nowhere (`gone` is never made)."""

ids = st.sampled_from(IDS)
days = st.dates(date(2026, 1, 1), date(2026, 4, 1)) | st.sampled_from([date.min, date.max])
maybe_days = st.none() | days
# Each id at most once in a plan; "gone" is only ever referred to.
own_ids = st.lists(st.sampled_from(IDS[:-1]), unique=True)


@st.composite
def milestones(draw: st.DrawFn) -> tuple[Milestone, ...]:
    return tuple(
        Milestone(
            id=item,
            title=item,
            kind=draw(st.sampled_from(get_args(MilestoneKind)) | st.just("signature")),
            owner=draw(st.none() | ids),
            due=draw(maybe_days),
            status=draw(st.sampled_from(get_args(MilestoneStatus))),
            depends_on=tuple(draw(st.lists(ids, max_size=3))),
        )
        for item in draw(own_ids)
    )


@st.composite
def people(draw: st.DrawFn) -> tuple[Stakeholder, ...]:
    return tuple(
        Stakeholder(
            id=item,
            name=item,
            side=draw(st.sampled_from(get_args(Side))),
            roles=tuple(draw(st.lists(st.sampled_from(get_args(Role)), max_size=3))),
            active=draw(st.booleans()),
            last_engaged=draw(maybe_days),
        )
        for item in draw(own_ids)
    )


actions = st.builds(
    Action,
    id=ids,
    title=st.just("step"),
    milestone=st.none(),
    owner=st.none() | ids,
    due=maybe_days,
    status=st.sampled_from(get_args(ActionStatus)),
    shared=st.just(value=False),
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    deal = Deal(
        id="x",
        name="X",
        account="X",
        seller="Y",
        stage=draw(st.sampled_from(get_args(Stage))),
        close_date=draw(maybe_days),
    )
    return Plan(
        deal=deal,
        as_of=draw(days),
        stakeholders=draw(people()),
        milestones=draw(milestones()),
        actions=tuple(draw(st.lists(actions, max_size=4))),
    )


seen = st.dictionaries(ids, days)


@given(plans(), seen, days, seen)
def test_any_plan_has_the_same_well_formed_risks_each_time(
    plan: Plan, engaged: dict[str, date], on: date, known: dict[str, date]
) -> None:
    risks = derived_risks(plan, engaged, on, known)
    assert risks == derived_risks(plan, engaged, on, known)
    assert len({(r.kind, r.milestones, r.stakeholders) for r in risks}) == len(risks)
    for risk in risks:
        assert (risk.basis, risk.status, risk.evidence) == ("derived", "open", ())
        assert risk.why.endswith(".")
        assert all(plan.person(one) for one in risk.stakeholders)
        assert all(plan.find("milestone", one) for one in risk.milestones)


@given(plans(), days)
def test_what_is_finished_is_never_named(plan: Plan, on: date) -> None:
    finished = {one.id for one in plan.milestones if one.status in ("done", "cancelled")}
    assert not any(finished & set(risk.milestones) for risk in derived_risks(plan, {}, on))


@given(plans(), seen, days)
def test_hearing_people_opens_no_risk(plan: Plan, engaged: dict[str, date], on: date) -> None:
    before = {(r.kind, r.milestones) for r in derived_risks(plan, {}, on)}
    after = {(r.kind, r.milestones) for r in derived_risks(plan, engaged, on)}
    # Somebody last heard long ago is silent longer than somebody known since and never heard.
    assert {kind for kind, _ in after - before} <= {"sponsor_silent"}


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
