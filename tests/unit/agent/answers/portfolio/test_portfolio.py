"""Answers across deals."""

from dataclasses import replace
from datetime import date

import pytest

from agent.answers.answer import Answer
from agent.answers.dossier import About, Dossier
from agent.answers.portfolio.across import quarter_end
from agent.answers.portfolio.closing import closing
from agent.answers.portfolio.overdue import overdue
from agent.answers.portfolio.risky import risky
from agent.answers.portfolio.slipping import slipping
from agent.answers.portfolio.stepless import stepless
from agent.answers.portfolio.totals import totals
from agent.answers.portfolio.whereabouts import whereabouts
from plan.edits import Edit
from plan.observations import Risk
from plan.values import Stage
from tests.unit.agent.answers.acme import TODAY, deal, said, texts, update

ON_TIME = update("milestone", "security", due="2026-03-24")
QUIET = update("action", "soc2", status="done")


def umbra(*edits: Edit, **fields: object) -> Dossier:
    """Another deal with the same plan, in which nothing is late."""
    dossier = deal(ON_TIME, QUIET, *edits)
    named = {"id": "umbra", "name": "Umbra - rollout", **fields}
    own = dossier.plan.deal.model_copy(update=named)
    return replace(dossier, plan=dossier.plan.model_copy(update={"deal": own}))


