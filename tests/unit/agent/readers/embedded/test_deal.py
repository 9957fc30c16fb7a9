"""Price, stage and figures of outcomes."""

from collections.abc import Callable

import pytest

from agent.ports import Context, Drafts

Make = Callable[..., Context]
Read = Callable[[Context], Drafts]

DAN, LENA, PRIYA = "Dan Cole", "Lena Ortiz", "Priya Raman"


def of_deal(drafts: Drafts) -> dict[str, object]:
    return {k: v for one in drafts.edits if one.entity == "deal" for k, v in one.set.items()}


def of_outcome(drafts: Drafts) -> dict[str, object]:
    return {k: v for one in drafts.edits if one.entity == "outcome" for k, v in one.set.items()}


@pytest.mark.parametrize(
    ("offer", "answer", "amount"),
    [
        ("For three years it's two hundred and ten thousand.", "Agreed.", 210000),
        ("The price is EUR 218,500 then.", "218,500 it is.", 218500),
        ("On price, one-eighty all in.", "One-eighty works for me.", 180000),
    ],
)
def test_a_price_both_settle_on(
    call: Make, read: Read, offer: str, answer: str, amount: int
) -> None:
    assert of_deal(read(call((DAN, offer), (PRIYA, answer)))) == {"amount": amount}


@pytest.mark.parametrize("answer", ["No, too much.", "Let me ask.", "And lunch?"])
def test_an_offer_nobody_takes_sets_nothing(call: Make, read: Read, answer: str) -> None:
    offer = (DAN, "For three years it's two hundred and ten thousand.")
    assert not of_deal(read(call(offer, (PRIYA, answer))))


def test_a_price_accepted_in_a_mail_with_its_currency(mail: Make, read: Read) -> None:
    context = mail(PRIYA, "We accept your offer of USD 231,000 for the two years.", to=[DAN])
    assert of_deal(read(context)) == {"amount": 231000, "currency": "USD"}


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("The agreement is fully executed.", "closed_won"),
        ("We went with the other vendor.", "closed_lost"),
        ("You are now in the final negotiations.", "negotiation"),
    ],
)
def test_stages(call: Make, read: Read, words: str, stage: str) -> None:
    assert of_deal(read(call((PRIYA, words)))) == {"stage": stage}


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("Picking errors are at one point four percent right now.", {"actual": 1.4}),
        ("The target for picking errors should be 0.6 percent.", {"target": 0.6}),
        ("The baseline for picking errors was wrong, it is 2.1%.", {"baseline": 2.1}),
    ],
)
def test_figures_of_outcomes(call: Make, read: Read, words: str, values: dict[str, object]) -> None:
    assert of_outcome(read(call((PRIYA, words)))) == values


def test_a_figure_in_another_unit_or_far_off_is_another_metrics(call: Make, read: Read) -> None:
    assert not of_outcome(read(call((PRIYA, "Picking errors are at 40 days right now."))))
    assert not of_outcome(read(call((PRIYA, "Picking errors are at 90 percent right now."))))
