"""How answers read the words of a question, where they heed more than what was recognised."""

import re

_WORD = re.compile(r"\w+")


def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text in order, lower case."""
    return tuple(_WORD.findall(text.casefold()))


def table(text: str) -> frozenset[str]:
    """The words of a table that is written as words one after another."""
    return frozenset(text.split())
