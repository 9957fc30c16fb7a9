"""Each rule of FORMAT.md at its boundaries, through the one door: `derived_risks`."""

from datetime import date, timedelta

import pytest

from plan.models import Action, Stakeholder
from plan.risks import derived_risks
from plan.thresholds import Thresholds
from plan.values import MilestoneStatus, Role, Stage
from tests.unit.plan.risks.small import (
    ADA,
    BEN,
    CLOSE,
    ON,
    action,
    ago,
    ahead,
    found,
    milestone,
    milestones,
    person,
    plan,
)

CLOSED: tuple[Stage, ...] = ("closed_won", "closed_lost")


def test_a_healthy_plan_has_no_risks() -> None:
    healthy = plan(milestone("pilot", ahead(10)), milestone("sign", CLOSE, "pilot"))
    assert derived_risks(healthy, {}, ON) == ()


# sponsor_silent


@pytest.mark.parametrize(
    ("silence", "severities"),
    [(0, []), (13, []), (14, ["medium"]), (27, ["medium"]), (28, ["high"])],
)
def test_a_sponsor_is_silent_from_the_fourteenth_day(silence: int, severities: list[str]) -> None:
    silent = plan(people=(person("Ada", "economic_buyer", heard=ago(silence)), BEN))
    assert [risk.severity for risk in found("sponsor_silent", silent)] == severities


def test_the_sentence_has_the_arithmetic() -> None:
    roles: tuple[Role, ...] = ("executive_sponsor", "economic_buyer")
    (risk,) = found("sponsor_silent", plan(people=(person("Ada", *roles, heard=ago(19)), BEN)))
    assert risk.why == (
        "Ada, economic buyer and executive sponsor, was last heard on 18 February 2026, "
        "19 days before 9 March."
    )
    assert (risk.basis, risk.stakeholders) == ("derived", ("ada",))


def test_the_year_is_said_twice_where_it_changes() -> None:
    silent = plan(people=(person("Ada", "economic_buyer", heard=date(2025, 12, 31)), BEN))
    assert (
        "31 December 2025, 68 days before 9 March 2026." in found("sponsor_silent", silent)[0].why
    )


def test_the_later_of_sources_and_plan_counts() -> None:
    silent = plan(people=(person("Ada", "economic_buyer", heard=ago(40)), BEN))
    assert not found("sponsor_silent", silent, {"ada": ago(13)})
    assert found("sponsor_silent", silent, {"ada": ago(50)})[0].why.count("40 days") == 1


@pytest.mark.parametrize(("days", "risks"), [(13, 0), (14, 1)])
def test_somebody_never_heard_is_silent_from_the_day_they_became_known(
    days: int, risks: int
) -> None:
    people = (person("Ada", "economic_buyer"), BEN)
    with_the_deal = found("sponsor_silent", plan(people=people, as_of=ago(days)))
    later = found("sponsor_silent", plan(people=people, as_of=ago(90)), {}, {"ada": ago(days)})
    assert len(with_the_deal) == len(later) == risks
    assert all("not been heard since becoming known on 23 Feb" in risk.why for risk in later)


@pytest.mark.parametrize(
    "other",
    [
        person("Cem", "economic_buyer", heard=ago(60), active=False),
        person("Cem", "executive_sponsor", heard=ago(60), side="seller"),
        person("Cem", "champion", "decision_maker", heard=ago(60)),
    ],
)
def test_only_active_sponsors_of_the_buyer_can_be_silent(other: Stakeholder) -> None:
    assert not found("sponsor_silent", plan(people=(ADA, BEN, other)))


# missing_economic_buyer


@pytest.mark.parametrize(
    ("stage", "severities"),
    [
        ("prospecting", []),
        ("discovery", []),
        ("evaluation", ["medium"]),
        ("proposal", ["high"]),
        ("negotiation", ["high"]),
        ("closed_won", []),
        ("closed_lost", []),
    ],
)
def test_an_economic_buyer_is_missed_from_evaluation_on(
    stage: Stage, severities: list[str]
) -> None:
    nobody = plan(people=(BEN,), stage=stage)
    assert [risk.severity for risk in found("missing_economic_buyer", nobody)] == severities


def test_an_economic_buyer_who_left_is_missed() -> None:
    gone = person("Ada", "economic_buyer", active=False)
    (risk,) = found("missing_economic_buyer", plan(people=(gone, BEN)))
    assert risk.why == (
        "None of the active people at Acme (1) is the economic buyer, "
        "and the deal is in evaluation."
    )


def test_the_economic_buyer_is_on_the_buyers_side() -> None:
    partner = person("Cem", "economic_buyer", side="partner")
    assert found("missing_economic_buyer", plan(people=(partner, BEN)))


