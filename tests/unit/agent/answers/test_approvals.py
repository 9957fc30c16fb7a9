"""Whether something was approved, agreed, signed or is so."""

from datetime import date

import pytest

from agent.answers.answer import Answer
from agent.answers.approvals.approvals import approvals
from agent.answers.dossier import About
from plan.edits import Edit
from plan.observations import Risk
from plan.values import Entity
from tests.unit.agent.answers.acme import add, deal, said, texts, update

DONE = update("milestone", "security", 4, status="done")
SENT = update("action", "soc2", 5, status="done")


def asked(
    text: str, *edits: Edit, items: tuple[tuple[Entity, str], ...] = (), **about: object
) -> Answer:
    dossier = deal(*edits)
    named = [dossier.ref(entity, item) for entity, item in items]
    return approvals(dossier, About.model_validate({"text": text, "items": named, **about}))


def test_a_step_that_is_done_says_yes_with_its_words() -> None:
    answer = asked("Has security approved?", DONE)
    assert texts(answer) == ["Yes: “Security review passed” is done since Tuesday 10 March 2026."]
    assert answer.statements[0].words == said(4)
    assert not answer.unknown


def test_an_open_step_says_neither_yes_nor_no() -> None:
    answer = asked("Has security approved?")
    assert answer.unknown
    assert texts(answer) == [
        "“Security review passed” is in progress, due on Wednesday 18 March 2026, 2 days overdue."
    ]


def test_a_question_that_also_asks_when_is_told_the_day() -> None:
    answer = asked("Has security approved, or when will they?")
    assert not answer.unknown
    assert "due on Wednesday 18 March 2026" in texts(answer)[0]


@pytest.mark.parametrize("status", ["blocked", "cancelled"])
def test_a_step_that_stopped_says_no(status: str) -> None:
    answer = asked(
        "Is the security review passed?", update("milestone", "security", 6, status=status)
    )
    assert texts(answer) == [
        f"No: “Security review passed” is {status} since Tuesday 10 March 2026."
    ]


@pytest.mark.parametrize(
    "question",
    [
        "Has security approved the discount?",
        "Has security accepted our penetration test?",
        "Has security agreed to 30 days?",
    ],
)
def test_a_step_that_is_about_something_else_says_nothing(question: str) -> None:
    answer = asked(question, DONE)
    assert answer.unknown
    assert texts(answer) == ["“Security review passed” is done."]


def terms(kind: str) -> Edit:
    values: dict[str, str] = {"title": "Terms agreed", "kind": kind, "status": "done"}
    return add("milestone", "terms", 2, **values)


@pytest.mark.parametrize("question", ["Has legal approved?", "Has legal signed off?"])
def test_a_kind_is_known_by_other_words_than_its_title(question: str) -> None:
    answer = asked(question, terms("legal_review"))
    assert texts(answer) == ["Yes: “Terms agreed” is done since Tuesday 10 March 2026."]
    assert asked(question, terms("other"), items=(("milestone", "terms"),)).unknown


def test_numbers_are_compared_whole() -> None:
    badges = add("action", "badges", title="Send 300 badges", status="done")
    named: tuple[tuple[Entity, str], ...] = (("action", "badges"),)
    assert asked("Were 30 badges sent?", badges, items=named).unknown
    assert not asked("Were 300 badges sent?", badges, items=named).unknown


def test_an_action_that_is_done_says_yes() -> None:
    text = "Did Dan send the SOC 2 report?"
    yes = asked(text, SENT, items=(("action", "soc2"),), people=("dan-cole",))
    assert yes.statements[0].words == said(5)
    assert asked(text, items=(("action", "soc2"),), people=("dan-cole",)).unknown


def test_of_somebody_named_only_their_own_counts() -> None:
    text = "Has Tom approved the security review?"
    assert asked(text, DONE, people=("tom-vance",)).unknown
    assert not asked("Has Lena approved the security review?", DONE, people=("lena-ortiz",)).unknown


