"""Plans of any shape, also of those that no edit would be allowed to make, on any day."""

from dataclasses import fields
from datetime import date
from typing import get_args

from hypothesis import strategies as st

from plan.calendar import Calendar
from plan.models import Action, Deal, Milestone, Outcome, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.risks import derived_risks
from plan.risks.situation import Situation
from plan.risks.waking import wakes_on
from plan.thresholds import DEFAULTS, Thresholds
from plan.values import ActionStatus, MilestoneKind, MilestoneStatus, Role, Side, Stage

IDS = ["a", "b", "c", "d", "gone"]
"""Few, so that dependencies meet, go round in circles, or lead nowhere (`gone` is never made)."""
TITLES = ["step", "Call with A", "Ask B and C"]

ids = st.sampled_from(IDS)
near = st.dates(date(2026, 1, 1), date(2026, 4, 1))
days = near | st.sampled_from([date.min, date.max])
maybe_days = st.none() | days
own_ids = st.lists(st.sampled_from(IDS[:-1]), unique=True)
"""Each id at most once in a plan; `gone` is only ever referred to."""
seen = st.dictionaries(ids, days)
numbers = st.none() | st.decimals(0, 10, places=1)


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
            name=item.upper(),
            side=draw(st.sampled_from(get_args(Side)) | st.just("buyer")),
            roles=tuple(draw(st.lists(st.sampled_from(get_args(Role)[:4]), max_size=2))),
            active=draw(st.booleans()),
            last_engaged=draw(maybe_days),
        )
        for item in draw(own_ids)
    )


@st.composite
def actions(draw: st.DrawFn) -> tuple[Action, ...]:
    return tuple(
        Action(
            id=item,
            title=draw(st.sampled_from(TITLES)),
            milestone=draw(st.none() | ids),
            owner=draw(st.none() | ids),
            due=draw(maybe_days),
            status=draw(st.sampled_from(get_args(ActionStatus)) | st.just("open")),
        )
        for item in draw(own_ids)
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
        amount=draw(st.none() | st.decimals(0, 10**6, places=0)),
        currency=draw(st.sampled_from([None, "EUR", "JPY", "XXX"])),
    )
    return Plan(
        deal=deal,
        as_of=draw(days),
        stakeholders=draw(people()),
        milestones=draw(milestones()),
        actions=draw(actions()),
        outcomes=tuple(
            Outcome(id=item, metric=item, baseline=draw(numbers), target=draw(numbers))
            for item in draw(own_ids)
        ),
    )


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    weekend = draw(st.sets(st.integers(0, 6), max_size=4))
    return Calendar(draw(st.frozensets(near, max_size=12)), frozenset(weekend))


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    """A plan of any shape on a day, with all that may be known beside it."""
    back = st.builds(Absence, person=ids, until=days, since=maybe_days)
    few = Thresholds(silent_days=3, engaged_days=4, champion_quiet_days=2, action_late_days=1)
    return Situation(
        plan=draw(plans()),
        on=draw(days),
        engaged=draw(seen),
        known=draw(seen),
        numbers=draw(st.sampled_from([DEFAULTS, few])),
        staged=draw(maybe_days),
        progressed=draw(maybe_days),
        absent=draw(st.dictionaries(ids, back)),
        calendar=draw(calendars()),
    )


def risks_on(situation: Situation, on: date) -> tuple[Risk, ...]:
    """The risks that a situation has on a day."""
    given = {one.name: getattr(situation, one.name) for one in fields(situation)}
    return derived_risks(**{**given, "on": on})


def waking_after(situation: Situation, on: date) -> date | None:
    """The day after another on which a situation's risks may be others."""
    given = {one.name: getattr(situation, one.name) for one in fields(situation)}
    return wakes_on(**{**given, "on": on})
