"""Promises past their day: theirs and ours, late and very late, of people who are away."""

from datetime import date

import pytest

from plan.calendar import Calendar
from plan.models import Action, Plan
from plan.values import ActionStatus, MilestoneStatus, Stage
from tests.unit.plan.risks.small import (
    ADA,
    BEN,
    CLOSE,
    ON,
    action,
    ago,
    ahead,
    away,
    found,
    milestone,
    person,
    plan,
)

DAN = person("Dan", side="seller")
TOM = person("Tom", side="partner")
GIA = person("Gia", active=False)
PEOPLE = (ADA, BEN, DAN, TOM, GIA)
LATE = date(2026, 2, 20)
"""A Friday; the eleventh working day after it is Monday 9 March, `ON`."""


def deal(
    *actions: Action, status: MilestoneStatus = "planned", stage: Stage = "evaluation"
) -> Plan:
    return plan(
        milestone("pilot", ahead(10), status=status),
        milestone("party", ahead(10)),
        milestone("sign", CLOSE, "pilot", kind="signature"),
        people=PEOPLE,
        actions=actions,
        stage=stage,
    )


@pytest.mark.parametrize(("due", "risks"), [(ago(1), 1), (ON, 0), (None, 0)])
def test_an_action_is_overdue_from_the_day_after(due: date | None, risks: int) -> None:
    assert len(found("action_overdue", deal(action(due)))) == risks


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_done_is_not_overdue(status: ActionStatus) -> None:
    assert not found("action_overdue", deal(action(ago(3), status)))


@pytest.mark.parametrize(
    ("owner", "under", "severity", "late"),
    [
        ("dan", None, "medium", "high"),
        ("dan", "party", "medium", "high"),
        ("dan", "pilot", "medium", "high"),
        (None, None, "medium", "high"),
        ("gia", None, "medium", "high"),
        ("nobody", None, "medium", "high"),
        ("ben", None, "low", "medium"),
        ("ben", "party", "low", "medium"),
        ("ben", "pilot", "medium", "high"),
        ("ben", "sign", "medium", "high"),
        ("tom", "pilot", "medium", "high"),
        ("tom", None, "low", "medium"),
    ],
)
def test_how_bad_it_is_depends_on_whose_it_is_and_what_waits(
    owner: str | None, under: str | None, severity: str, late: str
) -> None:
    for due, expected in ((ago(1), severity), (ago(14), severity), (LATE, late)):
        (risk,) = found("action_overdue", deal(action(due, owner=owner, milestone=under)))
        assert risk.severity == expected, due


def test_holidays_make_nothing_late() -> None:
    calendar = Calendar(frozenset({ago(4)}))
    (risk,) = found("action_overdue", deal(action(LATE, owner="dan")), calendar=calendar)
    assert risk.severity == "medium"


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_nothing_waits_for_what_belongs_to_a_milestone_that_is_over(
    status: MilestoneStatus,
) -> None:
    (risk,) = found("action_overdue", deal(action(LATE, milestone="pilot"), status=status))
    assert (risk.severity, risk.milestones) == ("low", ("pilot",))


def test_it_names_the_action_its_owner_and_its_milestone() -> None:
    (risk,) = found("action_overdue", deal(action(ago(3), owner="ben", milestone="pilot")))
    assert (risk.actions, risk.stakeholders, risk.milestones) == (("step",), ("ben",), ("pilot",))
    assert risk.since == ago(3)
    assert risk.key == "action_overdue.ben.pilot.step"


@pytest.mark.parametrize(
    ("owner", "whose"),
    [
        ("dan", "Dan owes Acme"),
        ("ben", "Ben owes North"),
        ("tom", "Tom owes North"),
        ("gia", "Gia owned, who has left"),
        (None, "nobody owns"),
    ],
)
def test_the_sentence_tells_theirs_from_ours(owner: str | None, whose: str) -> None:
    (risk,) = found("action_overdue", deal(action(ago(3), owner=owner)))
    assert risk.why == (
        f"“Step”, which {whose}, was due on 6 March 2026, 3 days before 9 March, and is not done."
    )


def test_a_lost_deal_has_none_and_a_won_one_does() -> None:
    late = action(ago(3), owner="ben")
    assert not found("action_overdue", deal(late, stage="closed_lost"))
    assert found("action_overdue", deal(late, stage="closed_won"))


def test_while_its_owner_is_away_it_is_quiet_and_not_late() -> None:
    late = deal(action(LATE, owner="ben"))
    absent = away("Ben", ahead(5))  # a Saturday
    (risk,) = found("action_overdue", late, absent=absent)
    assert (risk.severity, risk.quiet_until) == ("low", ahead(7))
    assert risk.quiet_why == "Ben is away and back on 14 March 2026; days count from then."
    (risk,) = found("action_overdue", late, absent=absent, on=ahead(7))
    assert (risk.severity, risk.quiet_until) == ("low", None)
    worse = [
        found("action_overdue", late, absent=absent, on=ahead(n))[0].severity for n in (18, 21)
    ]
    assert worse == ["low", "medium"], "the eleventh working day after the return is a Monday"


@pytest.mark.parametrize("owner", [None, "dan"])
def test_the_absence_of_others_or_before_it_was_due_excuses_nothing(owner: str | None) -> None:
    late = deal(action(ago(3), owner=owner))
    absent = {**away("Ben", ahead(5)), **away("Dan", ago(3))}
    (risk,) = found("action_overdue", late, absent=absent)
    assert risk.quiet_until is None
