"""What reading cost: time, tokens, and the money for them by a table of prices."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from math import fsum
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from evals.errors import EvaluationError
from plan.models import Frozen

PRICES = Path(__file__).parents[1] / "prices.toml"
"""The table that comes with Tandem; people edit it, or give another."""

_MILLION = 1_000_000
_MILLISECONDS = 3
_Dollars = Annotated[Decimal, Field(ge=0)]


class PriceTableError(EvaluationError):
    """A table of prices cannot be read; the message says where. Mend it, or name another."""


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


class Price(Frozen):
    """What some models cost, in US dollars for a million tokens.

    Attributes:
        models: Their names, `<provider>:<name>`; `?` and `*` stand for one and for any
            characters, such as the day of a snapshot.
        sent: For a million tokens sent.
        answered: For a million tokens answered.
        as_of: The day on which the price was looked up.
        source: Where it is published.
    """

    models: Annotated[tuple[str, ...], Field(min_length=1)]
    sent: _Dollars
    answered: _Dollars
    as_of: date
    source: Annotated[str, Field(min_length=1)]

    def of(self, tokens_in: int, tokens_out: int) -> Decimal:
        """The money for tokens sent and answered, exactly."""
        return (tokens_in * self.sent + tokens_out * self.answered) / _MILLION


class Prices(Frozen):
    """A table of prices; of two that fit a model the first counts."""

    price: tuple[Price, ...] = ()

    def of(self, model: str) -> Price | None:
        """The price of a model, `<provider>:<name>`; None where the table has none."""
        fitting = (
            one for one in self.price if any(fnmatchcase(model, name) for name in one.models)
        )
        return next(fitting, None)


def load_prices(path: Path = PRICES) -> Prices:
    """The table of prices in a TOML file.

    Raises:
        PriceTableError: The file cannot be read or is no table of prices.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        return Prices.model_validate(table)
    except OSError as error:
        raise PriceTableError(f"{path} cannot be read: {error.strerror}.") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise PriceTableError(f"{path} is no table of prices: {place}: {first['msg']}.") from None
    except ValueError as error:  # no TOML, or no UTF-8
        raise PriceTableError(f"{path} is no TOML file: {error}.") from None


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
