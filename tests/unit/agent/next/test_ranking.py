"""What comes first, and how much of it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.next import Scene, ranked
from plan.models import Action
from plan.observations import Risk
from plan.values import Intent, RiskKind
from tests.unit.agent.next.tern import DAY, PEOPLE, Told, derived, plan, said, scene

EARLIER = "tern.s1"
ALL: tuple[Risk, ...] = (
    said("blocker_raised", "wim", severity="high", about=("terms",)),
    said("budget_risk", "olu"),
    said("competitor_threat", "ada"),
    said("priority_shift", "ada", at=EARLIER),
    said("champion_weakening", "ada"),
    said("stakeholder_departure", "ada", severity="high"),
    said("scope_change", "zoe"),
    derived("sponsor_silent", "olu"),
    derived("missing_economic_buyer"),
    derived("single_threaded", "ada"),
    derived("overdue_milestone", milestones=("terms",)),
    derived("timeline_drift", milestones=("pilot",)),
    derived("unowned_milestone", milestones=("pilot",)),
    derived("no_next_step"),
    derived("champion_quiet", "ada"),
    derived("critical_path_slack", milestones=("terms",)),
    derived("missing_gate"),
    derived("unmeasured_outcome"),
    derived("go_live_backwards", milestones=("start",)),
    derived("stalled_stage"),
)


def first(seen: Scene) -> Told:
    action = ranked(seen)[0]
    return action.intent, action.to


@pytest.mark.parametrize(
    ("kind", "people", "told"),
    [
        ("blocker_raised", ("wim",), ("resolve_blocker", ("wim",))),
        ("budget_risk", ("wim",), ("secure_budget", ("wim", "olu"))),
        ("competitor_threat", ("wim",), ("counter_competitor", ("wim",))),
        ("priority_shift", ("olu",), ("build_business_case", ("olu",))),
        ("champion_weakening", ("ada",), ("multi_thread", ("olu",))),
        ("scope_change", ("wim",), ("confirm_date", ("wim",))),
    ],
)
def test_each_said_risk_has_its_answer(
    kind: RiskKind, people: tuple[str, ...], told: tuple[Intent, tuple[str, ...]]
) -> None:
    assert first(scene(said(kind, *people))) == told


@pytest.mark.parametrize(
    ("risk", "told"),
    [
        (derived("sponsor_silent", "olu"), ("re_engage_sponsor", ("olu",))),
        (derived("missing_economic_buyer"), ("find_economic_buyer", ("ada",))),
        (derived("overdue_milestone", milestones=("terms",)), ("confirm_date", ("wim",))),
        (derived("overdue_milestone", milestones=("pilot",)), ("confirm_date", ("ada",))),
        (derived("unowned_milestone", milestones=("pilot",)), ("assign_owner", ("ada",))),
        (derived("go_live_backwards", milestones=("start",)), ("recover_timeline", ("ada",))),
        (derived("stalled_stage"), ("schedule_meeting", ("olu",))),
    ],
)
def test_each_derived_risk_has_its_answer(risk: Risk, told: Told) -> None:
    assert first(scene(risk)) == told


def test_what_was_just_said_comes_before_what_was_said_earlier() -> None:
    old = said("blocker_raised", "wim", severity="high", at=EARLIER)
    new = said("scope_change", "ada")
    assert first(scene(old, new)) == ("confirm_date", ("ada",))


def test_without_a_source_what_was_said_in_the_last_days_is_just_said() -> None:
    old = said("blocker_raised", "wim", at=EARLIER, since=date(2026, 4, 1))
    new = said("blocker_raised", "olu", at=EARLIER, since=date(2026, 5, 5))
    seen = Scene(plan=plan(), on=DAY, risks=(old, new))
    assert ranked(seen)[0].to == ("olu",)


def test_a_silent_sponsor_comes_before_all_but_what_cannot_wait() -> None:
    silent = derived("sponsor_silent", "olu")
    assert first(scene(said("competitor_threat", "ada", severity="high"), silent))[1] == ("olu",)
    assert first(scene(said("blocker_raised", "wim", severity="high"), silent))[1] == ("wim",)


def test_a_risk_that_names_nobody_of_the_buyer_weighs_less() -> None:
    ours = said("blocker_raised", "kit", severity="high")
    assert first(scene(ours, derived("sponsor_silent", "olu"))) == ("re_engage_sponsor", ("olu",))
    assert first(scene(ours)) == ("resolve_blocker", ("ada",))


def test_a_quiet_risk_calls_for_nothing_until_its_day() -> None:
    quiet = derived("sponsor_silent", "olu", quiet_until=date(2026, 5, 7), quiet_why="Away.")
    assert ranked(scene(quiet)) == ()
    loud = derived("sponsor_silent", "olu", quiet_until=DAY, quiet_why="Away.")
    assert first(scene(loud)) == ("re_engage_sponsor", ("olu",))


def test_what_is_settled_calls_for_nothing() -> None:
    settled = said("blocker_raised", "wim").model_copy(update={"status": "resolved"})
    assert ranked(scene(settled)) == ()


def test_nothing_needs_anybody_today() -> None:
    far = Action(id="far", title="Send the notes", owner="kit", due="2026-06-30")
    assert ranked(scene(of=plan(actions=(far,)))) == ()


def test_a_blocked_milestone_that_no_risk_tells_of_is_cleared_with_its_owner() -> None:
    stuck = plan().model_copy(
        update={"milestones": (plan().milestones[0].model_copy(update={"status": "blocked"}),)}
    )
    assert first(scene(of=stuck)) == ("resolve_blocker", ("wim",))
    told = said("blocker_raised", "olu", about=("terms",), at=EARLIER)
    assert len(ranked(scene(told, of=stuck))) == 1


def test_each_tells_what_it_is_about() -> None:
    (action,) = ranked(scene(said("blocker_raised", "wim", about=("terms",))))
    assert action.risk == "blocker_raised.wim.terms"
    assert (action.milestones, action.kind) == (("terms",), "email")
    assert action.evidence
    assert "“Terms agreed”" in action.why
    assert "Wim Roos" in action.why


def test_a_talk_gets_an_agenda() -> None:
    assert ranked(scene(derived("stalled_stage")))[0].kind == "agenda"


@given(st.lists(st.sampled_from(ALL), unique=True), st.sets(st.sampled_from(["ada", "olu", "wim"])))
def test_there_are_three_at_the_most_for_people_who_are_there(
    risks: list[Risk], away: set[str]
) -> None:
    actions = ranked(scene(*risks, away=dict.fromkeys(away, date(2026, 6, 1))))
    known = {one.id for one in PEOPLE if one.active}
    assert len(actions) <= 3
    assert len({(one.intent, one.to) for one in actions}) == len(actions)
    assert all(one.to and {*one.to} <= known for one in actions)
    assert bool(actions) == bool(risks)


@given(st.permutations(ALL))
def test_the_order_of_risks_does_not_matter(risks: list[Risk]) -> None:
    weighed = [one.intent for one in ranked(scene(*risks))]
    assert weighed == [one.intent for one in ranked(scene(*ALL))]
