"""What blocks a deal, told: the worst first, whose move it is, and nothing made up."""

from datetime import date

import pytest

from agent.answers.answer import UNKNOWN
from agent.answers.blockers import blockers
from agent.answers.dossier import About
from agent.answers.holding import ends_of
from plan.observations import Risk
from plan.values import MilestoneKind, Stage
from tests.unit.agent.answers.acme import START, add, deal, said, texts, update

EARLY = date(2026, 3, 12)
"""A day on which nothing is overdue."""


def test_what_is_blocked_is_told_with_whose_move_it_is_and_the_words() -> None:
    answer = blockers(deal(update("milestone", "security", 3, status="blocked")), About())
    assert texts(answer)[1] == (
        "“Security review passed” is blocked since Tuesday 10 March 2026 (10 days), due on "
        "Wednesday 18 March 2026, 2 days overdue; the next move is with Lena Ortiz (Acme Foods)."
    )
    assert answer.statements[1].words == said(3)
    assert answer.statements[1].events == (2,)


def test_more_than_one_is_counted_first() -> None:
    found = texts(blockers(deal(), About()))
    assert found[0] == "2 things now hold up “Contract signed” (due on Friday 27 March 2026)."
    assert found[1].startswith("“Send Lena the SOC 2 report”, for “Security review passed”, is due")
    assert "7 days overdue; the next move is with Dan Cole (Northwind)" in found[1]


def test_where_nothing_is_late_the_next_in_line_is_told() -> None:
    assert texts(blockers(deal(today=EARLY), About())) == [
        "Nothing now holds up “Contract signed” (due on Friday 27 March 2026).",
        (
            "Next is “Security review passed”, due on Wednesday 18 March 2026: nothing has stood "
            "before it since Monday 2 March 2026 (10 days); the next move is with Lena Ortiz "
            "(Acme Foods)."
        ),
    ]


def test_a_voiced_risk_holds_up_what_it_touches_or_the_deal() -> None:
    raised = Risk(kind="blocker_raised", milestones=("security",), evidence=said(7), basis="said")
    budget = Risk(kind="budget_risk", stakeholders=("tom-vance",), evidence=said(8), basis="said")
    answer = blockers(deal(risks=(raised, budget), today=EARLY), About())
    assert texts(answer)[1:] == [
        (
            "“Security review passed” is held up: a blocker was raised on Tuesday 10 March 2026, "
            "2 days ago, and it is due on Wednesday 18 March 2026; the next move is with Lena "
            "Ortiz (Acme Foods)."
        ),
        (
            "The budget was said to be at risk on Tuesday 10 March 2026, 2 days ago; it names Tom "
            "Vance (Acme Foods)."
        ),
    ]
    assert [one.words for one in answer.statements[1:]] == [said(7), said(8)]


def test_a_silent_sponsor_holds_up_the_deal_but_not_one_step() -> None:
    silent = Risk(kind="sponsor_silent", stakeholders=("tom-vance",))
    dossier = deal(risks=(silent,), today=EARLY)
    assert texts(blockers(dossier, About()))[0] == (
        "Tom Vance (Acme Foods), economic buyer and end user, has been silent since Friday 20 "
        "February 2026 (20 days); the next move is with Tom Vance (Acme Foods)."
    )
    step = About(items=(dossier.ref("milestone", "security"),))
    assert not any("silent" in text for text in texts(blockers(dossier, step)))


def test_a_change_that_waits_is_told_as_waiting() -> None:
    wish = update("milestone", "security", 6, status="blocked")
    answer = blockers(deal(waiting=[wish], today=EARLY), About())
    assert texts(answer)[1] == (
        "A change of “Security review passed” waits for approval: status blocked instead of "
        "in progress."
    )
    assert answer.statements[1].basis == "proposed"


def test_only_what_is_theirs_is_told_where_a_side_is_asked_about() -> None:
    found = texts(blockers(deal(), About(side="buyer")))
    assert all("Lena Ortiz" in text for text in found)
    none = texts(blockers(deal(), About(side="partner")))
    assert none[0] == (
        "Nothing that holds up “Contract signed” (due on Friday 27 March 2026) is with a partner."
    )
    assert len(none) == 4


def test_an_action_is_held_up_by_what_holds_up_its_milestone() -> None:
    dossier = deal()
    by_action = blockers(dossier, About(items=(dossier.ref("action", "soc2"),)))
    assert by_action == blockers(dossier, About(items=(dossier.ref("milestone", "security"),)))


def test_an_owner_who_left_and_nobody_are_no_ones_move() -> None:
    gone = deal(update("stakeholder", "lena-ortiz", 2, active=False), today=EARLY)
    assert texts(blockers(gone, About()))[1].endswith("its owner Lena Ortiz (Acme Foods) has left.")
    nobody = deal(update("milestone", "security", 2, owner=None), today=EARLY)
    assert texts(blockers(nobody, About()))[1].endswith("nobody owns it.")


def test_nothing_holds_up_what_is_over() -> None:
    dossier = deal(update("milestone", "security", 2, status="done"))
    answer = blockers(dossier, About(items=(dossier.ref("milestone", "security"),)))
    assert texts(answer) == ["“Security review passed” is done, so nothing holds it up."]
    assert not answer.unknown


def test_what_stands_under_no_milestone_is_not_known_to_wait() -> None:
    dossier = deal()
    answer = blockers(dossier, About(items=(dossier.ref("action", "list"),)))
    assert answer.unknown
    assert answer.note == UNKNOWN
    assert texts(answer) == ["“Send the user list” is open, without a date."]


@pytest.mark.parametrize(
    ("stage", "kind", "ends"),
    [
        ("negotiation", "go_live", ("signature",)),
        ("closed_won", "go_live", ("kickoff",)),
        ("closed_won", "other", ("security", "signature", "kickoff")),
        ("closed_lost", "go_live", ()),
    ],
)
def test_a_deal_waits_for_its_signature_and_then_for_go_live(
    stage: Stage, kind: MilestoneKind, ends: tuple[str, ...]
) -> None:
    start = START.model_copy(update={"deal": START.deal.model_copy(update={"stage": stage})})
    dossier = deal(update("milestone", "kickoff", kind=kind, title="Live"), start=start)
    assert ends_of(dossier) == ends


def test_a_lost_deal_is_held_up_by_nothing() -> None:
    budget = Risk(kind="budget_risk", evidence=said(8), basis="said")
    lost = START.deal.model_copy(update={"stage": "closed_lost"})
    dossier = deal(risks=(budget,), start=START.model_copy(update={"deal": lost}))
    assert blockers(dossier, About()).unknown


def test_a_new_milestone_waits_from_the_day_it_came() -> None:
    new = add("milestone", "legal", 4, title="Legal review")
    dossier = deal(new, update("milestone", "signature", depends_on=["legal"]), today=EARLY)
    assert "since Tuesday 10 March 2026 (2 days)" in texts(blockers(dossier, About()))[1]
