"""Numbers and money: only those of the facts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from agent.readers.embedded.amounts import SYMBOLS
from agent.readers.embedded.numerals import numerals, written
from agent.writers.model.brief import Brief
from agent.writers.model.checks.days import blanked, mentions
from agent.writers.model.checks.fault import Fault
from agent.writers.model.checks.phrases import MONEY
from agent.writers.model.folding import run, without

_FIGURE = re.compile(r"\d+(?:[.,:/'’\u00a0\u202f-]\d+)*")
_TALK = re.compile(r"(?<![\d.,:])(?:5|10|15|20|25|30|40|45|60)(?=[ -]?min)", re.IGNORECASE)
"""How long one asks somebody to talk, which commits nobody to anything."""
_SIGNS = re.compile(r"[%‰€$£¥₹₽₩]")
_SPOKEN = Decimal(12)
"""Up to here, number words count and greet; what they count is not measured."""
_NO_FACT = "it names a number that no fact gives"


def figures(text: str, about: Brief) -> Iterator[Fault]:
    """Numbers in figures or English words, and any sign or word of money that no fact holds."""
    rest = without(text, about.names)
    rest = _TALK.sub(_blank, blanked(rest, mentions(rest, about)))
    known = _values(about.told)
    for found in _FIGURE.finditer(rest):
        if not _reading(found.group()) & known:
            yield Fault(_NO_FACT, found.group())
    for one in numerals(rest):
        counts = one.spoken and min(one.readings) > _SPOKEN and not _is_talk(rest, one.end)
        if counts and not known.intersection(map(str, one.readings)):
            yield Fault(_NO_FACT, rest[one.start : one.end])
    yield from _money(rest, about)


def _money(text: str, about: Brief) -> Iterator[Fault]:
    told = about.told + "".join(sign for sign, code in SYMBOLS.items() if code in about.told)
    for sign in sorted(set(_SIGNS.findall(text)) - set(told)):
        yield Fault("it speaks of money or shares that no fact gives", sign)
    said, known = run(text), run(told)
    for word in MONEY:
        if f" {word} " in said and f" {word} " not in known:
            yield Fault("it speaks of money or shares that no fact gives", word)


def _values(told: str) -> frozenset[str]:
    """All numbers of the facts; those of dates count only inside dates."""
    bare = re.sub(r"\b\d{4}-\d{2}-\d{2}\b", " ", told)
    return frozenset().union(*(_reading(one) for one in _FIGURE.findall(bare)))


def _reading(figure: str) -> frozenset[str]:
    """A number as written, and its value where it has one."""
    try:
        value = written(figure)
    except ArithmeticError:
        return frozenset({figure})
    return frozenset({figure, format(value.normalize(), "f")})


def _is_talk(text: str, end: int) -> bool:
    return text[end:].lstrip(" -").casefold().startswith("min")


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())
