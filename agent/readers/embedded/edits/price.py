"""Price: an amount that both sides settle on becomes the deal's."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pydantic import JsonValue

from agent.readers.embedded.amounts import amounts, currency
from agent.readers.embedded.claims import Claim, about_deal
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material
from agent.readers.embedded.numerals import plain_value
from agent.readers.embedded.words import plain

CONFIDENCE = 0.6
CLOSED = frozenset({"closed_won", "closed_lost"})
MONEY = re.compile(
    r"\b(?:price|priced|pricing|quote|quotation|cost|costs|pay|paying|discount|euros?|dollars?|"
    r"pounds?|rials?|dirhams?|rupees|lakhs?|crores?|cheaper|total|all in|per cent|percent|"
    r"off the|invoice|budget|figure|offer|commercials?|proposal|module|flat)\b|[€$£]"
)
"""Words that show that money is being talked of."""
AIR = 5
"""Sentences for which money stays the topic."""
REACH = 5
"""Sentences within which the other side takes an amount up."""


def read(material: Material) -> Iterator[Claim]:
    """Find amounts that are taken up by the other on a call, or accepted in a mail."""
    if material.context.plan.deal.stage in CLOSED:
        return
    said = _said(material)
    for at, value in said.items():
        evidence = _settled(material, said, at, value)
        if evidence:
            why = f"Both sides settle on {value:,}."
            yield about_deal(_values(material, at, value), evidence, CONFIDENCE, why)


def _said(material: Material) -> dict[int, Decimal]:
    """By sentence, the one amount it names; a sentence that weighs two settles nothing."""
    meant = (at for at in range(len(material.sentences)) if at not in material.void)
    found = {at: _named(material, at) for at in meant}
    return {at: values.pop() for at, values in found.items() if len(values) == 1}


def _named(material: Material, at: int) -> set[Decimal]:
    """The amounts of a sentence that are new and no part of a date."""
    deal, dates = material.context.plan.deal, material.dates[at]
    return {
        one.value
        for one in amounts(material.sentences[at].text, deal)
        if one.value != deal.amount
        and not any(one.start < date.end and date.start < one.end for date in dates)
        and (one.full or (material.spoken and _money(material, at)))
    }


def _money(material: Material, at: int) -> bool:
    """Whether money is the topic around a sentence."""
    return any(MONEY.search(plain(material.sentences[k].text)) for k in material.around(at, AIR, 1))


def _settled(
    material: Material, said: dict[int, Decimal], at: int, value: Decimal
) -> tuple[int, ...]:
    """The evidence that an amount holds; empty where it is only named, asked or refused."""
    if not material.spoken:
        firm = material.has(at, Signal.PRICED) and not material.has(at, Signal.QUESTION)
        return (at,) if firm else ()
    for index in material.around(at, 0, REACH)[1:]:
        if material.speakers[index] == material.speakers[at]:
            continue
        if said.get(index, value) != value or material.has(index, Signal.REFUSE):
            return ()
        same = said.get(index) == value and not material.has(index, Signal.QUESTION)
        if same or (material.has(index, Signal.PRICED) and index not in material.void):
            return (at, index)
    return ()


def _values(material: Material, at: int, value: Decimal) -> dict[str, JsonValue]:
    code = currency(material.sentences[at].text)
    number = plain_value(value)
    changed = code and code != material.context.plan.deal.currency
    return {"amount": number, "currency": code} if changed else {"amount": number}
