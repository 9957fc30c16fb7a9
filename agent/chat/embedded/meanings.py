"""What spoken days and amounts in quoted words come to: “the twenty-first” is a day of a month."""

import re
from collections.abc import Iterator

from agent.answers.wording import amount, day
from agent.chat.embedded.sentences import Said
from agent.readers.embedded.amounts import amounts
from agent.readers.embedded.dates import Kind, find_dates
from agent.readers.embedded.dates.order import day_first
from plan.models import Deal

_MEANT: frozenset[Kind] = frozenset({"day", "weekday", "offset"})
_MOST = 2
_PLAIN = re.compile(r"\d{3}")
"""Figures that need no explanation."""


def meanings(said: Said, deal: Deal) -> tuple[str, ...]:
    """The days and amounts that a sentence speaks of in words, as the plan would write them.

    Args:
        said: The sentence.
        deal: The deal, whose currency and size tell what an amount means.
    """
    return tuple(dict.fromkeys((*_days(said, deal), *_amounts(said, deal))))[:_MOST]


def _days(said: Said, deal: Deal) -> Iterator[str]:
    for one in find_dates(said.text, said.day, day_first=day_first(deal)):
        if one.kind in _MEANT and one.sure:
            yield day(one.day)


def _amounts(said: Said, deal: Deal) -> Iterator[str]:
    days = find_dates(said.text, said.day, day_first=day_first(deal))
    for one in amounts(said.text, deal):
        dated = any(one.start < each.end and each.start < one.end for each in days)
        if not dated and not _PLAIN.search(said.text[one.start : one.end]) and one.full:
            yield amount(one.value, deal.currency)
