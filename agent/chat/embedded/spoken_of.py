"""Which deal a question is about, where it is about one."""

import re

from agent.chat.ports import Library
from agent.readers.embedded.words import listed, plain, words
from plan.models import Deal

_ACROSS = re.compile(
    r"\b(?:which|what|how many|all|any|other|my|our|the|every) (?:of (?:my|our|"
    r"the) )?(?:\w+ )?deals\b|"
    r"\bacross (?:all )?(?:the |my |our )?(?:deals|accounts)\b|\b(?:pipeline|portfolio|forecast)\b"
)
_COMPANY = listed("gmbh inc ltd llc plc bv ag sa spa s.p.a the and of group company co deal for")
"""Words of companies' and deals' names that tell no two of them apart."""
_LEAST = 3
"""Letters of a word by which a deal is called."""


def deal_meant(question: str, library: Library) -> str | None:
    """The id of the deal that a question is about; None where it is about all deals.

    In a conversation about all deals a question may name one, by words that only that deal's
    or its account's name has.
    """
    said = plain(question)
    if _ACROSS.search(said):
        return None
    if library.deal is not None:
        return library.deal
    deals = [one.plan.deal for one in library.portfolio()]
    spoken = set(words(question))
    named = [deal.id for deal in deals if _names(deal) & spoken - _of_others(deal, deals)]
    return named[0] if len(named) == 1 else None


def _names(deal: Deal) -> frozenset[str]:
    every = words(f"{deal.name} {deal.account}")
    return frozenset(word for word in every if len(word) >= _LEAST and word not in _COMPANY)


def _of_others(deal: Deal, deals: list[Deal]) -> frozenset[str]:
    return frozenset().union(*(_names(one) for one in deals if one.id != deal.id))
