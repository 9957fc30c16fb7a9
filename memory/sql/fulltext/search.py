"""The search itself, the same over either database's index."""

from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

from memory.sql.fulltext.index import FullText
from memory.sql.fulltext.ranking import SOURCE, rarity, scores, sums
from memory.sql.fulltext.words import terms

MOST_READ = 128
"""Chunks whose words are counted: those that hold the rarest terms."""


class Said(NamedTuple):
    """A source whose chunks are searched.

    Attributes:
        id: Its id.
        number: Its number in the deal.
        size: How many chunks it has.
    """

    id: str
    number: int
    size: int


def find(index: FullText, deal: str, said: Sequence[Said], query: str, k: int) -> tuple[str, ...]:
    """Ids of the chunks of these sources that hold words of the query, best first.

    Of those that score the same, the first by order of the sources and position comes first.
    """
    asked = terms(query)
    if not asked or not said:
        return ()
    order = {source.number: n for n, source in enumerate(said)}
    holding = [
        [at for at in places if at // SOURCE in order] for places in index.holding(deal, asked)
    ]
    total = sum(source.size for source in said)
    weights = [rarity(len(places), total) for places in holding]
    held = sums(holding, weights)
    hopeful = sorted(nlargest(max(k, MOST_READ), held, key=held.__getitem__))
    found = scores(index.texts(deal, hopeful), asked, weights)
    best = sorted(found, key=lambda at: (-found[at], order[at // SOURCE], at % SOURCE))[:k]
    return tuple(f"{said[order[at // SOURCE]].id}.c{at % SOURCE}" for at in best)
