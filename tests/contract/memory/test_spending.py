import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal, localcontext

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from memory.base import Unit
from memory.records import Spent
from memory.sql import SqlStore
from memory.sql.schema import spending
from tests.contract.memory.samples import DAY

WRITERS = 4
EACH = 50
MODELS = ("openai:gpt-x", "openai:gpt-y")
MODEL = MODELS[0]
TOKENS = st.integers(0, 10**12)
MONEY = st.none() | st.decimals(0, 10**9, places=12)
ADDITIONS = st.tuples(st.sampled_from(MODELS), TOKENS, TOKENS, MONEY)
Addition = tuple[str, int, int, Decimal | None]


def test_a_day_without_questions_took_nothing(store: SqlStore) -> None:
    with store.read("w") as unit:
        assert unit.spending.on(DAY) == Spent()
        assert unit.spending.on(DAY).money is None


def test_a_day_adds_up_over_models(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.spending.add(DAY, MODELS[0], 1000, 20, Decimal("0.1"))
        unit.spending.add(DAY, MODELS[1], 300, 4, Decimal("0.2"))
    with store.write("w") as unit:
        unit.spending.add(DAY, MODELS[0], 7, 0, Decimal("0.0000000375"))
    with store.read("w") as unit:
        assert unit.spending.on(DAY) == Spent(
            tokens_in=1307, tokens_out=24, money=Decimal("0.3000000375")
        )


def test_each_day_has_its_own(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.spending.add(DAY, MODEL, 1, 2, None)
        unit.spending.add(DAY + timedelta(days=1), MODEL, 30, 40, None)
        assert unit.spending.on(DAY).tokens_in == 1
        assert unit.spending.on(DAY + timedelta(days=1)).tokens_in == 30
        assert unit.spending.on(DAY - timedelta(days=1)) == Spent()


def test_tokens_without_a_price_are_told_apart(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.spending.add(DAY, MODELS[0], 10, 1, None)
        assert unit.spending.on(DAY) == Spent(tokens_in=10, tokens_out=1, unpriced_tokens=11)
        unit.spending.add(DAY, MODELS[0], 20, 2, Decimal("0.5"))
        unit.spending.add(DAY, MODELS[1], 30, 3, None)
        assert unit.spending.on(DAY) == Spent(
            tokens_in=60, tokens_out=6, money=Decimal("0.5"), unpriced_tokens=44
        )


def test_what_is_free_has_a_price(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.spending.add(DAY, MODEL, 10, 1, Decimal(0))
        assert unit.spending.on(DAY).money == 0
        assert unit.spending.on(DAY).unpriced_tokens == 0


def test_a_model_has_one_row_a_day(store: SqlStore) -> None:
    with store.write("w") as unit:
        for _ in range(3):
            unit.spending.add(DAY, MODEL, 1, 1, None)
        assert unit.connection.scalar(select(func.count()).select_from(spending)) == 1


def test_nothing_is_lost_where_many_add_at_once(store: SqlStore) -> None:
    def add_many(_: int) -> None:
        for _ in range(EACH):
            with store.write("w") as unit:
                unit.spending.add(DAY, MODEL, 3, 2, Decimal("0.01"))

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(add_many, range(WRITERS)))
    times = WRITERS * EACH
    with store.read("w") as unit:
        assert unit.spending.on(DAY) == Spent(
            tokens_in=3 * times, tokens_out=2 * times, money=Decimal(times) / 100
        )


def test_nothing_is_lost_where_two_are_the_first_of_the_day(store: SqlStore) -> None:
    def add() -> None:
        with store.write("w") as unit:
            unit.spending.add(DAY, MODEL, 3, 2, Decimal("0.01"))

    with ThreadPoolExecutor(1) as pool:
        with store.write("w") as unit:
            unit.spending.add(DAY, MODEL, 3, 2, Decimal("0.01"))
            other = pool.submit(add)
            with pytest.raises(TimeoutError):
                other.result(timeout=0.3)
        other.result(timeout=10)
    with store.read("w") as unit:
        assert unit.spending.on(DAY) == Spent(tokens_in=6, tokens_out=4, money=Decimal("0.02"))


def add_and_fail(unit: Unit) -> None:
    unit.spending.add(DAY, MODEL, 100, 100, Decimal(1))
    raise TimeoutError


def test_what_a_failed_unit_added_does_not_count(store: SqlStore) -> None:
    with store.write("w") as unit:
        unit.spending.add(DAY, MODEL, 1, 1, None)
    with pytest.raises(TimeoutError), store.write("w") as unit:
        add_and_fail(unit)
    with store.read("w") as unit:
        assert unit.spending.on(DAY) == Spent(tokens_in=1, tokens_out=1, unpriced_tokens=2)


def test_nothing_crosses_to_another_workspace(store: SqlStore) -> None:
    with store.write("one") as unit:
        unit.spending.add(DAY, MODEL, 1, 2, Decimal("0.1"))
    with store.write("another") as unit:
        assert unit.spending.on(DAY) == Spent()
        unit.spending.add(DAY, MODEL, 30, 40, None)
        assert unit.spending.on(DAY) == Spent(tokens_in=30, tokens_out=40, unpriced_tokens=70)
    with store.read("one") as unit:
        assert unit.spending.on(DAY) == Spent(tokens_in=1, tokens_out=2, money=Decimal("0.1"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(additions=st.lists(ADDITIONS, max_size=6))
def test_sums_are_exact(store: SqlStore, additions: list[Addition]) -> None:
    with store.write("w") as unit:
        unit.connection.execute(spending.delete())
        for model, tokens_in, tokens_out, money in additions:
            unit.spending.add(DAY, model, tokens_in, tokens_out, money)
    with store.read("w") as unit:
        spent = unit.spending.on(DAY)
    assert spent.tokens_in == sum(sent for _, sent, _, _ in additions)
    assert spent.tokens_out == sum(answered for _, _, answered, _ in additions)
    assert spent.unpriced_tokens == sum(
        sent + answered for _, sent, answered, money in additions if money is None
    )
    known = [money for _, _, _, money in additions if money is not None]
    assert spent.money == (sum(known) if known else None)


def test_sums_are_exact_however_roughly_the_caller_computes(store: SqlStore) -> None:
    with localcontext(prec=3), store.write("w") as unit:
        unit.spending.add(DAY, MODELS[0], 1, 1, Decimal("123456.789"))
        unit.spending.add(DAY, MODELS[0], 1, 1, Decimal("0.000000000001"))
        unit.spending.add(DAY, MODELS[1], 1, 1, Decimal(1))
        assert str(unit.spending.on(DAY).money) == "123457.789000000001"


@pytest.mark.parametrize(
    ("tokens_in", "tokens_out", "money"),
    [
        (-1, 0, None),
        (0, -1, None),
        (1, 1, Decimal("-0.01")),
        (1, 1, Decimal("NaN")),
        (1, 1, Decimal("Infinity")),
    ],
)
def test_nothing_is_ever_taken_off(
    store: SqlStore, tokens_in: int, tokens_out: int, money: Decimal | None
) -> None:
    with store.write("w") as unit:
        with pytest.raises(ValueError, match="for Spent"):
            unit.spending.add(DAY, MODEL, tokens_in, tokens_out, money)
        assert unit.spending.on(DAY) == Spent()


def test_money_is_written_without_an_exponent() -> None:
    written = Spent(money=Decimal("3.75E-8")).model_dump_json()
    assert json.loads(written)["money"] == "0.0000000375"
