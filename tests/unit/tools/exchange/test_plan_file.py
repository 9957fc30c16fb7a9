"""Plan files: what they say becomes a plan, and a plan is written so that it is read the same."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from plan.decide import flaws
from plan.models import Plan
from tests.strategies.plans import patient, plans
from tools.exchange.cases import cases
from tools.exchange.errors import UnreadableFileError
from tools.exchange.plan_file import read_plan, write_plan

GOLDEN = Path(__file__).parents[4] / "evals" / "datasets" / "golden"
HEAD = "deal: {id: acme, name: Acme, account: Acme, seller: Us}\nas_of: 2026-03-01\n"
FULL = """\
deal:
  id: acme
  name: Acme - rollout
  account: Acme
  seller: Us
  amount: 240000.50
  currency: NOK
  stage: evaluation
  close_date: 2026-05-29
  owner: kim
  time_zone: Europe/Oslo
  country: NO
as_of: 2026-03-01
source_date: 2026-03-09
stakeholders:
- {id: ada, name: Ada Okafor, side: buyer, roles: [champion, end_user], last_engaged: 2026-02-26}
- {id: bo, name: Bo, side: seller, reports_to: ada, active: false, shared: true}
plan:
  objective: Fewer errors
  outcomes:
  - {id: errors, metric: errors, unit: '%', baseline: 2.4, target: -0.8}
  milestones:
  - {id: pilot, title: Pilot, due: 2026-03-27, owner: ada, status: done, shared: true}
  - {id: signed, title: Signed, depends_on: [pilot], outcomes: [errors], value: Proof}
  actions:
  - {id: form, title: Send the form, milestone: pilot, owner: bo, due: 2026-03-10}
  risks:
  - {kind: single_threaded, severity: high, stakeholders: [ada]}
"""


def test_everything_in_a_plan_file_is_read() -> None:
    file = read_plan(FULL)
    plan = file.to_plan()
    assert file.source_date == date(2026, 3, 9)
    assert [risk.kind for risk in file.plan.risks] == ["single_threaded"]
    assert (plan.version, plan.as_of, plan.objective) == (0, date(2026, 3, 1), "Fewer errors")
    assert (plan.deal.country, plan.deal.currency) == ("NO", "NOK")
    assert plan.deal.amount == Decimal("240000.50")
    assert plan.outcomes[0].target == Decimal("-0.8")
    assert plan.stakeholders[0].roles == ("champion", "end_user")
    assert plan.stakeholders[0].last_engaged == date(2026, 2, 26)
    assert (plan.stakeholders[1].active, plan.stakeholders[1].shared) == (False, True)
    assert (plan.milestones[1].depends_on, plan.milestones[1].outcomes) == (("pilot",), ("errors",))
    assert plan.actions[0].due == date(2026, 3, 10)
    assert list(flaws(plan)) == []


def test_what_is_left_out_is_empty() -> None:
    plan = read_plan(HEAD).to_plan()
    assert (plan.objective, plan.stakeholders, plan.milestones) == (None, (), ())
    assert plan.deal.stage == "discovery"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("source_date: 20260309\n", "source_date: it must be a date such as 2026-03-20"),
        ("source_date: 2026-02-30\n", "source_date: input should be a valid date"),
        ("source_date: soon\n", "source_date: it must be a date such as"),
        ("colour: red\n", "colour: extra inputs are not permitted"),
        ("plan: {colour: red}\n", "plan.colour: extra inputs"),
        ("plan:\n", "plan: input should be"),
        ("plan: {milestones: [{id: a}]}\n", "plan.milestones.0.title: field required"),
        ("plan: {milestones: [{id: a, title: A, due: 99}]}\n", "plan.milestones.0.due: it must be"),
        ("plan: {actions: [{id: a, title: A, status: wip}]}\n", "plan.actions.0.status: input"),
        ("plan: {actions: [{id: A B, title: A}]}\n", "plan.actions.0.id: string should match"),
        ("plan: {outcomes: [{id: a, metric: m, target: lots}]}\n", "plan.outcomes.0.target: input"),
        (
            f"plan: {{outcomes: [{{id: a, metric: m, target: {'9' * 5000}}}]}}\n",
            "plan.outcomes.0.target: decimal input should have no more than 24 digits",
        ),
        ("stakeholders: [{id: a, name: A, side: both}]\n", "stakeholders.0.side: input should be"),
        ("stakeholders: [{id: a, name: [A], side: buyer}]\n", "stakeholders.0.name: input should"),
        ('stakeholders: [{id: a, name: "a\\0b", side: buyer}]\n', "it must be text without NUL"),
        ('stakeholders: [{id: a, name: "\\ud800", side: buyer}]\n', "stakeholders.0.name: input"),
    ],
)
def test_what_does_not_fit_is_named_by_its_place(line: str, told: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_plan(HEAD + line)
    assert told in str(refused.value)
    assert len(str(refused.value)) < 500


@pytest.mark.parametrize("as_of", ["20260301", "0", "true", "2026-03-01T10:00:00Z"])
def test_the_day_a_plan_begins_is_a_day(as_of: str) -> None:
    # 0 was once read as 1 January 1970.
    with pytest.raises(UnreadableFileError, match=r"^as_of: "):
        read_plan(HEAD.replace("2026-03-01", as_of))


def test_of_many_faults_the_first_are_told_and_the_others_counted() -> None:
    with pytest.raises(UnreadableFileError) as refused:
        read_plan(HEAD + "".join(f"x{n}: 1\n" for n in range(9)))
    assert str(refused.value).count("extra inputs") == 5
    assert str(refused.value).endswith("; and 4 more.")


@pytest.mark.parametrize("text", ["", "~", "[1]", "deal", "# only a comment\n"])
def test_what_is_no_plan_file_is_refused(text: str) -> None:
    with pytest.raises(UnreadableFileError, match="begins with `deal:`"):
        read_plan(text)


@pytest.mark.parametrize("case", cases(GOLDEN), ids=lambda case: case.name)
def test_golden_deals_make_the_round_trip(case: Path) -> None:
    file = read_plan((case / "deal.yaml").read_text(encoding="utf-8"))
    text = write_plan(file.to_plan())
    assert read_plan(text).to_plan() == file.to_plan()
    assert write_plan(read_plan(text).to_plan()) == text


@patient
@given(plans())
def test_any_plan_makes_the_round_trip(plan: Plan) -> None:
    text = write_plan(plan)
    assert read_plan(text).to_plan() == plan
    assert write_plan(read_plan(text).to_plan()) == text


@pytest.mark.parametrize("title", ["1.5e10", "2026-03-20", "NO", "12:30", "null", "a: b", "007"])
def test_titles_that_look_like_something_else_stay_titles(title: str) -> None:
    plan = read_plan(f"{HEAD}plan: {{actions: [{{id: a, title: '{title}'}}]}}\n").to_plan()
    assert read_plan(write_plan(plan)).to_plan().actions[0].title == title


def test_what_is_empty_or_as_usual_is_not_written() -> None:
    text = write_plan(read_plan(FULL).to_plan())
    assert "null" not in text
    assert "active: true" not in text
    assert text.count("shared") == 2
    assert text.count("active: false") == 1
    assert "risks" not in text
