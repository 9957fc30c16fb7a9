"""Whether what is left to do can be done by the close date, and by go-live."""

from datetime import date, timedelta
from typing import get_args

import pytest

from plan.calendar import Calendar
from plan.models import Milestone, Plan
from plan.risks.lead_times import LEAD, longest_chain, needed, remaining
from plan.values import MilestoneKind, MilestoneStatus, Stage
from tests.unit.plan.risks.small import ON, ahead, found, milestone, plan

FRIDAY = ahead(11)
"""Friday 20 March, ten working days from Monday 9 March on, that one included."""


def signing(*before: Milestone, close: date | None = FRIDAY, stage: Stage = "evaluation") -> Plan:
    waits = [one.id for one in before]
    return plan(
        *before, milestone("sign", None, *waits, kind="signature"), close=close, stage=stage
    )


LEGAL = milestone("legal", None, kind="legal_review")
VALIDATION = milestone("trial", None, kind="technical_validation")


def live(
    *before: Milestone,
    due: date | None = FRIDAY,
    stage: Stage = "closed_won",
    close: date | None = None,
) -> Plan:
    waits = [one.id for one in before]
    return plan(*before, milestone("live", due, *waits, kind="go_live"), stage=stage, close=close)


IMPORT = milestone("import", None, kind="implementation")
KICKOFF = milestone("kickoff", None, kind="kickoff")


# How long things take


def test_every_kind_of_milestone_takes_at_least_a_day() -> None:
    assert set(LEAD) == set(get_args(MilestoneKind))
    assert min(LEAD.values()) == 1


@pytest.mark.parametrize(
    ("kind", "status", "days"),
    [
        ("legal_review", "planned", 5),
        ("legal_review", "blocked", 5),
        ("legal_review", "in_progress", 3),
        ("signature", "in_progress", 1),
        ("implementation", "in_progress", 8),
    ],
)
def test_half_of_what_is_in_progress_is_left(
    kind: MilestoneKind, status: MilestoneStatus, days: int
) -> None:
    assert remaining(milestone("step", None, kind=kind, status=status)) == days


def test_the_longest_chain_is_by_days_and_not_by_steps() -> None:
    deal = plan(
        milestone("a", None),
        milestone("b", None, "a"),
        milestone("c", None, "b"),
        LEGAL,
        milestone("end", None, "c", "legal"),
        milestone("elsewhere", None, "end"),
    )
    chain = longest_chain(deal, "end")
    assert [one.id for one in chain] == ["legal", "end"]
    assert needed(chain) == 6


def test_what_is_finished_takes_no_time_and_hides_nothing_before_it() -> None:
    done = milestone("legal", None, "trial", kind="legal_review", status="done")
    assert [one.id for one in longest_chain(signing(VALIDATION, done), "sign")] == ["trial", "sign"]
    alone = plan(done, milestone("sign", None, "legal", "gone"))
    assert [one.id for one in longest_chain(alone, "sign")] == ["sign"]


def test_nothing_is_said_of_what_is_done_or_goes_round_in_a_circle() -> None:
    circle = plan(milestone("a", None, "b"), milestone("b", None, "a"), milestone("c", None, "b"))
    assert longest_chain(circle, "c") == ()
    assert longest_chain(plan(milestone("a", None, status="done")), "a") == ()


# Slack before the signature


@pytest.mark.parametrize(
    ("on", "severities"),
    [
        (date(2026, 3, 6), []),  # 11 working days, 6 needed, 5 to spare
        (date(2026, 3, 7), ["medium"]),
        (ON, ["medium"]),
        (date(2026, 3, 13), ["medium"]),  # 6 days, none to spare
        (date(2026, 3, 14), ["high"]),
        (date(2026, 3, 30), ["high"]),
    ],
)
def test_slack_is_few_under_five_working_days_and_bad_under_none(
    on: date, severities: list[str]
) -> None:
    risks = found("critical_path_slack", signing(LEGAL), on=on)
    assert [risk.severity for risk in risks] == severities
    assert {risk.since for risk in risks} <= {date(2026, 3, 7)}


def test_the_sentence_names_the_way_and_counts_the_days() -> None:
    (risk,) = found("critical_path_slack", signing(LEGAL))
    assert risk.milestones == ("sign",)
    assert risk.why == (
        "“Legal” and “Sign” take at least 6 working days, "
        "and 10 are left to 20 March 2026, the deal's close date."
    )
    (late,) = found("critical_path_slack", signing(LEGAL), on=FRIDAY + timedelta(days=9))
    assert "and none are left" in late.why
    (last,) = found("critical_path_slack", signing(LEGAL), on=FRIDAY)
    assert "and 1 is left" in last.why


def test_holidays_leave_less_time() -> None:
    start = date(2026, 3, 6)
    calendar = Calendar(frozenset({date(2026, 3, 18)}))
    assert found("critical_path_slack", signing(LEGAL), on=start, calendar=calendar)


