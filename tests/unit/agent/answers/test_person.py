"""What the plan knows of a person."""

from agent.answers.answer import Answer
from agent.answers.dossier import About
from agent.answers.people.person import person
from plan.edits import Edit
from plan.observations import Risk
from tests.unit.agent.answers.acme import add, deal, said, texts, update

PRIYA = About(people=("priya-raman",))


def told(*edits: Edit, waiting: tuple[Edit, ...] = (), risks: tuple[Risk, ...] = ()) -> Answer:
    return person(deal(*edits, waiting=waiting, risks=risks), PRIYA)


def test_a_person_is_told_from_place_to_what_they_own() -> None:
    assert texts(told()) == [
        "Priya Raman (VP Operations, Acme Foods) acts as champion and reports to Tom Vance.",
        "Priya Raman’s sentiment is positive.",
        "Priya Raman was last heard on Tuesday 10 March 2026.",
        "Priya Raman has open: “Send the user list”, without a date.",
    ]


def test_a_mood_that_changed_comes_with_its_words() -> None:
    mood = told(update("stakeholder", "priya-raman", 4, sentiment="neutral")).statements[1]
    assert mood.text == (
        "Priya Raman’s sentiment is neutral since Tuesday 10 March 2026; before, it was positive."
    )
    assert mood.words == said(4)


def test_who_is_gone_is_told_as_gone_with_who_took_over() -> None:
    gone = update("stakeholder", "priya-raman", 3, active=False)
    _, left, heir, *_ = told(gone, update("action", "list", 5, owner="tom-vance")).statements
    assert left.text.endswith("is gone from the deal since Tuesday 10 March 2026.")
    assert left.words == said(3)
    assert heir.text.startswith("Tom Vance (Acme Foods) has taken over from Priya Raman")


def test_risks_about_a_person_come_with_their_words() -> None:
    leaving = Risk(
        kind="stakeholder_departure",
        stakeholders=("priya-raman",),
        evidence=said(6),
        basis="said",
    )
    silent = Risk(kind="sponsor_silent", stakeholders=("priya-raman",), why="No word for weeks.")
    answer = told(risks=(leaving, silent))
    assert answer.statements[1].text == "Priya Raman is said to be leaving."
    assert answer.statements[1].words == said(6)
    assert "No word for weeks." in texts(answer)


def test_what_waits_is_told_as_waiting() -> None:
    wanted = update("stakeholder", "priya-raman", 7, title="COO")
    *_, last = told(waiting=(wanted,)).statements
    assert last.text == (
        "A change of Priya Raman waits for approval: title “COO” instead of “VP Operations”."
    )
    assert (last.basis, last.proposals, last.words) == ("proposed", ("acme.p1",), said(7))


def test_what_is_owned_is_ordered_by_day_and_cut() -> None:
    more = [
        add("action", f"a-{n}", title=f"Step {n}", owner="priya-raman", due=f"2026-04-0{n}")
        for n in range(1, 7)
    ]
    owns = told(*more).statements[-1]
    assert owns.text.startswith("Priya Raman has open: “Step 1”, due on Wednesday 1 April 2026;")
    assert owns.text.endswith("“Step 5”, due on Sunday 5 April 2026; 2 more.")
    assert len(owns.items) == 7


def test_of_further_people_only_the_place_is_told() -> None:
    answer = person(deal(), About(people=("dan-cole", "tom-vance")))
    assert texts(answer)[-1] == (
        "Tom Vance (Acme Foods) acts as economic buyer and end user and is reported to by "
        "Priya Raman."
    )


def test_somebody_the_plan_does_not_have_is_unknown() -> None:
    assert person(deal(), About(people=("nobody",))).unknown
    assert person(deal(), About()).unknown
