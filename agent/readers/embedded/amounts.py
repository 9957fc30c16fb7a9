"""Amounts of money: numbers that can be the price of a deal."""

import re
from dataclasses import dataclass
from decimal import Decimal

from agent.readers.embedded.numerals import Numeral, numerals
from agent.readers.embedded.words import plain
from plan.models import Deal

CODES = re.compile(
    r"(?:\b(eur|usd|gbp|chf|nok|sek|dkk|aud|nzd|cad|inr|aed|sar|omr|qar|kwd|bhd|sgd|myr|zar|"
    r"jpy|brl|mxn|pln|czk|kes|ngn)\b|([€$£]))"
)
SYMBOLS = {"€": "EUR", "£": "GBP"}
WORDS = re.compile(
    r"\b(?:euros?|dollars?|pounds?|dirhams?|rials?|riyals?|rupees?|kroner|kronor|rand|francs?|"
    r"yen|zloty|quid)\b"
)
OTHER = re.compile(
    r"(?:st|nd|rd|th)\b|:\d|[ -]?(?:%|percent\b|per cent\b|(?:business |working )?days?\b|weeks?\b|"
    r"months?\b|years?\b|hours?\b|minutes?\b|seconds?\b|people\b|users?\b|stores?\b|pages?\b|"
    r"names?\b|degrees?\b|points?\b|slides?\b|sites?\b|o'clock\b)"
)
"""What after a number makes it no price."""
LONGEST_UNIT = 16
NEAR = 4
"""Characters between a currency and its number."""
LOW, HIGH = Decimal("0.4"), Decimal("2.5")
"""How far an agreed price may be from the one before it, as parts of it."""
SCALES = (Decimal(1), Decimal(1000), Decimal(10) ** 5, Decimal(10) ** 6, Decimal(10) ** 7)
"""What people leave out when both know the size: "one-eighty", "1.85" crore."""
LEAST, LEAST_BARE = Decimal(10), Decimal(1000)
"""Below the one, a number without a scale is no price; from the other on, it needs none."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money. `full`: its size or currency was said, it is not only known to both."""

    value: Decimal
    start: int
    end: int
    full: bool


def amounts(text: str, deal: Deal) -> tuple[Amount, ...]:
    """The numbers of a text that can be the deal's price, each at the size that fits it."""
    found = ((one, _price(one, text, deal)) for one in numerals(text) if not _is_other(one, text))
    return tuple(
        Amount(value, one.start, one.end, _full(one) or _with_currency(one, text))
        for one, value in found
        if value is not None
    )


def currency(text: str) -> str | None:
    """The one currency a text names by code or by an unambiguous sign."""
    named = {m[1].upper() if m[1] else SYMBOLS.get(m[2], "") for m in CODES.finditer(plain(text))}
    return named.pop() if len(named) == 1 and "" not in named else None


def _is_other(one: Numeral, text: str) -> bool:
    """Whether what follows makes it a share, a span of time, a count of things or a day."""
    return bool(OTHER.match(plain(text[one.end : one.end + LONGEST_UNIT])))


def _price(one: Numeral, text: str, deal: Deal) -> Decimal | None:
    if deal.amount is None or not deal.amount:
        return (
            one.readings[0] if _with_currency(one, text) and one.readings[0] >= LEAST_BARE else None
        )
    scales = (Decimal(1),) if _full(one) else SCALES
    for reading in one.readings:
        if reading < LEAST and not one.scaled:
            continue
        for scale in scales:
            if LOW <= reading * scale / deal.amount <= HIGH:
                return reading * scale
    return None


def _full(one: Numeral) -> bool:
    return one.scaled or one.readings[0] >= LEAST_BARE


def _with_currency(one: Numeral, text: str) -> bool:
    around = plain(text[max(0, one.start - NEAR) : one.end + NEAR + 8])
    return bool(CODES.search(around) or WORDS.search(around))