def deals_of(answer: Answer) -> set[str]:
    return {ref.deal for one in answer.statements for ref in one.items}


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 3, 31), date(2026, 3, 31)),
        (date(2026, 5, 31), date(2026, 6, 30)),
        (date(2026, 8, 1), date(2026, 9, 30)),
        (date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_quarter_ends_with_its_third_month(day: date, end: date) -> None:
    assert quarter_end(day) == end


def test_a_deal_slips_by_what_is_overdue_on_the_way() -> None:
    answer = slipping([umbra(), deal()], About())
    (acme,) = answer.statements
    assert acme.text == (
        "Acme - warehouse platform, to close on Friday 27 March 2026, slips. "
        "“Security review passed” was due on 18 March 2026, 2 days before 20 March, "
        "and is not done."
    )
    assert acme.items == (deal().ref("deal"), deal().ref("milestone", "security"))


@pytest.mark.parametrize(
    ("edit", "reason"),
    [
        (
            update("milestone", "signature", due="2026-04-02"),
            "“Contract signed” is due on Thursday 2 April 2026.",
        ),
        (
            update("deal", "deal", close_date="2026-04-30"),
            "Its close date is Thursday 30 April 2026, after Tuesday 31 March 2026.",
        ),
        (
            update("deal", "deal", close_date="2026-03-19"),
            "Its close date, Thursday 19 March 2026, has passed.",
        ),
        (
            update("milestone", "signature", due="2026-03-23"),
            "1 day before “Security review passed”, which it depends on",
        ),
    ],
)
def test_a_deal_slips_by_its_dates(edit: Edit, reason: str) -> None:
    (told,) = slipping([umbra(edit)], About()).statements
    assert reason in told.text


def test_a_deal_that_is_to_close_later_does_not_slip() -> None:
    later = umbra(
        update("deal", "deal", close_date="2026-06-30"),
        update("milestone", "signature", due="2026-06-29"),
    )
    answer = slipping([later], About())
    assert texts(answer) == ["No deal that is to close by Tuesday 31 March 2026 slips."]
    assert not answer.unknown


def test_what_the_signature_does_not_wait_for_makes_nothing_slip() -> None:
    aside = umbra(update("milestone", "kickoff", due="2026-03-05"))
    assert texts(slipping([aside], About()))[0].startswith("No deal")
    assert "Kick-off" in texts(overdue([aside], About()))[0]


def test_deals_without_a_close_date_come_last() -> None:
    undated = replace(umbra(close_date=None), today=date(2026, 4, 1))
    told = overdue([undated, deal()], About()).statements
    assert [one.items[0].deal for one in told] == ["acme", "umbra"]


def test_slipping_heeds_the_day_asked_after() -> None:
    assert texts(slipping([deal()], About(until=date(2026, 3, 21))))[0].startswith("No deal")
    assert "slips" in texts(slipping([umbra()], About(until=date(2026, 3, 21))))[0]


@pytest.mark.parametrize("stage", ["closed_won", "closed_lost"])
def test_closed_deals_are_none_that_wait(stage: Stage) -> None:
    over = deal(update("deal", "deal", stage=stage))
    for survey in (slipping, stepless, overdue, closing, totals):
        assert survey([over], About()).unknown
        assert deals_of(survey([over, umbra()], About())) == {"umbra"}


def test_a_deal_without_a_dated_action_ahead_has_no_next_step() -> None:
    bare = deal(update("action", "quote", status="done"))
    answer = stepless([umbra(), bare], About())
    assert deals_of(answer) == {"acme"}
    assert texts(answer)[0].startswith("Acme - warehouse platform has no next step.")
    assert bare.ref("action", "soc2") in answer.statements[0].items
    assert texts(stepless([umbra()], About())) == [
        "Every open deal has a next step with a date ahead."
    ]


def test_what_is_overdue_is_told_deal_by_deal() -> None:
    assert texts(overdue([umbra(), deal()], About())) == [
        (
            "Acme - warehouse platform has overdue: “Send Lena the SOC 2 report” of Dan Cole, due "
            "on Friday 13 March 2026, 7 days overdue; “Security review passed” of Lena Ortiz, due "
            "on Wednesday 18 March 2026, 2 days overdue."
        )
    ]
    assert "SOC 2" not in str(texts(overdue([deal()], About(side="buyer"))))
    assert "Security" not in str(texts(overdue([deal()], About(people=("dan-cole",)))))
    due_today = replace(umbra(), today=date(2026, 3, 24))
    assert texts(overdue([due_today], About())) == ["Nothing is overdue in any open deal."]


def test_deals_that_close_in_a_time_are_told_by_day() -> None:
    later = umbra(close_date=date(2026, 4, 30), amount=None)
    about = About(since=date(2026, 3, 1), until=date(2026, 4, 30))
    assert texts(closing([later, deal()], about)) == [
        (
            "Acme - warehouse platform is to close on Friday 27 March 2026, for EUR 240,000; "
            "its stage is negotiation."
        ),
        "Umbra - rollout is to close on Thursday 30 April 2026; its stage is negotiation.",
    ]
    assert deals_of(closing([later, deal()], About())) == {"acme"}
    none = closing([deal()], About(until=TODAY))
    assert texts(none) == ["No open deal has a close date in that time."]


def test_somebody_is_found_by_id_and_by_name() -> None:
    elsewhere = umbra()
    by_id = whereabouts([deal(), elsewhere], About(people=("tom-vance",)))
    by_name = whereabouts([deal(), elsewhere], About(text="Where is Tom Vance?"))
    assert texts(by_id) == texts(by_name)
    assert texts(by_id)[1] == (
        "Tom Vance (Acme Foods) takes part in Umbra - rollout; there, Tom Vance acts as economic "
        "buyer and end user."
    )
    assert whereabouts([deal()], About(text="Where is Tom?")).unknown
    assert whereabouts([deal()], About(people=("nobody",))).unknown


def test_risks_of_a_kind_are_told_worst_first_with_their_words() -> None:
    mild = Risk(kind="budget_risk", severity="low", evidence=said(2), basis="said")
    bad = Risk(kind="competitor_threat", severity="high", stakeholders=("tom-vance", "gone"))
    first = replace(umbra(), risks=(mild,))
    answer = risky([first, deal(risks=[bad, mild])], About(text="Which deals are at risk?"))
    assert texts(answer) == [
        "Acme - warehouse platform has open risks: competitor threat (high) and budget risk (low).",
        "Umbra - rollout has open risks: budget risk (low).",
    ]
    assert answer.statements[0].words == said(2)
    assert deal().ref("stakeholder", "tom-vance") in answer.statements[0].items
    budget = risky([first, deal(risks=[bad])], About(text="Where is a budget at risk?"))
    assert deals_of(budget) == {"umbra"}
    over = Risk(kind="competitor_threat", status="resolved")
    none = risky([deal(risks=[over])], About(text="Where is a competitor?"))
    assert texts(none) == ["No deal has such a risk open."]


def test_amounts_are_summed_by_currency() -> None:
    dollars = umbra(id="third", currency="AUD")
    bare = umbra(id="fourth", amount=None)
    answer = totals([umbra(), deal(), dollars, bare], About())
    assert texts(answer) == [
        "2 open deals are together worth EUR 480,000.",
        "1 open deal is worth AUD 240,000.",
        "Without an amount: Umbra - rollout.",
    ]
    assert {ref.deal for ref in answer.statements[0].items} == {"acme", "umbra"}


def test_totals_heed_the_days_asked_after() -> None:
    later = umbra(close_date=date(2026, 4, 30))
    about = About(since=date(2026, 4, 1), until=date(2026, 4, 30))
    assert texts(totals([deal(), later], about)) == [
        (
            "1 open deal, to close from Wednesday 1 April 2026 until Thursday 30 April 2026, is "
            "worth EUR 240,000."
        )
    ]
    assert totals([deal()], about).unknown


def test_no_deals_tell_nothing() -> None:
    for survey in (slipping, stepless, overdue, closing, totals, risky, whereabouts):
        assert survey([], About()).unknown
