"""Between two wakings nothing about a deal's risks changes, so nobody need look."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.models import Milestone, Plan, Stakeholder
from plan.observations import Absence, Risk
from plan.risks.situation import Situation
from plan.risks.waking import wakes_on
from plan.values import RiskKind, Stage
from tests.unit.plan.risks.loose import risks_on, situations, waking_after
from tests.unit.plan.risks.small import (
    ADA,
    BEN,
    CLOSE,
    ON,
    action,
    ahead,
    away,
    found,
    milestone,
    person,
    plan,
)

HOPS = 12
DAY = timedelta(days=1)


def told(risks: Sequence[Risk]) -> list[tuple[object, ...]]:
    return [(r.key, r.severity, r.since, r.quiet_until, r.quiet_why != "") for r in risks]


def spans(situation: Situation) -> Iterator[tuple[date, date]]:
    """From each waking the last day before the next one, and beyond the last of them."""
    day = situation.on
    for _ in range(HOPS):
        following = waking_after(situation, day)
        yield day, following - DAY if following else date.max
        if following is None:
            return
        day = following


@settings(deadline=None)
@given(situations(), st.data())
def test_between_two_wakings_the_risks_stay_as_they_are(
    situation: Situation, data: st.DataObject
) -> None:
    for first, last in spans(situation):
        between = data.draw(st.dates(first, last))
        expected = told(risks_on(situation, first))
        assert told(risks_on(situation, between)) == expected
        assert told(risks_on(situation, last)) == expected


LEGAL = milestone("legal", None, kind="legal_review")
SIGN = milestone("sign", None, "legal", kind="signature")
LIVE = milestone("live", ahead(60), "legal", kind="go_live")
UTE = person("Ute", "executive_sponsor", heard=ON)
BACK = {**away("Ute", ahead(19)), **away("Ben", ahead(19))}
LEAVING = {**away("Ute", ahead(26), ahead(16)), **away("Ben", ahead(26), ahead(16))}


def alone(
    *milestones: Milestone,
    people: tuple[Stakeholder, ...] = (),
    due: date | None = None,
    stage: Stage = "discovery",
) -> Plan:
    """A deal in which little changes as days pass but what is put into it."""
    step = action(due, owner="ben")
    return plan(*milestones, people=people, actions=(step,), stage=stage)


@pytest.mark.parametrize(
    ("of", "absent", "changes"),
    [
        (alone(LEGAL, SIGN), {}, {"critical_path_slack": 2}),
        (alone(LEGAL, LIVE), {}, {"go_live_backwards": 1}),
        (
            alone(LEGAL, LIVE, stage="closed_won"),
            {},
            {"critical_path_slack": 2, "go_live_backwards": 1},
        ),
        (alone(people=(UTE,)), {}, {"sponsor_silent": 2, "single_threaded": 1}),
        (alone(people=(UTE,)), BACK, {"sponsor_silent": 3}),
        (alone(people=(UTE,)), LEAVING, {"sponsor_silent": 4}),
        (alone(people=(BEN,)), {}, {"champion_quiet": 2}),
        (alone(people=(BEN,)), LEAVING, {"champion_quiet": 4}),
        (alone(people=(person("Ben"),), due=ahead(2)), LEAVING, {"action_overdue": 4}),
        (alone(people=(BEN,)), BACK, {"champion_quiet": 3}),
        (alone(people=(BEN,), due=ahead(16)), {}, {"champion_quiet": 3, "action_overdue": 2}),
        (alone(people=(BEN,), due=ahead(2)), BACK, {"action_overdue": 3}),
        (alone(due=ahead(2)), {}, {"no_next_step": 1}),
        (alone(milestone("pilot", ahead(50))), {}, {"overdue_milestone": 1}),
        (alone(milestone("pilot", ahead(50), owner=None)), {}, {"unowned_milestone": 2}),
        (alone(), {}, {"stalled_stage": 2}),
    ],
)
def test_a_deal_wakes_on_each_day_on_which_a_risk_begins_worsens_or_gets_loud(
    of: Plan, absent: Mapping[str, Absence], changes: Mapping[RiskKind, int]
) -> None:
    days = [ON + n * DAY for n in range(100)]
    awake = {day: wakes_on(of, {}, day, absent=absent) for day in days}
    for kind, expected in changes.items():
        states = [told(found(kind, of, on=day, absent=absent)) for day in days]
        changed = [
            day for day, (old, new) in zip(days, pairwise(states), strict=False) if old != new
        ]
        assert len(changed) == expected, kind
        assert all(awake[day] == day + DAY for day in changed), kind


def test_a_deal_without_dates_and_people_to_wait_for_sleeps_for_ever() -> None:
    won = plan(people=(), actions=(action(None),), stage="closed_won", close=None)
    assert wakes_on(won, {}, ON) is None


def test_a_quiet_deal_sleeps_until_the_first_thing_falls_due() -> None:
    deal = plan(milestone("pilot", ahead(8)), milestone("sign", CLOSE), actions=(action(ahead(9)),))
    assert wakes_on(deal, {}, ON) == ahead(9)
    assert wakes_on(deal, {}, ahead(9)) == ahead(10)


def test_a_deal_wakes_when_somebodys_absence_excuses_them_no_longer() -> None:
    deal = plan(people=(ADA, BEN), actions=(action(ahead(90)),))
    absent = away("Ada", ahead(7))
    # Ada is silent quietly from the 14th day on, and aloud from the 14th day after her return.
    assert wakes_on(deal, {}, ahead(14), absent=absent) == ahead(21)
    assert wakes_on(deal, {}, ahead(14)) == ahead(28)
