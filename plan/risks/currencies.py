"""Roughly how much a currency is worth, to tell a large deal from a small one and no more."""

from decimal import Decimal

PER_EURO: dict[str, Decimal] = {
    currency: Decimal(number)
    for currency, number in (
        ("AED", "4"),
        ("AUD", "1.7"),
        ("BRL", "6"),
        ("CAD", "1.5"),
        ("CHF", "0.95"),
        ("CNY", "8"),
        ("CZK", "25"),
        ("DKK", "7.5"),
        ("EUR", "1"),
        ("GBP", "0.85"),
        ("HKD", "9"),
        ("HUF", "400"),
        ("ILS", "4"),
        ("INR", "95"),
        ("JPY", "165"),
        ("KES", "145"),
        ("KRW", "1550"),
        ("MXN", "21"),
        ("MYR", "5"),
        ("NOK", "11.5"),
        ("NZD", "1.9"),
        ("PLN", "4.3"),
        ("RON", "5"),
        ("SAR", "4"),
        ("SEK", "11"),
        ("SGD", "1.5"),
        ("THB", "38"),
        ("TRY", "45"),
        ("USD", "1.1"),
        ("ZAR", "20"),
    )
}
"""Units of a currency for one euro, rounded from the exchange rates of 2025: sizes are compared
with round thresholds, for which a tenth more or less does not matter."""


def in_euros(amount: Decimal, currency: str) -> Decimal | None:
    """About how many euros an amount is; None for a currency that is not in the table."""
    rate = PER_EURO.get(currency)
    return None if rate is None else amount / rate
