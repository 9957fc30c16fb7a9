"""Questions across deals: which of the answers over the portfolio they ask for."""

import re
from collections.abc import Sequence

from agent.answers.answer import Answer
from agent.answers.dossier import About, Dossier
from agent.answers.portfolio import PORTFOLIO
from agent.chat.embedded.parts import side_in
from agent.readers.embedded.dates import find_dates
from agent.readers.embedded.dates.order import day_first
from agent.readers.embedded.words import plain

ASK = (
    "I cannot tell that of all deals at once. Name the deal you mean, or ask which deals slip, "
    "close, are overdue, at risk or without a next step, or where somebody takes part."
)
_NO_DEALS = "There is no deal yet."
_CUES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"\b(?:{cue})\b"))
    for name, cue in (
        (
            "slipping",
            (
                r"slip\w*|(?:won't|will not|not going to) (?:close|make)|miss(?:es|ing)? (?:the|"
                r"their|its)|"
                r"push(?:ed|es)? out|past (?:the )?quarter|drift\w*"
            ),
        ),
        ("stepless", r"(?:no|without (?:a|any)?) ?next (?:step|action)s?|nothing planned|stale"),
        ("overdue", r"overdue|late|behind|past due|missed"),
        ("totals", r"worth|total\w*|sum|how much|pipeline|forecast|value|amounts?"),
        (
            "risky",
            (
                r"risks?|risky|in danger|in trouble|competitors?|budget|blocked|blockers?|"
                r"champion\w*|"
                r"sponsor\w*|silent|quiet|single.?threaded|economic buyer"
            ),
        ),
        ("closing", r"clos(?:es?|ing)|sign(?:s|ed|ing)?|due|land(?:s|ing)?"),
        ("whereabouts", r"where|who|which|involved|takes? part|works? on"),
    )
)
"""In the order in which they decide."""
_BY_NAME = {one.name: one for one in PORTFOLIO}


def across(question: str, deals: Sequence[Dossier]) -> Answer:
    """The answer to a question about all deals, or what can be asked of them."""
    if not deals:
        return Answer(topic="none", unknown=True, note=_NO_DEALS)
    said = plain(question)
    about = _about(question, said, deals[0])
    for name, cue in _CUES:
        if cue.search(said):
            return _BY_NAME[name].compute(deals, about)
    return Answer(topic="none", unknown=True, note=ASK)


def _about(question: str, said: str, any_deal: Dossier) -> About:
    first = day_first(any_deal.plan.deal)
    days = [one.day for one in find_dates(question, any_deal.today, day_first=first)]
    return About(
        side=side_in(said),
        since=days[0] if len(days) > 1 else None,
        until=days[-1] if days else None,
        text=question,
    )
