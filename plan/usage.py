"""What asking language models took."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from plan.models import Frozen
from plan.numbers import Dollars

_Count = Annotated[int, Field(ge=0)]


def _unpriced(told: Mapping[str, int]) -> Decimal | None:
    """No tokens cost nothing; others have no price until somebody tells it."""
    return None if told["tokens_in"] or told["tokens_out"] else Decimal(0)


class Usage(Frozen):
    """What asking took. Usages add up with `+`.

    Attributes:
        tokens_in: Tokens sent; 0 where the provider did not say.
        tokens_out: Tokens answered; 0 where the provider did not say.
        attempts: Requests that went out, failed ones included; a remembered answer has none.
        money: US dollars for the tokens; None where the price of some is not known.
    """

    tokens_in: _Count = 0
    tokens_out: _Count = 0
    attempts: _Count = 0
    money: Dollars | None = Field(default_factory=_unpriced)

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            attempts=self.attempts + other.attempts,
            money=_sum(self.money, other.money),
        )


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other
