from datetime import date
from decimal import Decimal

import pytest

from agent.llm.prices import Price, Prices
from evals.scorers.cost import SourceCost, total_cost

TABLE = Prices(
    price=(
        Price(
            models=("openai:small", "openai:small-????-??-??"),
            sent=Decimal("0.25"),
            answered=Decimal(2),
            as_of=date(2026, 1, 1),
            source="https://example.com/small",
        ),
        Price(
            models=("openai:*",),
            sent=Decimal(9),
            answered=Decimal(9),
            as_of=date(2026, 1, 1),
            source="https://example.com/any",
        ),
    )
)
COSTS = {
    "a/01": SourceCost(cpu=1.25, wall=2.5, tokens_in=1_200, tokens_out=300),
    "a/02": SourceCost(cpu=0.5, wall=1.0, tokens_in=800, tokens_out=201),
}
FREE = {"a/01": SourceCost(cpu=1.0, wall=1.0)}


def test_time_and_tokens_are_added_up() -> None:
    cost = total_cost(COSTS, "model:openai:small", TABLE)
    assert (cost.cpu, cost.wall, cost.tokens_in, cost.tokens_out) == (1.75, 3.5, 2000, 501)
    assert cost.sources == COSTS


def test_money_is_exact() -> None:
    cost = total_cost(COSTS, "model:openai:small", TABLE)
    assert cost.money == Decimal("0.001502")
    assert '"money":"0.001502"' in cost.model_dump_json()


@pytest.mark.parametrize(
    ("reader", "money"),
    [
        ("model:openai:small-2026-01-01", Decimal("0.001502")),
        ("model:openai:smaller", Decimal("0.022509")),
        ("model:other:small", None),
        ("embedded", None),
    ],
)
def test_the_first_price_that_fits_counts_and_none_is_not_zero(
    reader: str, money: Decimal | None
) -> None:
    assert total_cost(COSTS, reader, TABLE).money == money


def test_a_reader_without_a_model_costs_no_money() -> None:
    assert total_cost(FREE, "embedded", TABLE).money == Decimal(0)
    assert total_cost({}, "gold", Prices()).money == Decimal(0)


def test_a_model_that_tells_no_tokens_has_no_known_cost() -> None:
    assert total_cost(FREE, "model:openai:small", TABLE).money is None
