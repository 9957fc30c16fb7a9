"""Silence of sponsors and champions, and what excuses it: absences and days agreed on."""

from datetime import date, timedelta

import pytest

from plan.calendar import Calendar
from plan.models import Milestone, Plan, Stakeholder
from plan.risks import derived_risks
from plan.thresholds import Thresholds
from plan.values import Stage
from tests.unit.plan.risks.small import (
    ADA,
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

HEARD = date(2026, 2, 23)
"""A Monday; ten working days later it is Monday 9 March, `ON`."""

EASTER = Calendar(
    frozenset(
        date(2026, month, day) for month, day in ((4, 2), (4, 3), (4, 5), (4, 6), (5, 1), (5, 14))
    )
)
"""Norway in spring 2026: Maundy Thursday, Good Friday, Easter Sunday and Monday, and May."""


def sponsor(heard: date | None = HEARD) -> Plan:
    return plan(people=(person("Ute", "executive_sponsor", heard=heard),), as_of=HEARD)


def champion(*milestones: Milestone, heard: date | None = HEARD) -> Plan:
    return plan(*milestones, people=(ADA, person("Ben", "champion", heard=heard)), as_of=HEARD)


def promised(of: Plan, title: str, due: date, owner: str = "dan") -> Plan:
    return of.model_copy(update={"actions": (*of.actions, action(due, title=title, owner=owner))})


# A champion who is quiet


@pytest.mark.parametrize(
    ("on", "severities"),
    [
        (date(2026, 3, 8), []),
        (date(2026, 3, 9), ["medium"]),
        (date(2026, 3, 20), ["medium"]),
        (date(2026, 3, 22), ["medium"]),
        (date(2026, 3, 23), ["high"]),
    ],
)
def test_a_champion_is_quiet_from_the_tenth_working_day(on: date, severities: list[str]) -> None:
    risks = found("champion_quiet", champion(), on=on)
    assert [risk.severity for risk in risks] == severities


def test_the_sentence_counts_working_days() -> None:
    (risk,) = found("champion_quiet", champion())
    assert risk.why == ("Ben, champion, was last heard on 23 February 2026, 10 working days ago.")
    assert (risk.stakeholders, risk.since) == (("ben",), HEARD)


def test_a_champion_never_heard_is_quiet_from_the_day_they_became_known() -> None:
    (risk,) = found("champion_quiet", champion(heard=None))
    assert risk.why == (
        "Ben, champion, has not been heard since becoming known on 23 February 2026, "
        "10 working days ago."
    )
    assert not found("champion_quiet", champion(heard=None), known={"ben": ago(6)})


def test_holidays_are_no_working_days() -> None:
    carnival = Calendar(frozenset({date(2026, 3, 2)}))
    assert not found("champion_quiet", champion(), calendar=carnival)
    assert found("champion_quiet", champion(), calendar=carnival, on=ahead(1))


def test_hearing_a_champion_settles_it_that_day() -> None:
    assert not found("champion_quiet", champion(), engaged={"ben": ON})


@pytest.mark.parametrize(
    "other",
    [
        person("Cem", "champion", heard=HEARD, side="seller"),
        person("Cem", "champion", heard=HEARD, active=False),
        person("Cem", "influencer", heard=HEARD),
        person("Cem", "champion", "economic_buyer", heard=HEARD),
    ],
)
def test_only_active_champions_who_are_no_sponsors_count(other: Stakeholder) -> None:
    assert not found("champion_quiet", plan(people=(ADA, other)))


@pytest.mark.parametrize("stage", ["closed_won", "closed_lost"])
def test_a_closed_deal_has_no_quiet_champion(stage: Stage) -> None:
    closed = plan(people=(person("Ben", "champion", heard=HEARD),), stage=stage)
    assert not found("champion_quiet", closed)


# Somebody is away


def test_a_sponsor_who_is_away_is_silent_quietly() -> None:
    (risk,) = found("sponsor_silent", sponsor(), absent=away("Ute", ahead(7)))
    assert (risk.severity, risk.since) == ("medium", HEARD)
    assert risk.quiet_until == ahead(21)
    assert risk.quiet_why == "Ute is away and back on 16 March 2026; days count from then."


def test_once_back_the_sentence_says_was() -> None:
    absent = away("Ute", ago(1))
    (risk,) = found("sponsor_silent", sponsor(), absent=absent)
    assert risk.quiet_until == ahead(14)  # Sunday the 22nd plus 14 days is no working day
    assert risk.quiet_why == "Ute was away and back on 8 March 2026; days count from then."


@pytest.mark.parametrize("until", [ago(16), ago(20)])
def test_an_absence_before_they_were_last_heard_excuses_nothing(until: date) -> None:
    heard, saturday = ago(16), ago(2)
    of, absent = sponsor(heard), away("Ute", until)
    (risk,) = found("sponsor_silent", of, on=saturday, absent=absent)
    assert (risk.quiet_until, risk.quiet_why) == (None, "")


@pytest.mark.parametrize(("since", "quiet"), [(ahead(1), False), (ON, True), (ago(20), True)])
def test_an_absence_that_is_still_to_come_excuses_nothing(since: date, *, quiet: bool) -> None:
    absent = away("Ute", ahead(7), since)
    (risk,) = found("sponsor_silent", sponsor(), absent=absent)
    assert (risk.quiet_until is not None) is quiet


def test_somebody_elses_absence_excuses_nothing() -> None:
    (risk,) = found("sponsor_silent", sponsor(), absent=away("Ben", ahead(7)))
    assert risk.quiet_until is None


def test_long_silence_counts_from_the_day_they_are_back() -> None:
    absent = away("Ute", date(2026, 3, 16))
    back_four_weeks = date(2026, 4, 13)
    (before,) = found("sponsor_silent", sponsor(), on=back_four_weeks - timedelta(1), absent=absent)
    (after,) = found("sponsor_silent", sponsor(), on=back_four_weeks, absent=absent)
    assert (before.severity, after.severity) == ("medium", "high")


def test_over_easter_a_sponsor_stays_quiet_and_fires_on_the_working_day_after() -> None:
    # Back on Friday 20 March, so that fourteen days end on Good Friday, 3 April.
    absent = away("Ute", date(2026, 3, 20))
    loud = [
        day
        for day in (date(2026, 3, 1) + timedelta(n) for n in range(60))
        for risk in found("sponsor_silent", sponsor(), on=day, absent=absent, calendar=EASTER)
        if risk.quiet_until is None
    ]
    assert loud[0] == date(2026, 4, 7), "the Tuesday after Easter Monday"
    assert loud == [date(2026, 4, 7) + timedelta(n) for n in range(len(loud))]
    assert found("sponsor_silent", sponsor(), absent=absent, calendar=EASTER), "quiet all the same"


def test_over_easter_a_champion_who_is_away_fires_ten_working_days_after_the_return() -> None:
    # Away from the week before Easter, back on Tuesday 7 April.
    absent = away("Ben", date(2026, 4, 7))
    of = champion(heard=date(2026, 3, 20))
    days = [date(2026, 3, 20) + timedelta(n) for n in range(60)]
    risks = {
        day: found("champion_quiet", of, on=day, absent=absent, calendar=EASTER) for day in days
    }
    raised = [day for day in days if risks[day]]
    loud = [day for day in raised if risks[day][0].quiet_until is None]
    assert raised[0] == date(2026, 4, 8), (
        "ten working days after 20 March, three holidays not counted"
    )
    assert loud[0] == date(2026, 4, 21), "ten working days after 7 April"
    assert risks[loud[0]][0].severity == "medium"
    assert risks[date(2026, 5, 6)][0].severity == "high", "twenty, 1 May is none"
    assert risks[date(2026, 5, 5)][0].severity == "medium"


# Something is agreed for later


@pytest.mark.parametrize(
    ("title", "owner", "quiet"),
    [
        ("Send the numbers", "ben", True),
        ("Call with Ben", "ada", True),
        ("Call with Ben, then mail", "ada", True),
        ("Call with BEN", "ada", True),
        ("Ben sends the numbers", "ada", False),
        ("Ask ben", "ada", False),
        ("Call with Ada", "ada", False),
        ("Send the numbers", "ada", False),
    ],
)
def test_an_action_of_theirs_or_naming_them_is_agreed(
    title: str, owner: str, *, quiet: bool
) -> None:
    deal = promised(champion(), title, ahead(3), owner=owner)
    (risk,) = found("champion_quiet", deal)
    assert (risk.quiet_until == ahead(4)) is quiet
    if quiet:
        assert risk.quiet_why == f"“{title}” is agreed with Ben for 12 March 2026."


def test_what_is_agreed_for_a_friday_is_awaited_until_monday() -> None:
    (risk,) = found("champion_quiet", promised(champion(), "Call with Ben", ahead(4)))
    assert risk.quiet_until == ahead(7)


def test_on_the_day_agreed_it_is_still_quiet_and_then_no_more() -> None:
    deal = promised(champion(), "Call with Ben", ahead(3))
    quiet = [found("champion_quiet", deal, on=ahead(n))[0].quiet_until for n in (3, 4)]
    assert quiet == [ahead(4), None]


def test_once_a_day_agreed_has_passed_without_them_the_next_excuses_nothing() -> None:
    missed = promised(promised(champion(), "Call with Ben", ago(3)), "Meet Ben", ahead(3))
    assert found("champion_quiet", missed)[0].quiet_until is None


def test_what_was_agreed_before_they_were_last_heard_is_forgotten() -> None:
    kept = promised(promised(champion(), "Call with Ben", HEARD), "Meet with Ben", ahead(3))
    assert found("champion_quiet", kept)[0].quiet_until == ahead(4)


def test_a_day_further_off_than_twice_the_threshold_excuses_nothing() -> None:
    last = date(2026, 3, 23)
    near, far = (
        found("champion_quiet", promised(champion(), "Call with Ben", day))[0].quiet_until
        for day in (last, last + timedelta(1))
    )
    assert (near, far) == (last + timedelta(1), None)


@pytest.mark.parametrize("status", ["done", "cancelled"])
def test_what_is_over_is_not_agreed_any_more(status: str) -> None:
    deal = promised(champion(), "Call with Ben", ahead(3))
    over = tuple(one.model_copy(update={"status": status}) for one in deal.actions)
    assert found("champion_quiet", deal.model_copy(update={"actions": over}))[0].quiet_why == ""


def test_a_milestone_of_theirs_excuses_a_champion_and_no_sponsor() -> None:
    step = milestone("pilot", ahead(3), owner="ben")
    assert found("champion_quiet", champion(step))[0].quiet_until == ahead(4)
    both = plan(
        milestone("approval", ahead(3), owner="ute"),
        people=(person("Ute", "executive_sponsor", heard=HEARD),),
    )
    assert found("sponsor_silent", both)[0].quiet_until is None


def test_a_call_with_a_sponsor_excuses_them() -> None:
    deal = promised(sponsor(), "Call with Ute", ahead(3))
    assert found("sponsor_silent", deal)[0].quiet_until == ahead(4)


def test_the_longer_excuse_counts() -> None:
    deal = promised(sponsor(), "Call with Ute", ahead(8))
    (risk,) = found("sponsor_silent", deal, absent=away("Ute", ahead(2)))
    assert risk.quiet_until == ahead(16)
    deal = promised(sponsor(), "Call with Ute", ahead(29))
    (risk,) = found("sponsor_silent", deal, absent=away("Ute", ahead(2)))
    assert risk.quiet_until == ahead(30)


def test_a_workspace_may_be_more_patient() -> None:
    numbers = Thresholds(champion_quiet_days=11)
    assert not [
        one
        for one in derived_risks(champion(), {}, ON, {}, numbers)
        if one.kind == "champion_quiet"
    ]
