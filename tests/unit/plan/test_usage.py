"""What asking took adds up, and money is never told that nobody knows."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from pydantic import ValidationError

from plan.readings import Reading, Trace
from plan.usage import Usage

PRICED = Usage(tokens_in=100, tokens_out=10, attempts=1, money=Decimal("0.000045"))
UNPRICED = Usage(tokens_in=5, attempts=1)


def test_usages_add_up() -> None:
    more = PRICED + Usage(tokens_in=1, attempts=2, money=Decimal("0.00000025"))
    assert (more.tokens_in, more.tokens_out, more.attempts) == (101, 10, 3)
    assert more.money == Decimal("0.00004525")
    assert PRICED + Usage() == PRICED


def test_the_money_for_tokens_is_unknown_until_somebody_tells_it() -> None:
    assert UNPRICED.money is None
    assert Usage(tokens_out=1).money is None
    assert Usage(attempts=3).money == 0, "a request without an answer costs nothing"


@pytest.mark.parametrize("total", [PRICED + UNPRICED, UNPRICED + PRICED, UNPRICED + Usage()])
def test_a_sum_with_tokens_of_no_known_price_has_none(total: Usage) -> None:
    assert total.money is None


@pytest.mark.parametrize("field", ["tokens_in", "tokens_out", "attempts", "money"])
def test_a_usage_is_never_negative(field: str) -> None:
    with pytest.raises(ValidationError):
        Usage.model_validate({field: -1})


def test_a_trace_keeps_fractions_of_a_price_that_a_plan_would_not() -> None:
    """A million tokens for 0.125 dollars: one costs more decimals than an amount may have."""
    trace = Trace(reader="model:openai:small", **dict(Usage(tokens_in=1, money=Decimal("1.25E-7"))))
    reading = Reading(
        source="acme.s1", n=1, plan_version=1, trace=trace, finished_at=datetime.now(UTC)
    )
    kept = reading.model_dump_json()
    assert '"money":"0.000000125"' in kept
    assert Reading.model_validate_json(kept) == reading


def test_a_trace_that_was_stored_before_money_was_known_stays_unknown() -> None:
    stored = {"reader": "model:x:y", "tokens_in": 7, "tokens_out": 1, "attempts": 1, "money": None}
    assert Trace.model_validate(stored).money is None
