"""Numbers written as words or figures, read in all the ways that people mean them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from agent.readers.embedded.words import plain

UNITS = {
    "zero": 0, "nought": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SMALL = UNITS | TENS
SCALES = {
    "thousand": 10**3, "grand": 10**3, "k": 10**3, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5,
    "million": 10**6, "mio": 10**6, "m": 10**6, "mn": 10**6, "crore": 10**7, "crores": 10**7,
    "cr": 10**7,
}  # fmt: skip
THOUSANDS = r"\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
LAKHS = r"\d{1,3}(?:,\d{2})+,\d{3}(?!\d)"
TOKEN = re.compile(rf"{THOUSANDS}|{LAKHS}|\d+(?:[.,]\d+)?|[a-z]+|%")
GROUPED = re.compile(rf"{THOUSANDS}|{LAKHS}")
CENTS = re.compile(r"[.,](\d{1,2})$")
COUNTABLE = frozenset({"hundred", *SCALES})
COUNTED = frozenset({"year", "time", "week", "month", "day"})
"""Nouns that take a "one" before them away from the number: "sixty eight, one year"."""
LARGEST = Decimal(10) ** 12
"""What is larger is no price and no figure of a metric."""
HUNDRED, TEN, PAIR = 100, 10, 2


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last.
        readings: What it can mean, likeliest first: "two seventy" is 270 or 2.70.
        scaled: Whether a word like thousand or lakh gives its size.
        spoken: Whether it is written in words.
    """

    start: int
    end: int
    readings: tuple[Decimal, ...]
    scaled: bool
    spoken: bool


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def numerals(text: str) -> tuple[Numeral, ...]:
    """All numbers of a text, in order."""
    tokens = [_Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(plain(text))]
    return tuple(_found(tokens))


def _found(tokens: Sequence[_Token]) -> Iterator[Numeral]:
    at = 0
    while at < len(tokens):
        end = _run(tokens, at)
        if end > at:
            numeral = _numeral(tokens[at:end])
            if numeral:
                yield numeral
            at = end
        else:
            at += 1


def _run(tokens: Sequence[_Token], start: int) -> int:
    """Where the run of number words ends that begins at a token."""
    at, opened = start, False
    while at < len(tokens):
        word = tokens[at].text
        near = at == start or tokens[at].start - tokens[at - 1].end <= 1
        starts = (
            word[0].isdigit()
            or word in SMALL
            or (word in ("a", "half") and _scale_next(tokens, at))
        )
        joins = opened and (word in SCALES or word in ("hundred", "and", "point", "half", "a"))
        if not near or not (starts or joins) or (word[0].isdigit() and opened):
            break
        opened, at = True, at + 1
    if at - start > 1 and at < len(tokens) and tokens[at].text in COUNTED:
        at -= 1
    while at > start and tokens[at - 1].text in ("and", "a", "point"):
        at -= 1
    return at


def _scale_next(tokens: Sequence[_Token], at: int) -> bool:
    """Whether "a" or "half" counts what follows: "a hundred", "half a million"."""
    after = [token.text for token in tokens[at + 1 : at + 3]]
    return bool(after) and next((word for word in after if word != "a"), "") in COUNTABLE


def _numeral(run: Sequence[_Token]) -> Numeral | None:
    words = [token.text for token in run]
    readings = _readings(words)
    if not readings or max(readings) > LARGEST:
        return None
    scaled = any(word in SCALES for word in words)
    return Numeral(run[0].start, run[-1].end, readings, scaled, not words[0][0].isdigit())


def _readings(words: Sequence[str]) -> tuple[Decimal, ...]:
    if words[0][0].isdigit():
        value = written(words[0]) * _scale(words[1:])
        return (value,)
    if "point" in words:
        at = words.index("point")
        digits = "".join(str(v) for v in _digits(words[at + 1 :]))
        return (Decimal(f"{_whole(words[:at])}.{digits or 0}") * _scale(words[at + 1 :]),)
    if words[0] == "half":
        return (Decimal("0.5") * _scale(words[1:]),)
    if list(words[-3:]) == ["and", "a", "half"]:
        return (Decimal(_whole(words[:-3])) + Decimal("0.5"),)
    if not any(word in SCALES or word == "hundred" for word in words):
        return _colloquial(_digits(words))
    return (Decimal(_whole(words)),)


def plain_value(value: Decimal) -> int | float:
    """A number as YAML would hold it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def written(figure: str) -> Decimal:
    """A number in figures, whatever groups its thousands: 2.090,50 or 2,090.50 or 5,00,000."""
    if not GROUPED.fullmatch(figure):
        return Decimal(figure.replace(",", "."))
    cents = CENTS.search(figure) if not figure[-4:-3].isspace() else None
    whole = figure[: cents.start()] if cents else figure
    return Decimal("".join(filter(str.isdigit, whole)) + (f".{cents[1]}" if cents else ""))


def _scale(words: Sequence[str]) -> int:
    scale = 1
    for word in words:
        scale *= SCALES.get(word, HUNDRED if word == "hundred" else 1)
    return scale


def _whole(words: Sequence[str]) -> int:
    """The usual reading: "one crore thirty-three lakhs", "four hundred and eighty-eight"."""
    total = current = 0
    for word in words:
        if word in SMALL:
            current += SMALL[word]
        elif word == "hundred":
            current = max(1, current) * HUNDRED
        elif word in SCALES:
            total, current = total + max(1, current) * SCALES[word], 0
    return total + current


def _digits(words: Sequence[str]) -> list[int]:
    """Number words without scale, tens joined with the unit that follows: [4, 96]."""
    values: list[int] = []
    for word in words:
        if word not in SMALL:
            continue
        value = SMALL[word]
        if values and values[-1] in TENS.values() and 0 < value < TEN:
            values[-1] += value
        else:
            values.append(value)
    return values


def _colloquial(values: Sequence[int]) -> tuple[Decimal, ...]:
    """Read as people speak: "four ninety-six" is 496 or 4.96, "ninety-two five" 92.5 or 925."""
    if not values or len(values) > PAIR:
        return ()
    first, second = values[0], values[-1]
    if len(values) < PAIR:
        return (Decimal(first),)
    if second >= TEN:
        return (Decimal(first * HUNDRED + second), Decimal(f"{first}.{second}"))
    return (Decimal(f"{first}.{second}"), Decimal(first * TEN + second))
