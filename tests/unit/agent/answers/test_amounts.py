"""Amount, close date and stage, as far as they are asked for, and how they moved."""

from agent.answers.amounts import amounts
from agent.answers.dossier import About
from tests.unit.agent.answers.acme import START, deal, said, texts, update


def test_all_three_are_told_where_the_question_names_none() -> None:
    assert texts(amounts(deal(), About(text="sum up the numbers"))) == [
        "The amount is EUR 240,000.",
        "The close date is Friday 27 March 2026.",
        "The stage is negotiation.",
    ]


def test_a_move_is_told_with_its_words() -> None:
    dossier = deal(update("deal", "deal", 5, amount="225000.5"))
    answer = amounts(dossier, About(text="What is the price now?"))
    assert texts(answer) == [
        "The amount is EUR 225,000.50.",
        (
            "The amount moved from EUR 240,000 to EUR 225,000.50, said on Tuesday 10 March 2026 "
            "and approved by kim."
        ),
    ]
    assert answer.statements[1].words == said(5)


def test_what_waits_is_told_as_such() -> None:
    dossier = deal(waiting=[update("deal", "deal", 5, stage="closed_won")])
    assert texts(amounts(dossier, About(text="Which stage?"))) == [
        "The stage is negotiation.",
        "A move of the stage to closed won waits for approval.",
    ]


def test_no_amount_is_unknown_where_only_that_is_asked_for() -> None:
    bare = START.deal.model_copy(update={"amount": None})
    dossier = deal(start=START.model_copy(update={"deal": bare}))
    answer = amounts(dossier, About(text="How much is it worth?"))
    assert answer.unknown
    assert texts(answer) == ["The plan has no amount."]
    assert not amounts(dossier, About()).unknown


def test_of_many_moves_the_latest_are_told_the_last_first() -> None:
    dossier = deal(*(update("deal", "deal", n, amount=str(n)) for n in (1, 2, 3)))
    moves = texts(amounts(dossier, About(text="price")))[1:]
    assert [text.split(",")[0] for text in moves] == [
        "The amount moved from EUR 2 to EUR 3",
        "The amount moved from EUR 1 to EUR 2",
    ]
