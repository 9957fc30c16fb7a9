"""What mail clients and people write around the words that matter, by language.

Each module is a table: language codes (ISO 639) to phrases parted by `|`, most of them lower case,
all of them compared case folded. A language or client that is missing is added there and nowhere
else.
"""

from collections.abc import Mapping


def folded(text: str) -> str:
    """Text as phrases are compared: case folded, straight apostrophes, single blanks.

    Turkish has an I with a dot; folding its case leaves the dot, which is taken off too.
    """
    plain = text.casefold().replace("\u0307", "").replace("\u2019", "'")
    return " ".join(plain.split())


def phrases(table: Mapping[str, str]) -> frozenset[str]:
    """Every phrase of a table, case folded."""
    return frozenset(folded(phrase) for entry in table.values() for phrase in entry.split("|"))


def pattern(table: Mapping[str, str]) -> str:
    """One regular expression that matches whatever a table of expressions does."""
    return "|".join(table.values())


def words(text: str) -> frozenset[str]:
    """A set of words from a text of them."""
    return frozenset(text.split())
