"""How bad said risks are: by rule, whatever the reader thinks."""

from datetime import date

import pytest

from agent.said.severity import Around, weighed
from plan.models import Plan
from plan.observations import Absence, Risk
from plan.values import RiskKind, Severity, Stage
from tests.unit.agent.said.telling import ON, PLAN, risk, words


def severity(
    one: Risk, on: date = ON, *, plan: Plan = PLAN, absences: tuple[Absence, ...] = ()
) -> Severity:
    return weighed(one, Around(plan, on, absences)).severity


def at(stage: Stage) -> Plan:
    return PLAN.model_copy(update={"deal": PLAN.deal.model_copy(update={"stage": stage})})


@pytest.mark.parametrize(
    ("milestone", "expected"),
    [("review", "high"), ("signature", "high"), ("training", "medium"), (None, "high")],
)
def test_a_blocker_weighs_what_it_blocks(milestone: str | None, expected: Severity) -> None:
    assert severity(risk("blocker_raised", what=[milestone] if milestone else [])) == expected


@pytest.mark.parametrize(("day", "expected"), [(17, "medium"), (18, "high")])
def test_a_blocker_of_what_is_due_soon_is_high(day: int, expected: Severity) -> None:
    assert severity(risk("blocker_raised", what=["training"]), date(2027, 1, day)) == expected


@pytest.mark.parametrize(("who", "expected"), [("lena", "high"), ("tom", "medium"), ("dan", "low")])
def test_a_departure_weighs_who_goes(who: str, expected: Severity) -> None:
    assert severity(risk("stakeholder_departure", who=[who])) == expected


def test_a_leave_is_low() -> None:
    away = Absence(person="lena", until=date(2026, 8, 3), evidence=(words(),))
    assert severity(risk("stakeholder_departure", who=["lena"]), absences=(away,)) == "low"
    called = risk("stakeholder_departure", who=["lena"]).model_copy(update={"severity": "low"})
    assert severity(called) == "low"


@pytest.mark.parametrize("kind", ["budget_risk", "competitor_threat"])
def test_money_and_competitors_weigh_more_late_in_the_sale(kind: RiskKind) -> None:
    one = risk(kind, who=["tom"])
    assert severity(one) == "medium"
    assert severity(one, plan=at("proposal")) == severity(one, date(2026, 11, 1)) == "high"
    assert severity(one, date(2026, 11, 1), plan=at("closed_won")) == "medium"


@pytest.mark.parametrize("kind", ["budget_risk", "scope_change"])
def test_they_weigh_more_where_the_signature_waits_for_what_is_due_soon(kind: RiskKind) -> None:
    assert severity(risk(kind, what=["review"]), date(2026, 8, 17)) == "medium"
    assert severity(risk(kind, what=["review"]), date(2026, 8, 18)) == "high"
    assert (
        severity(risk(kind, what=["training"]), date(2027, 1, 20), plan=at("closed_won"))
        == "medium"
    )


def test_a_shift_of_priorities_is_high() -> None:
    assert severity(risk("priority_shift", who=["tom"])) == "high"


def test_a_champion_who_weakens_weighs_more_with_nobody_else_for_it() -> None:
    one = risk("champion_weakening", who=["lena"])
    warm = PLAN.stakeholders[1].model_copy(update={"sentiment": "positive"})
    plan = PLAN.model_copy(update={"stakeholders": (PLAN.stakeholders[0], warm)})
    assert (severity(one), severity(one, plan=plan)) == ("high", "medium")


def test_the_readers_own_figure_does_not_count() -> None:
    high = risk("scope_change", what=["training"]).model_copy(update={"severity": "high"})
    assert severity(high) == "medium"