# single_threaded


@pytest.mark.parametrize(("days", "risks"), [(29, 0), (30, 0), (31, 1)])
def test_engagement_counts_for_thirty_days(days: int, risks: int) -> None:
    cold = plan(people=(ADA, person("Ben", heard=ago(days))))
    assert [risk.stakeholders for risk in found("single_threaded", cold)] == [("ada",)] * risks
    assert not found("single_threaded", cold, {"ben": ago(30)})


def test_nobody_engaged_is_worse_than_one() -> None:
    one = found("single_threaded", plan(people=(ADA, person("Ben"))))
    none = found("single_threaded", plan(people=(person("Ada"), person("Ben"))))
    assert [(risk.severity, risk.why) for risk in one + none] == [
        ("medium", "Only Ada at Acme was heard in the 30 days up to 9 March 2026."),
        ("high", "Nobody at Acme was heard in the 30 days up to 9 March 2026."),
    ]


@pytest.mark.parametrize(
    "other", [person("Cem", heard=ON, side="seller"), person("Cem", heard=ON, active=False)]
)
def test_sellers_and_those_who_left_are_no_second_thread(other: Stakeholder) -> None:
    assert found("single_threaded", plan(people=(ADA, other)))


def test_a_workspace_may_ask_for_more_people() -> None:
    (risk,) = derived_risks(plan(), {}, ON, numbers=Thresholds(engaged_people=3))
    assert risk.why == "Only Ada and Ben at Acme were heard in the 30 days up to 9 March 2026."


# overdue_milestone


@pytest.mark.parametrize(("due", "risks"), [(ago(1), 1), (ON, 0), (None, 0)])
def test_a_milestone_is_overdue_from_the_day_after(due: date | None, risks: int) -> None:
    assert len(found("overdue_milestone", plan(milestone("pilot", due)))) == risks


@pytest.mark.parametrize("status", ["planned", "in_progress", "blocked"])
def test_whatever_is_not_finished_can_be_overdue(status: MilestoneStatus) -> None:
    (risk,) = found("overdue_milestone", plan(milestone("pilot", ago(3), status=status)))
    assert risk.why == "“Pilot” was due on 6 March 2026, 3 days before 9 March, and is not done."


def test_what_the_signature_waits_for_is_worse() -> None:
    late = plan(
        milestone("party", ago(1)),
        milestone("pilot", ago(1)),
        milestone("legal", ahead(5), "pilot"),
        milestone("sign", CLOSE, "legal", kind="signature"),
    )
    risks = found("overdue_milestone", late)
    assert [(risk.milestones, risk.severity) for risk in risks] == [
        (("party",), "medium"),
        (("pilot",), "high"),
    ]


# timeline_drift


def test_all_that_the_signature_depends_on_has_to_be_before_the_close() -> None:
    after = CLOSE + timedelta(days=1)
    drifting = plan(
        milestone("pilot", after),
        milestone("legal", after, "pilot"),
        milestone("sign", after, "legal", kind="signature"),
        milestone("live", after, "sign"),
        milestone("party", after),
    )
    risks = found("timeline_drift", drifting)
    assert [risk.milestones for risk in risks] == [("pilot",), ("legal",), ("sign",)]
    assert {risk.severity for risk in risks} == {"high"}
    assert risks[0].why == (
        "“Pilot” is due on 1 May 2026, 1 day after 30 April, the deal's close date."
    )


def test_the_close_date_itself_is_in_time() -> None:
    assert not found("timeline_drift", plan(milestone("sign", CLOSE, kind="signature")))


def test_without_a_close_date_nothing_is_late_for_it() -> None:
    assert not found("timeline_drift", plan(milestone("sign", CLOSE, kind="signature"), close=None))


def test_a_milestone_before_what_it_depends_on_drifts() -> None:
    drifting = plan(
        milestone("setup", ahead(10), "import", "training"),
        milestone("import", ahead(11)),
        milestone("training", ahead(12)),
    )
    (risk,) = found("timeline_drift", drifting)
    assert (risk.milestones, risk.severity) == (("setup",), "medium")
    assert risk.why == (
        "“Setup” is due on 19 March 2026, 2 days before “Training”, "
        "which it depends on and which is due on 21 March."
    )


def test_the_same_day_as_what_it_depends_on_is_no_drift() -> None:
    same = plan(milestone("setup", ahead(10), "import"), milestone("import", ahead(10)))
    assert not found("timeline_drift", same)


