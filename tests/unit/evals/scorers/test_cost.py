from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from evals.scorers.cost import Price, Prices, PriceTableError, SourceCost, load_prices, total_cost

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


def test_the_table_that_comes_with_tandem_can_be_read() -> None:
    table = load_prices()
    assert table.price
    assert all(one.source.startswith("https://") for one in table.price)
    small = table.of("openai:gpt-5-mini")
    assert small is not None
    assert small == table.of("openai:gpt-5-mini-2025-08-07")
    assert table.of("openai:gpt-5-minimal") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("price = 1", "price"),
        ("[[price]]\nmodels = []\n", "price.0.models"),
        ('[[price]]\nmodels = ["a:b"]\nsent = -1', "price.0.sent"),
        ('[[price]]\nmodels = ["a:b"]\nsent = nan', "price.0.sent"),
        ('[[price]]\nmodels = ["a:b"]\nsent = inf', "price.0.sent"),
        ("[[price", "no TOML file"),
        ("prices = []", "prices"),
    ],
)
def test_a_broken_table_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "prices.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PriceTableError, match=said) as raised:
        load_prices(path)
    assert str(path) in str(raised.value)


def test_a_table_that_is_not_there_or_not_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(PriceTableError, match="cannot be read"):
        load_prices(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(PriceTableError, match="no TOML file"):
        load_prices(tmp_path / "bytes.toml")
