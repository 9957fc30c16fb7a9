from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from agent.llm.prices import Price, Prices, PriceTableError, load_prices

SMALL = Price(
    models=("openai:small", "openai:small-????-??-??"),
    sent=Decimal("0.25"),
    answered=Decimal(2),
    as_of=date(2026, 1, 1),
    source="https://example.com/small",
)


def test_money_is_exact() -> None:
    assert SMALL.of(2_000, 501) == Decimal("0.001502")


def test_a_name_fits_whole_or_by_its_pattern() -> None:
    table = Prices(price=(SMALL,))
    assert table.of("openai:small") == SMALL
    assert table.of("openai:small-2026-01-01") == SMALL
    assert table.of("openai:smaller") is None
    assert table.of("small") is None


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
