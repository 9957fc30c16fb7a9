"""What is at risk: the worst first, in the rule's words or with the words that were said."""

from agent.answers.at_risk import at_risk
from agent.answers.dossier import About
from plan.observations import Risk
from tests.unit.agent.answers.acme import deal, said, texts

SAID = Risk(
    kind="blocker_raised",
    severity="medium",
    milestones=("security", "gone"),
    stakeholders=("lena-ortiz",),
    evidence=said(7),
    basis="said",
)
DERIVED = Risk(kind="single_threaded", severity="medium", why="Nobody was heard.")
WORST = Risk(kind="overdue_milestone", severity="high", milestones=("security",), why="It is late.")


def test_risks_come_by_severity_and_said_ones_first() -> None:
    answer = at_risk(deal(risks=(DERIVED, SAID, WORST)), About())
    assert texts(answer) == [
        "High: It is late.",
        (
            "Medium: A blocker was raised on Tuesday 10 March 2026; it touches “Security review "
            "passed”; it names Lena Ortiz (Acme Foods)."
        ),
        "Medium: Nobody was heard.",
    ]
    assert [one.basis for one in answer.statements] == ["reckoned", "said", "reckoned"]
    assert answer.statements[1].words == said(7)
    assert [one.id for one in answer.statements[1].items] == ["security", "lena-ortiz"]


def test_only_what_touches_the_thing_asked_about_is_told() -> None:
    dossier = deal(risks=(DERIVED, SAID, WORST))
    assert len(at_risk(dossier, About(people=("lena-ortiz",))).statements) == 1
    step = About(items=(dossier.ref("milestone", "signature"),))
    assert texts(at_risk(dossier, step)) == ["No open risk names “Contract signed”."]


def test_no_open_risk_is_an_answer() -> None:
    settled = SAID.model_copy(update={"status": "resolved"})
    answer = at_risk(deal(risks=(settled,)), About())
    assert not answer.unknown
    assert texts(answer) == ["No risk is open."]
    assert answer.statements[0].items == (deal().ref("deal"),)


def test_of_many_words_the_latest_are_shown() -> None:
    many = SAID.model_copy(update={"evidence": (*said(1), *said(2), *said(3))})
    assert at_risk(deal(risks=(many,)), About()).statements[0].words == (*said(3), *said(2))
