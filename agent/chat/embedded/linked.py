"""Which milestones, actions and outcomes a question is about, by the reader's own linking."""

from datetime import date
from typing import NamedTuple

from agent.answers.answer import ItemRef
from agent.ports import Context
from agent.readers.embedded.items import Item, items
from agent.readers.embedded.linking import Heard, links
from agent.readers.embedded.linking.features import compare
from memory.base import Embedder

MOST = 3
LIKELY = 0.2
"""The share from which an item comes into question."""
SURE = 0.5
"""The share from which an item is taken as the one that is meant."""


class Linked(NamedTuple):
    """Items that come into question, the likeliest first, and whether the first surely is it."""

    items: tuple[ItemRef, ...] = ()
    sure: bool = False


def linked(
    context: Context, named: frozenset[str], days: frozenset[date], embedder: Embedder
) -> Linked:
    """The items that a question, which is the context's source, is about."""
    there = items(context)
    text = context.source.turns[0].text
    heard = [Heard(text, None, named, days)]
    found = links(heard, there, compare(heard, there, written=True), {0}, embedder)
    ranked = [one for one in found.ranked({0}, _in_plan, MOST) if one.share >= LIKELY]
    deal = context.plan.deal.id
    refs = tuple(ItemRef(deal=deal, entity=one.item.entity, id=one.item.id) for one in ranked)
    return Linked(refs, bool(ranked) and ranked[0].share >= SURE)


def _in_plan(item: Item) -> bool:
    return not item.pending
