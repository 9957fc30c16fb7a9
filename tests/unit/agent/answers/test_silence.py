"""Who has gone quiet."""

from datetime import date

from agent.answers.dossier import About
from agent.answers.people.silence import silence
from plan.observations import Risk
from tests.unit.agent.answers.acme import add, deal, said, texts, update


def test_the_longest_silence_comes_first() -> None:
    assert texts(silence(deal(), About())) == [
        "Tom Vance (Acme Foods) was last heard on Friday 20 February 2026, 28 days ago.",
        (
            "Lena Ortiz (Acme Foods) has not been heard since becoming known on "
            "Monday 2 March 2026, 18 days ago."
        ),
    ]


def test_silence_begins_at_the_threshold() -> None:
    assert "Priya" not in str(texts(silence(deal(today=date(2026, 3, 23)), About())))
    assert "Priya" in str(texts(silence(deal(today=date(2026, 3, 24)), About())))


def test_somebody_new_is_silent_from_the_day_of_the_words_that_added_them() -> None:
    new = add("stakeholder", "sam-lee", 2, name="Sam Lee", side="buyer")
    late = silence(deal(new, today=date(2026, 3, 24)), About())
    assert "Sam Lee (Acme Foods) has not been heard since becoming known on Tuesday 10" in str(
        texts(late)
    )
    assert "Sam Lee" not in str(texts(silence(deal(new), About())))


def test_nobody_silent_is_an_answer() -> None:
    answer = silence(deal(today=date(2026, 3, 5)), About())
    assert not answer.unknown
    assert texts(answer) == ["Nobody on the buyer’s side has been silent for 14 days or more."]


def test_who_is_gone_is_not_silent() -> None:
    gone = update("stakeholder", "tom-vance", active=False)
    assert "Tom" not in str(texts(silence(deal(gone), About())))


def test_without_buyers_nothing_tells() -> None:
    gone = [
        update("stakeholder", one, active=False)
        for one in ("priya-raman", "tom-vance", "lena-ortiz")
    ]
    assert silence(deal(*gone), About()).unknown


def test_people_named_are_told_whoever_they_are() -> None:
    answer = silence(deal(), About(people=("priya-raman", "dan-cole")))
    assert texts(answer) == [
        (
            "Priya Raman (VP Operations, Acme Foods) was last heard on Tuesday 10 March 2026, "
            "10 days ago."
        ),
        (
            "Dan Cole (Northwind) has not been heard since becoming known on "
            "Monday 2 March 2026, 18 days ago."
        ),
    ]


def test_risks_on_the_silent_are_told_with_their_words() -> None:
    silent = Risk(kind="sponsor_silent", severity="high", stakeholders=("tom-vance",))
    budget = Risk(kind="budget_risk", stakeholders=("tom-vance",), evidence=said(3), basis="said")
    first = silence(deal(risks=[silent, budget]), About()).statements[0]
    assert first.text.endswith(
        "28 days ago. This is a risk of high severity. Another risk is open: budget risk."
    )
    assert first.words == said(3)