def test_one_milestone_drifts_once() -> None:
    both = plan(
        milestone("sign", CLOSE + timedelta(days=1), "legal", kind="signature"),
        milestone("legal", CLOSE + timedelta(days=9)),
    )
    assert milestones("timeline_drift", both) == ["sign", "legal"]


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_finished_neither_drifts_nor_makes_others_drift(status: MilestoneStatus) -> None:
    late = CLOSE + timedelta(days=5)
    finished = plan(
        milestone("legal", late, status=status),
        milestone("early", ahead(1), "late", status=status),
        milestone("late", ahead(2)),
        milestone("sign", CLOSE, "legal", kind="signature"),
    )
    assert not found("timeline_drift", finished)


def test_a_finished_step_does_not_hide_what_lies_behind_it() -> None:
    behind = plan(
        milestone("pilot", CLOSE + timedelta(days=5)),
        milestone("legal", CLOSE, "pilot", status="cancelled"),
        milestone("sign", CLOSE, "legal", kind="signature"),
    )
    assert milestones("timeline_drift", behind) == ["pilot"]


# unowned_milestone


@pytest.mark.parametrize(
    ("due", "severities"),
    [
        (ahead(22), []),
        (ahead(21), ["medium"]),
        (ahead(1), ["medium"]),
        (ON, ["high"]),
        (ago(3), ["high"]),
        (None, []),
    ],
)
def test_a_milestone_needs_an_owner_three_weeks_ahead(
    due: date | None, severities: list[str]
) -> None:
    risks = found("unowned_milestone", plan(milestone("pilot", due, owner=None)))
    assert [risk.severity for risk in risks] == severities


@pytest.mark.parametrize(
    ("due", "sentence"),
    [
        (ahead(2), "“Pilot” is due on 11 March 2026, 2 days after 9 March, and has no owner."),
        (ON, "“Pilot” is due on 9 March 2026, the day of this check, and has no owner."),
        (ago(1), "“Pilot” was due on 8 March 2026, 1 day before 9 March, and has no owner."),
    ],
)
def test_the_sentence_says_how_near_it_is(due: date, sentence: str) -> None:
    (risk,) = found("unowned_milestone", plan(milestone("pilot", due, owner=None)))
    assert risk.why == sentence


def test_an_owner_who_left_is_no_owner() -> None:
    gone = person("Cem", active=False)
    (risk,) = found(
        "unowned_milestone", plan(milestone("pilot", ON, owner="cem"), people=(ADA, BEN, gone))
    )
    assert risk.why.endswith("and its owner Cem has left.")


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_finished_needs_no_owner(status: MilestoneStatus) -> None:
    finished = plan(milestone("pilot", ago(3), owner=None, status=status))
    assert not found("unowned_milestone", finished)


# no_next_step


@pytest.mark.parametrize(
    ("actions", "severities"),
    [
        ((action(ON),), []),
        ((action(ahead(1)),), []),
        ((action(ago(1)),), ["medium"]),
        ((action(None),), ["medium"]),
        ((action(ahead(1), "done"),), ["high"]),
        ((action(ahead(1), "cancelled"),), ["high"]),
        ((), ["high"]),
    ],
)
def test_a_next_step_is_open_and_lies_ahead(
    actions: tuple[Action, ...], severities: list[str]
) -> None:
    risks = found("no_next_step", plan(actions=actions))
    assert [risk.severity for risk in risks] == severities


@pytest.mark.parametrize(
    ("actions", "what"),
    [
        ((), "none is open"),
        ((action(ago(1)), action(None)), "of those open, 1 overdue and 1 without a date"),
        ((action(ago(1)), action(ago(2))), "of those open, 2 overdue"),
    ],
)
def test_the_sentence_says_what_there_is(actions: tuple[Action, ...], what: str) -> None:
    (risk,) = found("no_next_step", plan(actions=actions))
    assert risk.why == f"No open action is due on or after 9 March 2026: {what}."


# closed deals


@pytest.mark.parametrize("stage", CLOSED)
def test_a_closed_deal_keeps_only_what_delivery_needs(stage: Stage) -> None:
    closed = plan(
        milestone("sign", CLOSE + timedelta(days=3), kind="signature"),
        milestone("kickoff", ago(1), "import", owner=None),
        milestone("import", ahead(3), owner=None),
        people=(person("Ada", "economic_buyer", heard=ago(60)),),
        actions=(),
        stage=stage,
    )
    assert [(risk.kind, risk.milestones) for risk in derived_risks(closed, {}, ON)] == [
        ("overdue_milestone", ("kickoff",)),
        ("timeline_drift", ("kickoff",)),
        ("unowned_milestone", ("kickoff",)),
        ("unowned_milestone", ("import",)),
    ]
