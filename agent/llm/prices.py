"""What models cost: the table of prices, and the money for tokens by it."""

import tomllib
from datetime import date
from decimal import Decimal
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from agent.errors import AgentError
from plan.models import Frozen

PRICES = Path(__file__).with_name("prices.toml")
"""The table that comes with Tandem; people edit it, or give another."""

_MILLION = 1_000_000
_Dollars = Annotated[Decimal, Field(ge=0)]


class PriceTableError(AgentError):
    """A table of prices cannot be read; the message says where. Mend it, or name another."""


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
