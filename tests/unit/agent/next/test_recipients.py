"""Whom next actions are for: who can act, and never who is gone."""

from datetime import date

from agent.next import ranked
from plan.models import Stakeholder
from plan.sources import Turn
from tests.unit.agent.next.tern import added, derived, plan, said, scene

LATER = date(2026, 5, 20)


def test_somebody_who_has_left_gets_nothing() -> None:
    assert ranked(scene(said("blocker_raised", "zoe")))[0].to == ("ada",)


def test_somebody_who_is_away_gets_nothing_while_somebody_else_can_act() -> None:
    blocked = said("blocker_raised", "wim")
    assert ranked(scene(blocked, away={"wim": LATER}))[0].to == ("ada",)
    assert ranked(scene(blocked, away={"wim": date(2026, 5, 6)}))[0].to == ("wim",)
    everybody = dict.fromkeys(("wim", "ada", "olu"), LATER)
    assert ranked(scene(blocked, away=everybody))[0].to == ("wim",)


def test_our_own_people_clear_no_blocker_of_the_buyers() -> None:
    named = said("blocker_raised", "kit", about=("terms",))
    assert ranked(scene(named))[0].to == ("wim",)


def test_a_lost_champion_is_replaced_by_whoever_takes_over() -> None:
    new = Stakeholder(id="uma", name="Uma Vale", side="buyer")
    gone = said("stakeholder_departure", "ada", severity="high", since=date(2026, 5, 6))
    first = ranked(scene(gone, of=plan(new), findings=(added("stakeholder", "uma"),)))[0]
    assert (first.intent, first.to) == ("replace_champion", ("uma",))
    assert "Uma Vale is new" in first.why
    later = ranked(scene(gone, of=plan(new), known={"uma": date(2026, 5, 6)}))[0]
    assert later.to == ("uma",)
    before = ranked(scene(gone, of=plan(new), known={"uma": date(2026, 5, 2)}))[0]
    assert before.to == ("olu",)


def test_whoever_gets_what_was_theirs_takes_over() -> None:
    given = added("milestone", "start")
    edit = given.edit.model_copy(update={"op": "update", "set": {"owner": "wim"}})
    heir = given.model_copy(update={"edit": edit, "before": {"owner": "ada"}})
    gone = said("stakeholder_departure", "ada", severity="high")
    assert ranked(scene(gone, findings=(heir,)))[0].to == ("wim",)


def test_other_departures_ask_who_decides_or_who_takes_over() -> None:
    above = ranked(scene(said("stakeholder_departure", "olu")))[0]
    assert (above.intent, above.to) == ("find_economic_buyer", ("ada",))
    other = ranked(scene(said("stakeholder_departure", "wim")))[0]
    assert (other.intent, other.to) == ("assign_owner", ("ada",))


def test_a_newcomer_is_met() -> None:
    new = Stakeholder(id="uma", name="Uma Vale", side="buyer")
    first = ranked(scene(of=plan(new), findings=(added("stakeholder", "uma"),)))[0]
    assert (first.intent, first.to, first.risk) == ("multi_thread", ("uma",), "")
    assert ranked(scene(of=plan(new))) == ()


def test_a_won_deal_goes_to_our_customer_success_once() -> None:
    won = plan(stage="closed_won")
    engaged = {"olu": date(2026, 5, 5)}
    first = ranked(scene(of=won, engaged=engaged))[0]
    assert (first.intent, first.to, first.kind) == ("start_handoff", ("ivy",), "task")
    assert first.milestones == ("start",)
    assert ranked(scene(of=won, engaged={**engaged, "ivy": date(2026, 5, 5)})) == ()


def test_the_sponsor_of_a_won_deal_is_not_forgotten() -> None:
    won = plan(stage="closed_won")
    engaged = {"ivy": date(2026, 5, 5), "olu": date(2026, 4, 6)}
    first = ranked(scene(of=won, engaged=engaged))[0]
    assert (first.intent, first.to) == ("re_engage_sponsor", ("olu",))
    assert ranked(scene(of=won, engaged={**engaged, "olu": date(2026, 4, 7)})) == ()


def test_a_meeting_is_asked_of_whoever_is_talking() -> None:
    turns = (Turn(n=1, speaker="Wim Roos", text="Fine."),)
    assert ranked(scene(derived("no_next_step"), turns=turns))[0].to == ("wim",)
    assert ranked(scene(derived("no_next_step")))[0].to == ("ada",)
