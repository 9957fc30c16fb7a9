"""Equal numbers are written equally, and plainly."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.numbers import plain_number
from tests.strategies.plans import NUMBERS

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**16), max_value=10**16)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("240000", "240000"),
        ("240000.0", "240000"),
        ("2.4E+5", "240000"),
        ("2.40", "2.4"),
        ("1E-8", "0.00000001"),
        ("1E+23", "100000000000000000000000"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0E+9", "0"),
        ("-12.50", "-12.5"),
        ("100", "100"),
    ],
)
def test_a_number_is_written_without_exponent_or_idle_zeros(written: str, plain: str) -> None:
    assert plain_number(Decimal(written)) == plain


@given(DECIMALS)
def test_writing_keeps_the_value(number: Decimal) -> None:
    assert Decimal(plain_number(number)) == number


@given(DECIMALS, st.integers(0, 5))
def test_equal_values_are_written_equally(number: Decimal, zeros: int) -> None:
    longer = number * Decimal(f"1.{'0' * zeros}")
    if longer == number:
        assert plain_number(longer) == plain_number(number)


@given(NUMBERS)
def test_plain_numbers_stay_as_they_are(number: str) -> None:
    assert plain_number(Decimal(number)) == number
