"""Risks of plans that are not stored."""

from datetime import date
from pathlib import Path

import pytest

from api.risks.standing import standing_in_plan
from plan.models import Action, Deal, Plan, Stakeholder
from plan.risks import derived_risks
from tools.desk.facts import country_on
from tools.exchange.plan_file import read_plan

GOLDEN = sorted((Path(__file__).parents[4] / "evals/datasets/golden").glob("*/deal.yaml"))
ADA = Stakeholder(
    id="ada", name="Ada Okafor", side="buyer", roles=("champion",), last_engaged=date(2026, 3, 26)
)


def plan_in(country: str | None) -> Plan:
    deal = Deal(id="acme", name="Acme", account="Acme Foods", seller="Us", country=country)
    return Plan(deal=deal, as_of=date(2026, 3, 1), stakeholders=(ADA,))


@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: path.parent.name)
@pytest.mark.parametrize("after", [0, 30, 400])
def test_a_golden_plan_has_the_risks_of_the_rules_in_their_order(case: Path, after: int) -> None:
    plan = read_plan(case.read_text(encoding="utf-8")).to_plan()
    on = date.fromordinal(plan.as_of.toordinal() + after)
    shown = standing_in_plan(plan, on)
    derived = derived_risks(plan, {}, on)
    assert [(one.key, one.why, one.since) for one in shown] == [
        (one.key, one.why, one.since) for one in derived
    ]
    assert {(one.status, one.basis, one.evidence, one.verdict) for one in shown} <= {
        ("open", "derived", (), None)
    }
    assert bool(shown) or not after


@pytest.mark.parametrize(
    ("country", "day", "is_quiet"), [(None, 10, True), ("NO", 10, False), ("NO", 20, True)]
)
def test_working_days_are_those_of_the_deals_country(
    country: str | None,
    day: int,
    is_quiet: bool,  # noqa: FBT001 - a table's column
) -> None:
    found = standing_in_plan(plan_in(country), date(2026, 4, day))
    assert ("champion_quiet" in {one.kind for one in found}) is is_quiet


@pytest.mark.parametrize("country", [None, "NO", "QQ"])
@pytest.mark.parametrize("day", [date.min, date(2026, 3, 9), date.max])
def test_no_day_is_beyond_what_can_be_looked_at(country: str | None, day: date) -> None:
    plan = plan_in(country)
    assert country_on(plan, day).known is (country == "NO")
    late = Action(id="list", title="Send the list", owner="ada", due=date(2026, 3, 9))
    standing_in_plan(plan.model_copy(update={"actions": (late,)}), day)
