"""Ranking chunks by the words they hold: BM25, counted in the deal alone.

The databases' own rankings are not used. SQLite's counts how rare a word is over all deals, so
that what others say would show in the order, and takes three times as long for it; PostgreSQL's
does not count it at all.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import log

from memory.sql.fulltext.words import Term

Place = int
"""Where a chunk stands in its deal: its source's number and its own."""
SOURCE = 1 << 20
"""A source has fewer chunks than this."""
SATURATION, BY_LENGTH = 1.2, 0.75
"""BM25's k1 and b, as commonly set."""


def place(number: int, n: int) -> Place:
    """The place of chunk `n` of the deal's source of that number."""
    return number * SOURCE + n


def rarity(held: int, total: int) -> float:
    """What a term weighs that `held` of `total` chunks hold."""
    return log(1 + (total - held + 0.5) / (held + 0.5))


def sums(holding: Sequence[Collection[Place]], weights: Sequence[float]) -> dict[Place, float]:
    """For each place that holds a term, the weights of the terms it holds added up.

    Args:
        holding: For each term the places that hold it.
        weights: What each term weighs.
    """
    found: defaultdict[Place, float] = defaultdict(float)
    for places, weight in zip(holding, weights, strict=True):
        for one in places:
            found[one] += weight
    return found


def scores(
    texts: Mapping[Place, str], terms: Sequence[Term], weights: Sequence[float]
) -> dict[Place, float]:
    """What the text at each place scores; a word said twice in a row counts as said once.

    Args:
        texts: At each place the words, one space between any two.
        terms: What is looked for.
        weights: What each term weighs.
    """
    usual = sum(map(len, texts.values())) / max(len(texts), 1)
    sought = [(f" {' '.join(term)} ", weight) for term, weight in zip(terms, weights, strict=True)]
    return {at: _score(f" {text} ", sought, len(text) / usual) for at, text in texts.items()}


def _score(text: str, sought: Sequence[tuple[str, float]], length: float) -> float:
    room = SATURATION * (1 - BY_LENGTH + BY_LENGTH * length)
    counted = ((text.count(term), weight) for term, weight in sought)
    return sum(weight * count * (SATURATION + 1) / (count + room) for count, weight in counted)
