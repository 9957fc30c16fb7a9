"""Success metrics and where they stand."""

from decimal import Decimal

import pytest

from agent.answers.dossier import About
from agent.answers.outcomes import met, outcomes
from plan.models import Outcome
from tests.unit.agent.answers.acme import START, add, deal, said, texts, update

BARE = START.model_copy(update={"outcomes": (), "milestones": (), "actions": ()})


def test_a_metric_is_told_with_its_figures() -> None:
    assert texts(outcomes(deal(), About())) == [
        (
            "“picking errors” started at 2.4 %, should reach 0.8 %, has not been measured yet and "
            "is due on Thursday 31 December 2026."
        )
    ]


def test_a_figure_that_moved_comes_with_its_words() -> None:
    moved = update("outcome", "errors", 3, actual="1.9", target="1")
    first, *moves = outcomes(deal(moved), About()).statements
    assert "now stands at 1.9 %, has not met its target yet" in first.text
    assert {one.words for one in moves} == {said(3)}
    assert any("from 0.8 % to 1 %" in one.text for one in moves)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (("2.4", "0.8", "0.8"), True),
        (("2.4", "0.8", "0.5"), True),
        (("2.4", "0.8", "0.9"), False),
        (("10", "20", "25"), True),
        (("10", "20", "19"), False),
        (("10", "20", "5"), False),
        ((None, "20", "20"), True),
        ((None, "20", "25"), None),
        (("20", "20", "25"), None),
        (("10", None, "25"), None),
        (("10", "20", None), None),
    ],
)
def test_a_target_is_met_in_the_direction_from_the_baseline(
    figures: tuple[str | None, str | None, str | None], expected: object
) -> None:
    baseline, target, actual = (Decimal(one) if one else None for one in figures)
    outcome = Outcome(id="m", metric="m", baseline=baseline, target=target, actual=actual)
    assert met(outcome) is expected


def test_only_the_metric_asked_after_is_told() -> None:
    other = add("outcome", "speed", 5, metric="orders a day", target="900")
    dossier = deal(other)
    answer = outcomes(dossier, About(items=(dossier.ref("outcome", "speed"),)))
    assert texts(answer) == ["“orders a day” should reach 900 and has not been measured yet."]
    assert answer.statements[0].words == said(5)
    assert len(outcomes(dossier, About()).statements) == 2


def test_what_waits_is_told_as_waiting() -> None:
    change = update("outcome", "errors", 6, target="0.5")
    new = add("outcome", "speed", 7, metric="orders a day", baseline="700", target="900")
    told = outcomes(deal(waiting=[change, new]), About()).statements[1:]
    assert [(one.basis, one.words) for one in told] == [
        ("proposed", said(6)),
        ("proposed", said(7)),
    ]
    assert told[1].text == (
        "A new success metric waits for approval: “orders a day” from 700 to 900."
    )


def test_without_metrics_the_objective_comes_near() -> None:
    answer = outcomes(deal(start=BARE), About())
    assert answer.unknown
    assert texts(answer) == ["The plan’s objective is: Fewer picking errors."]
