"""How answers put days, amounts and lists into words."""

from datetime import date
from decimal import Decimal

from plan.risks.wording import day as date_of
from plan.risks.wording import listed

__all__ = ["amount", "day", "listed"]

# Spelled here because formatting speaks the machine's language.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day(when: date) -> str:
    """A day in words that no language of dates mistakes: Friday 20 March 2026."""
    return f"{_WEEKDAYS[when.weekday()]} {date_of(when)}"


def amount(value: Decimal, currency: str | None) -> str:
    """An amount with thousands apart and no needless decimals: EUR 180,000."""
    number = f"{value:,.2f}".removesuffix(".00")
    return f"{currency} {number}" if currency else number
