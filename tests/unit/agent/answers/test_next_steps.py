"""What is to be done next: ours and theirs apart, in the order in which it is due."""

from datetime import date

from agent.answers.dossier import About
from agent.answers.next_steps import next_steps
from tests.unit.agent.answers.acme import add, deal, said, texts, update


def ids(about: About) -> list[str]:
    found = next_steps(deal(), about).statements
    return [one.items[0].id for one in found]


def test_each_side_is_told_apart_and_by_due_day() -> None:
    assert ids(About()) == ["soc2", "security", "kickoff", "quote", "list"]
    assert ids(About(side="seller")) == ["soc2", "quote"]
    assert ids(About(side="buyer")) == ["security", "list"]


def test_what_is_overdue_says_so_and_whose_it_is() -> None:
    assert texts(next_steps(deal(), About(side="seller"))) == [
        (
            "“Send Lena the SOC 2 report”, for “Security review passed”, is open, due on Friday 13 "
            "March 2026, 7 days overdue; the next move is with Dan Cole (Northwind)."
        ),
        (
            "“Send the quote”, for “Contract signed”, is open, due on Tuesday 24 March 2026; the "
            "next move is with Dan Cole (Northwind)."
        ),
    ]


def test_a_question_narrows_it_to_people_steps_and_days() -> None:
    dossier = deal()
    assert ids(About(people=("priya-raman",))) == ["list"]
    assert ids(About(items=(dossier.ref("milestone", "signature"),))) == ["quote"]
    assert ids(About(since=date(2026, 3, 14), until=date(2026, 3, 24))) == ["quote", "security"]
    assert ids(About(until=date(2026, 3, 13))) == ["soc2"]
    assert next_steps(dossier, About(people=("eve-park",))).unknown


def test_the_latest_words_stand_behind_a_step() -> None:
    dossier = deal(
        add("action", "demo", 2, title="Give a demo", owner="dan-cole", due="2026-03-21"),
        update("action", "demo", 5, due="2026-03-23"),
    )
    step = next(one for one in next_steps(dossier, About()).statements if one.items[0].id == "demo")
    assert step.words == said(5)
    assert step.events == (3,)
