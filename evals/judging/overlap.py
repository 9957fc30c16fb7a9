"""How far two quotes are the same words."""

import re
from collections.abc import Iterable

from agent.quotes import fold

HALF = 0.5
"""Quotes overlap when they share this much of the shorter one, in words (FORMAT.md)."""

_WORD = re.compile(r"[\w']+")


def words(text: str) -> list[str]:
    """The words of a text, lower case, without punctuation."""
    return _WORD.findall(fold(text).lower())


def overlap(one: str, other: str) -> float:
    """The longest run of words that both hold, as a part of the shorter one: 0 to 1."""
    first, second = words(one), words(other)
    shorter = min(len(first), len(second))
    return _longest_run(first, second) / shorter if shorter else 0.0


def best_overlap(quotes: Iterable[str], others: Iterable[str]) -> float:
    """The overlap of the two quotes, one of each side, that overlap most; 0 without any."""
    against = tuple(others)
    return max((overlap(one, other) for one in quotes for other in against), default=0.0)


def overlaps(quotes: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a quote of one side overlaps one of the other."""
    return best_overlap(quotes, others) >= HALF


def _longest_run(first: list[str], second: list[str]) -> int:
    best = 0
    row = [0] * (len(second) + 1)
    for word in first:
        above = row
        row = [0] * (len(second) + 1)
        for at, other in enumerate(second, start=1):
            if word == other:
                row[at] = above[at - 1] + 1
                best = max(best, row[at])
    return best
