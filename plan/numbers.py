"""One way to write a number: as a plain decimal string, so that equal values compare equal."""

from decimal import Decimal


def plain_number(value: Decimal) -> str:
    """Write a finite decimal without exponent or idle zeros: 240000.0 and 2.4E+5 are `240000`."""
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
