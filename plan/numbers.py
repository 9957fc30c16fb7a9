"""One way to write a number: as a plain decimal string, so that equal values compare equal."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, PlainSerializer


def plain_number(value: Decimal) -> str:
    """Write a finite decimal without exponent or idle zeros: 240000.0 and 2.4E+5 are `240000`."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


Dollars = Annotated[
    Decimal,
    Field(ge=0, allow_inf_nan=False),
    PlainSerializer(plain_number, return_type=str, when_used="json"),
]
"""US dollars for tokens, exactly: one costs so little that `plan.models.Number` refuses it."""
