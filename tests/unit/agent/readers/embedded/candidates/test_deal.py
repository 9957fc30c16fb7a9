"""Words about the deal become a price, a close date or a stage."""

from collections.abc import Callable, Mapping
from decimal import Decimal

import pytest

from agent.ports import Context
from agent.readers.embedded.candidates.deal import read
from agent.readers.embedded.material import Material
from agent.readers.embedded.tagging.tags import Tag
from plan.models import Plan

Make = Callable[..., Context]
Hear = Callable[[Context, Mapping[str, Mapping[Tag, float]]], Material]

DAN, PRIYA = "Dan Cole", "Priya Raman"
SCRIPT = {"<p>": {Tag.AMOUNT: 0.8}, "<c>": {Tag.CLOSE: 0.8}, "<s>": {Tag.STAGE: 0.8}}


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("<p> So 225,000 it is.", [{"amount": 225000}]),
        ("<p> So two twenty-five it is.", [{"amount": 225000}]),
        ("<p> So 225,000 USD it is.", [{"amount": 225000, "currency": "USD"}]),
        ("<p> So 225,000 EUR it is.", [{"amount": 225000}]),
        ("<p> Not 240,000 but 225,000.", [{"amount": 225000}]),
        ("<p> Between 200,000 and 225,000.", [{"amount": 200000}, {"amount": 225000}]),
        ("<p> So 240,000 it is.", []),
        ("<p> So it is.", []),
        ("So 225,000 it is.", []),
    ],
)
def test_every_amount_that_can_be_the_price(
    call: Make, hear: Hear, words: str, values: list[dict[str, object]]
) -> None:
    found = list(read(hear(call((PRIYA, words)), SCRIPT)))
    assert [dict(one.claim.set) for one in found] == values
    assert all((one.tag, one.claim.entity) == (Tag.AMOUNT, "deal") for one in found)
    assert all(one.claim.id is None and one.claim.op == "update" for one in found)


def test_a_year_of_a_day_is_no_price(call: Make, hear: Hear, plan: Plan) -> None:
    small = plan.deal.model_copy(update={"amount": Decimal(2000)})
    context = call((PRIYA, "<p> By June 12, 2026."), plan=plan.model_copy(update={"deal": small}))
    assert not list(read(hear(context, SCRIPT)))


@pytest.mark.parametrize(
    ("lines", "days", "evidence"),
    [
        (("<c> We sign on June 12.",), ["2026-06-12"], [(0,)]),
        (("<c> We sign later.", "On June 12."), ["2026-06-12"], [(0, 1)]),
        (("<c> We sign on May 29.",), [], []),
        (("<c> We sign later.",), [], []),
        (("We sign on June 12.",), [], []),
    ],
)
def test_a_close_date_is_a_new_day_near_the_words(
    call: Make,
    hear: Hear,
    lines: tuple[str, ...],
    days: list[str],
    evidence: list[tuple[int, ...]],
) -> None:
    found = list(read(hear(call(*((DAN, words) for words in lines)), SCRIPT)))
    assert [one.claim.set["close_date"] for one in found] == days
    assert [one.claim.evidence for one in found] == evidence
    assert all(one.tag is Tag.CLOSE for one in found)


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        ("<s> Both copies are signed.", ["closed_won"]),
        ("<s> They went with another supplier.", ["closed_lost"]),
        ("<s> We are negotiating now.", ["negotiation"]),
        ("<s> Here is our proposal.", ["proposal"]),
        ("<s> The evaluation goes on.", []),
        ("<s> We negotiate the proposal, no order yet.", ["closed_won", "negotiation"]),
        ("<s> Well.", []),
    ],
)
def test_stages_that_the_words_name_the_more_telling_first(
    call: Make, hear: Hear, words: str, stages: list[str]
) -> None:
    found = list(read(hear(call((DAN, words)), SCRIPT)))
    assert [one.claim.set["stage"] for one in found] == stages
    assert [one.rank for one in found] == list(range(len(stages)))
    assert all(one.tag is Tag.STAGE for one in found)


def test_a_stage_may_be_named_just_before(call: Make, hear: Hear) -> None:
    context = call((DAN, "So you negotiate?"), (PRIYA, "<s> Yes."))
    (one,) = read(hear(context, SCRIPT))
    assert one.claim.set == {"stage": "negotiation"}


@pytest.mark.parametrize("stage", ["closed_won", "closed_lost"])
def test_a_closed_deal_stays_as_it_is(call: Make, hear: Hear, plan: Plan, stage: str) -> None:
    closed = plan.deal.model_copy(update={"stage": stage})
    words = "<p> <c> <s> We negotiate 225,000 and sign on June 12."
    assert len(list(read(hear(call((DAN, words)), SCRIPT)))) > 2
    context = call((DAN, words), plan=plan.model_copy(update={"deal": closed}))
    assert not list(read(hear(context, SCRIPT)))