@pytest.mark.parametrize("close", [FRIDAY, None])
def test_a_signature_alone_needs_nothing_to_spare(close: date | None) -> None:
    assert not found("critical_path_slack", signing(close=close), on=FRIDAY)


def test_a_signature_alone_is_too_late_once_the_close_date_has_passed() -> None:
    (risk,) = found("critical_path_slack", signing(), on=FRIDAY + timedelta(days=1))
    assert risk.severity == "high"
    assert risk.why.startswith("“Sign” takes at least 1 working day, and none are left")


def test_the_tightest_way_is_told_alone() -> None:
    deal = plan(
        LEGAL,
        milestone("draft", None),
        milestone("sign", None, "draft", kind="signature"),
        milestone("sign-dpa", None, "legal", kind="signature"),
        close=FRIDAY,
    )
    (risk,) = found("critical_path_slack", deal, on=ahead(8))
    assert (risk.milestones, risk.severity) == (("sign-dpa",), "high")


def test_a_deal_is_signed_once_nothing_is_left_to_sign() -> None:
    first = milestone("sign-nda", None, kind="signature", status="done")
    second = milestone("sign", None, "legal", kind="signature")
    deal = plan(first, second, LEGAL, milestone("live", FRIDAY, kind="go_live"), close=FRIDAY)
    (risk,) = found("critical_path_slack", deal)
    assert risk.milestones == ("sign",)


@pytest.mark.parametrize("stage", ["closed_won", "closed_lost"])
def test_a_closed_deal_signs_no_more(stage: Stage) -> None:
    assert not found("critical_path_slack", signing(LEGAL, stage=stage), on=FRIDAY)


# Slack after the signature, and go-live reckoned backwards


@pytest.mark.parametrize("stage", ["closed_won", "negotiation"])
def test_once_signed_the_way_leads_to_go_live(stage: Stage) -> None:
    signed = milestone("sign", None, kind="signature", status="done")
    deal = live(signed, KICKOFF, LEGAL, stage=stage, close=ON)
    (risk,) = found("critical_path_slack", deal)
    assert (risk.milestones, risk.severity) == (("live",), "medium")
    assert risk.why.endswith("and 10 are left to 20 March 2026, its date.")


def test_too_late_for_go_live_is_told_once() -> None:
    late = live(IMPORT)
    assert not found("critical_path_slack", late)
    (risk,) = found("go_live_backwards", late)
    assert (risk.milestones, risk.severity) == (("live",), "high")


def test_a_go_live_that_is_too_late_hides_no_other() -> None:
    deal = plan(
        LEGAL,
        milestone("first", ahead(-3), kind="go_live"),
        milestone("second", FRIDAY, "legal", kind="go_live"),
        stage="closed_won",
    )
    (risk,) = found("critical_path_slack", deal)
    assert risk.milestones == ("second",)


@pytest.mark.parametrize(
    ("on", "risks"), [(date(2026, 3, 12), 0), (date(2026, 3, 13), 1), (date(2026, 3, 30), 1)]
)
def test_the_last_day_to_begin_is_reckoned_back_from_go_live(on: date, risks: int) -> None:
    # 5 for legal, 1 for kickoff, 1 for go-live itself: Thursday the 12th to Friday the 20th.
    chained = live(milestone("kickoff", None, "legal", kind="kickoff"), LEGAL)
    assert len(found("go_live_backwards", chained, on=on)) == risks


def test_the_sentence_says_when_it_had_to_begin() -> None:
    (risk,) = found("go_live_backwards", live(LEGAL), on=FRIDAY)
    assert risk.why == (
        "“Live” is due on 20 March 2026; “Legal” before it and it take at least 6 working days, "
        "so 13 March was the last day to begin."
    )
    assert risk.since == date(2026, 3, 14)
    (alone,) = found("go_live_backwards", live(), on=FRIDAY + timedelta(days=3))
    assert alone.why == (
        "“Live” is due on 20 March 2026; it takes at least 1 working day, "
        "so 20 March was the last day to begin."
    )


@pytest.mark.parametrize(
    ("stage", "severities"),
    [("evaluation", ["medium"]), ("closed_won", ["high"]), ("closed_lost", [])],
)
def test_before_the_signature_a_go_live_can_be_promised_anew(
    stage: Stage, severities: list[str]
) -> None:
    deal = live(IMPORT, stage=stage)
    assert [risk.severity for risk in found("go_live_backwards", deal)] == severities


def test_a_go_live_without_a_date_or_done_is_never_late() -> None:
    assert not found("go_live_backwards", live(IMPORT, due=None))
    done = milestone("live", FRIDAY, kind="go_live", status="done")
    assert not found("go_live_backwards", plan(done, stage="closed_won"), on=ahead(90))
