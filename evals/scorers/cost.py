"""What reading cost: time, tokens, and the money for them by a table of prices."""

from collections.abc import Mapping
from decimal import Decimal
from math import fsum

from agent.llm.prices import Prices
from plan.models import Frozen

_MILLISECONDS = 3


class SourceCost(Frozen):
    """What reading one source took.

    Attributes:
        cpu: CPU seconds of the reading process.
        wall: Seconds by the clock.
        tokens_in: Tokens sent to a model.
        tokens_out: Tokens a model answered.
    """

    cpu: float
    wall: float
    tokens_in: int = 0
    tokens_out: int = 0


class Cost(Frozen):
    """What a run took; cost.json. `money` is in US dollars, None where no price is known."""

    cpu: float
    wall: float
    tokens_in: int
    tokens_out: int
    money: Decimal | None
    sources: dict[str, SourceCost]


def total_cost(costs: Mapping[str, SourceCost], reader: str, prices: Prices) -> Cost:
    """What a run took.

    All tokens sent count at full price, also those a provider may have billed as cached.

    Args:
        costs: What each source took, by `<case>/<number>`.
        reader: The reader's name: `embedded` or `model:<provider>:<name>`.
        prices: The table of prices.
    """
    tokens_in = sum(cost.tokens_in for cost in costs.values())
    tokens_out = sum(cost.tokens_out for cost in costs.values())
    return Cost(
        cpu=round(fsum(cost.cpu for cost in costs.values()), _MILLISECONDS),
        wall=round(fsum(cost.wall for cost in costs.values()), _MILLISECONDS),
        tokens_in=tokens_in,
        tokens_out=tokens_out,
        money=_money(reader, tokens_in, tokens_out, prices),
        sources=dict(costs),
    )


def _money(reader: str, tokens_in: int, tokens_out: int, prices: Prices) -> Decimal | None:
    """None where no price is known, or a model's reader was not told how many tokens it used."""
    kind, _, model = reader.partition(":")
    if not tokens_in and not tokens_out:
        return None if kind == "model" else Decimal(0)
    price = prices.of(model)
    return price.of(tokens_in, tokens_out) if price else None
