"""When said risks are over, and when they are not."""

from datetime import date

import pytest

from plan.edits import Edit
from plan.models import Plan
from plan.observations import Absence, Risk
from plan.values import RiskKind
from tests.unit.agent.said.telling import (
    PLAN,
    change,
    context,
    kinds,
    open_after,
    risk,
    said,
    words,
)

DONE = change("milestone", "review", status="done")
APPROVED = change("milestone", "board", status="done")
WON = change("deal", "deal", stage="closed_won")
LOST = change("deal", "deal", stage="closed_lost")
TO_MILESTONES: tuple[RiskKind, ...] = (
    "blocker_raised",
    "budget_risk",
    "competitor_threat",
    "priority_shift",
    "scope_change",
)


def is_open(one: Risk, *edits: Edit, plan: Plan = PLAN, late: bool = False) -> bool:
    return bool(open_after(context(plan=plan, risks=[one], late=late), edits=edits))


@pytest.mark.parametrize("kind", TO_MILESTONES)
@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_it_is_over_when_all_that_it_names_is_over(kind: RiskKind, status: str) -> None:
    one = risk(kind, what=["review"])
    assert not is_open(one, change("milestone", "review", status=status))
    assert is_open(one, change("milestone", "review", status="blocked"))
    assert is_open(risk(kind, what=["review", "training"]), DONE)


@pytest.mark.parametrize("kind", TO_MILESTONES)
def test_what_names_no_milestone_is_not_over_because_one_is(kind: RiskKind) -> None:
    assert is_open(risk(kind, who=["tom"]), DONE)


def test_what_the_source_itself_says_is_not_over_but_for_a_blocker_of_what_is() -> None:
    seen = context(("Tom Vance", "The money is tight."))
    threat = said("budget_risk", "The money is tight.", what=["review"])
    blocker = said("blocker_raised", "The money is tight.", what=["review"])
    assert kinds(open_after(seen, threat, blocker, edits=[DONE])) == ["budget_risk"]


def test_an_approval_of_the_spending_settles_a_risk_to_the_budget() -> None:
    assert not is_open(risk("budget_risk", who=["tom"]), APPROVED)
    assert is_open(risk("competitor_threat", who=["tom"]), APPROVED)
    assert is_open(risk("budget_risk", who=["tom"]), DONE)


def test_an_approval_of_long_ago_does_not() -> None:
    board = PLAN.milestones[1].model_copy(update={"status": "done"})
    plan = PLAN.model_copy(update={"milestones": (PLAN.milestones[0], board)})
    assert is_open(risk("budget_risk", who=["tom"]), plan=plan)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("budget_risk", "Good news, the budget is approved."),
        ("budget_risk", "Finance has released the money."),
        ("competitor_threat", "I'm not going with him, I'd have to see him at weddings."),
        ("competitor_threat", "We turned them down."),
    ],
)
def test_the_buyer_says_that_it_is_over(kind: RiskKind, text: str) -> None:
    one, other = risk(kind, who=["tom"]), risk(kind, who=["lena"])
    assert not open_after(context(("Tom Vance", text), risks=[one]))
    assert len(open_after(context(("Dan Cole", text), risks=[one]))) == 1, "the seller says it"
    assert len(open_after(context(("Tom Vance", text), risks=[one, other]))) == 2, "which one?"
    assert len(open_after(context(("Tom Vance", text), risks=[one], late=True))) == 1, "older"


@pytest.mark.parametrize(
    "text",
    [
        "The budget is not approved.",
        "If the budget is approved, we sign.",
        "Is the budget approved?",
        "I hope the budget is approved.",
        "The budget is tight.",
    ],
)
def test_anything_less_does_not(text: str) -> None:
    assert open_after(context(("Tom Vance", text), risks=[risk("budget_risk", who=["tom"])]))


def test_a_champion_is_warm_again() -> None:
    one = risk("champion_weakening", who=["lena"])
    assert not is_open(one, change("stakeholder", "lena", sentiment="positive"))
    assert is_open(one, change("stakeholder", "lena", sentiment="neutral"))
    assert is_open(one, change("stakeholder", "tom", sentiment="positive"))


def test_one_who_was_called_positive_all_along_is_not_warm_again() -> None:
    warm = PLAN.stakeholders[0].model_copy(update={"sentiment": "positive"})
    plan = PLAN.model_copy(update={"stakeholders": (warm, *PLAN.stakeholders[1:])})
    assert is_open(risk("champion_weakening", who=["lena"]), plan=plan)


@pytest.mark.parametrize(("until", "left"), [(30, 0), (None, 1)])
def test_a_leave_is_over_on_the_day_of_return(until: int | None, left: int) -> None:
    back = date(2026, 6, until) if until else date(2026, 7, 2)
    away = Absence(person="tom", until=back, evidence=(words(),))
    seen = context(risks=[risk("stakeholder_departure", who=["tom"])], absences=[away])
    assert len(open_after(seen)) == left


def test_a_holiday_said_elsewhere_makes_a_departure_no_leave() -> None:
    away = Absence(person="tom", until=date(2026, 6, 30), evidence=(words(turn=2),))
    seen = context(risks=[risk("stakeholder_departure", who=["tom"])], absences=[away])
    assert len(open_after(seen)) == 1


def test_a_departure_is_over_once_others_have_had_all_the_roles() -> None:
    gone = PLAN.stakeholders[0].model_copy(update={"active": False})
    heir = PLAN.stakeholders[1].model_copy(update={"roles": ("champion",)})
    one = risk("stakeholder_departure", who=["lena"])
    left = PLAN.model_copy(update={"stakeholders": (gone, *PLAN.stakeholders[1:])})
    replaced = PLAN.model_copy(update={"stakeholders": (gone, heir)})
    assert not is_open(one, plan=replaced)
    assert is_open(one, plan=left)
    assert is_open(one, change("stakeholder", "tom", roles=["champion"]), plan=left), "just now"


@pytest.mark.parametrize("kind", ["budget_risk", "competitor_threat", "priority_shift"])
def test_a_deal_that_is_won_is_no_longer_threatened(kind: RiskKind) -> None:
    assert not is_open(risk(kind, who=["tom"]), WON)
    assert is_open(risk("stakeholder_departure", who=["tom"]), WON)
    assert is_open(risk("blocker_raised", what=["training"]), WON)


def test_what_threatens_after_the_win_is_not_over_by_it() -> None:
    plan = PLAN.model_copy(update={"deal": PLAN.deal.model_copy(update={"stage": "closed_won"})})
    assert is_open(risk("budget_risk", who=["tom"]), plan=plan)


def test_nothing_is_left_of_a_deal_that_is_lost() -> None:
    assert not is_open(risk("stakeholder_departure", who=["tom"]), LOST)


def test_an_older_source_settles_only_blockers_of_what_is_over() -> None:
    assert is_open(risk("budget_risk", who=["tom"]), APPROVED, late=True)
    assert not is_open(risk("blocker_raised", what=["review"]), DONE, late=True)
