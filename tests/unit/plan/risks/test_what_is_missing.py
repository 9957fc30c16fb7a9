"""Gates nobody has planned, outcomes nobody can measure, and stages in which nothing moves."""

from datetime import date

import pytest

from plan.models import Outcome, Plan
from plan.risks import derived_risks
from plan.thresholds import Thresholds
from plan.values import MilestoneKind, MilestoneStatus, Stage
from tests.unit.plan.risks.small import ON, ago, aiming, found, milestone, plan, worth

GATES: tuple[MilestoneKind, ...] = (
    "security_review",
    "legal_review",
    "procurement",
    "executive_approval",
)


def sized(
    amount: int | None,
    currency: str | None = "EUR",
    *kinds: MilestoneKind,
    stage: Stage = "proposal",
    status: MilestoneStatus = "planned",
) -> Plan:
    steps = [milestone(kind.replace("_", "-"), None, kind=kind, status=status) for kind in kinds]
    return worth(plan(*steps, stage=stage), amount, currency)


# missing_gate


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (24_999, ""),
        (25_000, "legal review"),
        (50_000, "security review and legal review"),
        (99_999, "security review and legal review"),
        (100_000, "security review, legal review, procurement and executive approval"),
    ],
)
def test_the_larger_the_deal_the_more_gates_are_expected(amount: int, expected: str) -> None:
    risks = found("missing_gate", sized(amount))
    assert len(risks) == bool(expected)
    assert all(expected in risk.why for risk in risks)


def test_the_sentence_has_the_amount_and_the_gates() -> None:
    (risk,) = found("missing_gate", sized(120_000, "USD", "security_review", "procurement"))
    assert risk.why == (
        "A deal of 120000 USD in proposal is expected to pass legal review and "
        "executive approval, and no milestone of the plan is one of these."
    )
    (one,) = found("missing_gate", sized(30_000))
    assert one.why.endswith("legal review, and no milestone of the plan is that.")
    assert risk.key == one.key == "missing_gate"


@pytest.mark.parametrize("status", ["planned", "in_progress", "done", "cancelled"])
def test_what_is_in_the_plan_has_been_thought_of(status: MilestoneStatus) -> None:
    assert not found("missing_gate", sized(10**6, "EUR", *GATES, status=status))


@pytest.mark.parametrize(
    ("amount", "currency"), [(None, "EUR"), (10**6, None), (10**6, "XXX"), (0, "EUR"), (None, None)]
)
def test_of_an_unknown_size_nothing_is_expected(amount: int | None, currency: str | None) -> None:
    assert not found("missing_gate", sized(amount, currency))


@pytest.mark.parametrize(("currency", "risks"), [("NOK", 0), ("SEK", 0), ("GBP", 1), ("EUR", 1)])
def test_a_hundred_thousand_is_not_the_same_everywhere(currency: str, risks: int) -> None:
    assert len(found("missing_gate", sized(100_000, currency))) == risks


@pytest.mark.parametrize(
    ("stage", "severities"),
    [
        ("prospecting", []),
        ("discovery", []),
        ("evaluation", []),
        ("proposal", ["low"]),
        ("negotiation", ["medium"]),
        ("closed_won", []),
        ("closed_lost", []),
    ],
)
def test_gates_have_to_be_planned_from_proposal_on(stage: Stage, severities: list[str]) -> None:
    risks = found("missing_gate", sized(100_000, stage=stage))
    assert [risk.severity for risk in risks] == severities


# unmeasured_outcome


@pytest.mark.parametrize(
    ("baseline", "target", "severities", "lack"),
    [
        ("2.4", "0.8", [], ""),
        ("0", "0", [], ""),
        (None, "0.8", ["low"], "no baseline"),
        ("2.4", None, ["medium"], "no target"),
        (None, None, ["medium"], "no baseline and no target"),
    ],
)
def test_an_outcome_needs_a_baseline_and_a_target(
    baseline: str | None, target: str | None, severities: list[str], lack: str
) -> None:
    outcome = Outcome.model_validate(
        {"id": "errors", "metric": "Picking errors", "baseline": baseline, "target": target}
    )
    risks = found("unmeasured_outcome", aiming(plan(stage="proposal"), outcome))
    assert [risk.severity for risk in risks] == severities
    for risk in risks:
        assert risk.outcomes == ("errors",)
        assert risk.why == f"The outcome “Picking errors” has {lack}, and the deal is in proposal."


@pytest.mark.parametrize(
    ("stage", "risks"),
    [("evaluation", 0), ("proposal", 2), ("negotiation", 2), ("closed_won", 2), ("closed_lost", 0)],
)
def test_each_outcome_counts_from_proposal_on(stage: Stage, risks: int) -> None:
    two = (Outcome(id="a", metric="A"), Outcome(id="b", metric="B"))
    assert len(found("unmeasured_outcome", aiming(plan(stage=stage), *two))) == risks


# stalled_stage


@pytest.mark.parametrize(
    ("stage", "days", "severities"),
    [
        ("proposal", 30, []),
        ("proposal", 31, ["medium"]),
        ("proposal", 60, ["medium"]),
        ("proposal", 61, ["high"]),
        ("evaluation", 60, []),
        ("evaluation", 61, ["medium"]),
        ("closed_won", 500, []),
        ("closed_lost", 500, []),
    ],
)
def test_a_deal_stalls_after_the_days_of_its_stage(
    stage: Stage, days: int, severities: list[str]
) -> None:
    risks = found("stalled_stage", plan(stage=stage), staged=ago(days))
    assert [risk.severity for risk in risks] == severities


def test_the_sentence_says_since_when() -> None:
    (risk,) = found("stalled_stage", plan(stage="proposal"), staged=ago(40))
    assert risk.why == (
        "The deal is in proposal, and for 40 days, since 28 January 2026, "
        "neither its stage has changed nor a milestone was done."
    )
    assert risk.since == ago(40)


def test_a_deal_whose_stage_never_changed_counts_from_the_plans_first_day() -> None:
    assert found("stalled_stage", plan(stage="proposal", as_of=ago(31)))
    assert not found("stalled_stage", plan(stage="proposal", as_of=ago(31)), staged=ago(30))


@pytest.mark.parametrize(("done", "since"), [(ago(31), ago(31)), (ago(90), ago(40))])
def test_a_milestone_done_is_progress(done: date, since: date) -> None:
    (risk,) = found("stalled_stage", plan(stage="proposal"), staged=ago(40), progressed=done)
    assert risk.since == since
    assert not found("stalled_stage", plan(stage="proposal"), staged=ago(40), progressed=ago(30))


def test_a_stage_that_the_table_leaves_out_never_stalls() -> None:
    numbers = Thresholds(stalled_days={"discovery": 5})
    stalled = derived_risks(plan(stage="proposal"), {}, ON, {}, numbers, staged=ago(400))
    assert "stalled_stage" not in {risk.kind for risk in stalled}
