"""Numbers and amounts of money as people write and say them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.readers.embedded.amounts import amounts, currency
from agent.readers.embedded.numerals import numerals, plain_value
from plan.models import Deal


def deal(amount: str | None) -> Deal:
    return Deal(id="d", name="Deal", account="Acme", seller="Us", amount=amount, currency="EUR")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("four hundred and eighty-eight", 488),
        ("one crore thirty-three lakhs", 13_300_000),
        ("seventy-one thousand", 71_000),
        ("three point six million", 3_600_000),
        ("half a million", 500_000),
        ("six and a half", Decimal("6.5")),
        ("nought point three one", Decimal("0.31")),
        ("NOK 2.090.000,50", Decimal("2090000.50")),
        ("Rs. 5,00,000", 500_000),
        ("79 800 EUR", 79_800),
        ("1.85 crore", 18_500_000),
        ("180k", 180_000),
        ("60 grand", 60_000),
        ("a hundred and ten", 110),
    ],
)
def test_what_a_number_is(text: str, first: float) -> None:
    (numeral,) = numerals(text)
    assert numeral.readings[0] == first


def test_colloquial_pairs_have_two_readings() -> None:
    (numeral,) = numerals("two seventy")
    assert numeral.readings == (Decimal(270), Decimal("2.70"))
    (numeral,) = numerals("ninety-two five")
    assert numeral.readings[0] == Decimal("92.5")


@given(st.text(max_size=120))
def test_numerals_never_fail_and_stand_where_they_say(text: str) -> None:
    for numeral in numerals(text):
        assert 0 <= numeral.start < numeral.end <= len(text)
        assert numeral.readings


@pytest.mark.parametrize(
    ("text", "now", "value"),
    [
        ("one-eighty all in", "200000", 180_000),
        ("four ninety-six it is", "520000", 496_000),
        ("fourteen four", "16000", 14_400),
        ("sixty eight one year", "72000", 68_000),
    ],
)
def test_the_size_that_fits_the_deal(text: str, now: str, value: int) -> None:
    assert [one.value for one in amounts(text, deal(now))] == [value]


@pytest.mark.parametrize(
    "text",
    ["twenty percent off", "in sixty days", "for 150 users", "on the 200th", "one or two", "9:30"],
)
def test_what_is_no_price(text: str) -> None:
    assert not amounts(text, deal("200"))
    assert not amounts(text, deal("240000"))


def test_without_a_price_before_it_takes_a_currency() -> None:
    assert not amounts("two hundred thousand of them", deal(None))
    assert [one.value for one in amounts("EUR 200,000", deal(None))] == [200_000]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("USD 231,000", "USD"),
        ("€ 5,000", "EUR"),
        ("$5,000", None),
        ("EUR 1 or USD 2", None),
        ("5,000", None),
    ],
)
def test_currencies(text: str, code: str | None) -> None:
    assert currency(text) == code


def test_whole_numbers_are_whole() -> None:
    assert plain_value(Decimal("240000.0")) == 240_000
    assert isinstance(plain_value(Decimal("240000.0")), int)
    assert plain_value(Decimal("1.4")) == 1.4
