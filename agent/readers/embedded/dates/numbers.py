"""Numbers in digits and words: "22nd", "twenty-second", "twenty two", "a couple of"."""

from typing import NamedTuple

from agent.readers.embedded.dates.names import HYPHEN
from agent.readers.embedded.dates.words import Words

_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
CARDINALS = {word: value for value, word in enumerate(_CARDINALS.split(), 1)} | _TENS
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), 1)}
ORDINALS |= {"twentieth": 20, "thirtieth": 30}
SUFFIXES = frozenset({"st", "nd", "rd", "th", "er"})
_ONE = frozenset({"a", "an", "another"})
_COUPLE = frozenset({"couple", "pair"})
AMOUNTS = _ONE | _COUPLE | set(CARDINALS)
_UNITS = range(1, 10)
MONTH_DAYS = range(1, 32)
YEARS = range(1900, 2200)
# A two-figure year said after a month: "the ninth of April twenty-seven".
_SHORT_YEARS = range(20, 60)
_CENTURY = 2000


class Counted(NamedTuple):
    """A number read at some place, and the place after it."""

    value: int
    stop: int


def ordinal(words: Words, i: int) -> Counted | None:
    """Read "22nd", "22 nd", "twenty-second" or "twenty second"."""
    value = words.digits(i)
    if value is not None:
        return Counted(value, i + 2) if words.at(i + 1) in SUFFIXES else None
    word = words.at(i)
    if word in _TENS:
        return _with_unit(words, i, ORDINALS)
    return Counted(ORDINALS[word], i + 1) if word in ORDINALS else None


def cardinal(words: Words, i: int) -> Counted | None:
    """Read "22", "twenty-two" or "twenty two"."""
    value = words.digits(i)
    if value is not None:
        return Counted(value, i + 1)
    word = words.at(i)
    if word in _TENS:
        return _with_unit(words, i, CARDINALS) or Counted(_TENS[word], i + 1)
    return Counted(CARDINALS[word], i + 1) if word in CARDINALS else None


def amount(words: Words, i: int) -> Counted | None:
    """Read how many: a cardinal, "a", "another", "a couple of"."""
    j = words.skip(i, _ONE)
    if words.at(j) in _COUPLE:
        return Counted(2, words.skip(j + 1, {"of"}))
    return Counted(1, j) if j > i else cardinal(words, i)


def day_number(words: Words, i: int) -> Counted | None:
    """Read the number of a day of a month, ordinal or not."""
    read = ordinal(words, i) or cardinal(words, i)
    return read if read and read.value in MONTH_DAYS else None


def year(words: Words, i: int) -> Counted | None:
    """Read "2027" or "twenty twenty-seven"."""
    value = words.digits(i)
    if value is not None:
        return Counted(value, i + 1) if value in YEARS else None
    if words.at(i) != "twenty":
        return None
    short = cardinal(words, words.skip(i + 1, HYPHEN))
    known = short is not None and short.value in _SHORT_YEARS
    return Counted(_CENTURY + short.value, short.stop) if short and known else None


def short_year(words: Words, i: int) -> Counted | None:
    """Read "'27" or "twenty-seven", years only where a whole date goes before."""
    j = words.skip(i, {"'"})
    if words.digits(j) is not None and j == i:
        return None
    read = cardinal(words, j)
    known = read is not None and read.value in _SHORT_YEARS
    return Counted(_CENTURY + read.value, read.stop) if read and known else None


def _with_unit(words: Words, i: int, units: dict[str, int]) -> Counted | None:
    j = words.skip(i + 1, HYPHEN)
    unit = units.get(words.at(j), 0)
    return Counted(_TENS[words.at(i)] + unit, j + 1) if unit in _UNITS else None
