"""The day on which the cause of a risk began, where the plan tells it."""

from datetime import date, timedelta

import pytest

from plan.models import Stakeholder
from plan.observations import Risk
from tests.unit.plan.risks.small import (
    ADA,
    CLOSE,
    ON,
    action,
    ago,
    ahead,
    found,
    milestone,
    person,
    plan,
)


def since(risks: list[Risk]) -> date | None:
    (risk,) = risks
    return risk.since


def test_a_sponsors_silence_began_when_they_were_last_heard_or_became_known() -> None:
    people = (person("Cem", "economic_buyer", heard=ago(20)),)
    assert since(found("sponsor_silent", plan(people=people))) == ago(20)
    unheard = plan(people=(person("Cem", "economic_buyer"),), as_of=ago(30))
    assert since(found("sponsor_silent", unheard)) == ago(30)
    assert since(found("sponsor_silent", unheard, known={"cem": ago(15)})) == ago(15)


def test_a_milestone_is_overdue_since_its_day() -> None:
    assert since(found("overdue_milestone", plan(milestone("pilot", ago(4))))) == ago(4)


@pytest.mark.parametrize("due", [ago(4), ON, ahead(21)])
def test_a_milestone_needs_an_owner_since_it_came_within_reach(due: date) -> None:
    deal = plan(milestone("pilot", due, owner=None))
    assert since(found("unowned_milestone", deal)) == due - timedelta(days=21)


def test_there_is_no_next_step_since_the_day_after_the_last() -> None:
    steps = (action(ago(9), title="One"), action(ago(4), title="Two"), action(None, title="Three"))
    assert since(found("no_next_step", plan(actions=steps))) == ago(3)
    assert since(found("no_next_step", plan(actions=(action(None),)))) is None


@pytest.mark.parametrize(
    ("others", "first"),
    [
        ((person("Cem", heard=ago(40)),), ago(9)),
        ((person("Cem", heard=ago(40)), person("Dag", heard=ago(60))), ago(9)),
        ((person("Cem"),), None),
        ((), None),
    ],
)
def test_a_deal_is_single_threaded_since_the_second_of_two_fell_silent(
    others: tuple[Stakeholder, ...], first: date | None
) -> None:
    assert since(found("single_threaded", plan(people=(ADA, *others)))) == first


def test_of_what_the_plan_does_not_tell_the_beginning_is_not_known() -> None:
    late = milestone("sign", CLOSE + timedelta(days=1), kind="signature")
    deal = plan(late, people=())
    assert since(found("timeline_drift", deal)) is None
    assert since(found("missing_economic_buyer", deal)) is None