def test_a_yes_that_waits_for_approval_is_told_as_waiting() -> None:
    answer = approvals(deal(waiting=[DONE]), About(text="Has security approved?"))
    assert not answer.unknown
    (waits,) = answer.statements
    assert waits.text == (
        "A change of “Security review passed” waits for approval: "
        "status done instead of in progress."
    )
    assert (waits.basis, waits.words) == ("proposed", said(4))


def test_other_changes_that_wait_settle_nothing() -> None:
    later = update("milestone", "security", 4, due="2026-04-01")
    assert approvals(deal(waiting=[later]), About(text="Has security approved?")).unknown


def test_a_deal_is_signed_when_it_is_won() -> None:
    won = update("deal", "deal", 7, stage="closed_won")
    answer = asked("Have they signed the contract?", won)
    assert texts(answer)[0] == "The deal is won since Tuesday 10 March 2026."
    assert answer.statements[0].words == said(7)
    assert asked("Have they signed the side letter?", won).unknown
    assert asked("Have they signed?").unknown


def test_who_left_is_gone_by_the_plan_or_said_to_be_leaving() -> None:
    gone = update("stakeholder", "priya-raman", 8, active=False)
    answer = asked("Has Priya left?", gone, people=("priya-raman",))
    assert texts(answer)[0].endswith("is gone from the deal since Tuesday 10 March 2026.")
    risk = Risk(
        kind="stakeholder_departure", stakeholders=("priya-raman",), evidence=said(2), basis="said"
    )
    about = About(text="Has Priya left?", people=("priya-raman",))
    assert texts(approvals(deal(risks=[risk]), about)) == ["Priya Raman is said to be leaving."]
    assert approvals(deal(), about).unknown


def test_a_claim_about_an_owner_is_settled_by_who_owns_it() -> None:
    security: tuple[tuple[Entity, str], ...] = (("milestone", "security"),)
    yes = asked("Does Lena own the review?", items=security, people=("lena-ortiz",))
    assert texts(yes)[0].startswith("Yes: Lena Ortiz (Acme Foods) owns")
    no = asked("Does Tom own the review?", items=security, people=("tom-vance",))
    assert texts(no)[0].startswith("No: Lena Ortiz (Acme Foods) owns")
    nobody = asked("Does Tom own it?", items=(("milestone", "kickoff"),), people=("tom-vance",))
    assert nobody.unknown


def test_a_claim_about_a_role_is_settled_by_who_has_it() -> None:
    yes = asked("Is Tom the buyer?", people=("tom-vance",), roles=("economic_buyer",))
    assert texts(yes) == ["Yes: Tom Vance (Acme Foods) acts as economic buyer."]
    no = asked("Is Lena the buyer?", people=("lena-ortiz",), roles=("economic_buyer",))
    assert texts(no) == ["No: Tom Vance (Acme Foods) acts as economic buyer."]
    assert asked("Is Lena legal?", people=("lena-ortiz",), roles=("legal",)).unknown


def test_a_claim_about_a_day_is_settled_by_the_due_day() -> None:
    day = date(2026, 3, 27)
    moved = update("milestone", "signature", 9, due="2026-03-30")
    signature: tuple[tuple[Entity, str], ...] = (("milestone", "signature"),)
    yes = asked("Is it the 27th?", items=signature, since=day, until=day)
    no = asked("Is it the 27th?", moved, items=signature, since=day, until=day)
    assert texts(yes) == ["Yes: “Contract signed” is due on Friday 27 March 2026."]
    assert texts(no) == ["No: “Contract signed” is due on Monday 30 March 2026."]
    assert no.statements[0].words == said(9)
    assert asked("Is it in that week?", items=signature, since=day, until=date(2026, 4, 3)).unknown


def test_the_last_change_about_a_person_comes_near() -> None:
    mood = update("stakeholder", "tom-vance", 3, sentiment="negative")
    answer = asked("Has Tom agreed to the price?", mood, people=("tom-vance",))
    assert answer.unknown
    assert texts(answer) == [
        "The last change about Tom Vance is of Tuesday 10 March 2026: sentiment negative."
    ]
