"""Clues in companies: who says "we at" one of the two."""

import re
from collections.abc import Iterator

from agent.labels.call import Call
from agent.labels.clues import Clue, Kind
from agent.readers.embedded.words import plain
from plan.values import Side

LEAST = 4
"""Letters by which the first word of a company's name stands for it."""
FOR = r"\b(?:we|us|i'm|i am|here|over here|i work) (?:at|from|with|for) (?:the )?"


def spoken_for(call: Call) -> Iterator[Clue]:
    """Who speaks for which company, against the side of whom the turn is labelled with."""
    sides = {side: re.compile(FOR + re.escape(name) + r"\b") for side, name in _names(call)}
    for one in call.utterances:
        for side, pattern in sides.items():
            own = call.people[one.label].side
            if own != "partner" and (found := pattern.search(plain(one.text))):
                said = one.text[found.start() : found.end()]
                yield Clue(Kind.COMPANY, one.turn, one.label, None, own != side, said)


def _names(call: Call) -> Iterator[tuple[Side, str]]:
    """What each side's company is called in speech, where that tells the two apart."""
    deal = call.plan.deal
    buyer, seller = _spoken(deal.account), _spoken(deal.seller)
    if buyer != seller:
        yield "buyer", buyer
        yield "seller", seller


def _spoken(name: str) -> str:
    first = plain(name).removeprefix("the ").partition(" ")[0]
    return first if len(first) >= LEAST else plain(name)
