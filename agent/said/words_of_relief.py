"""Words by which the buyer says that a risk is over: the money is there, the other is out.

They count only where somebody of the buyer's side says them flatly: no question, condition,
doubt, denial, joke or tale. "Not going with them" denies by itself and may.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from agent.addressed import NOTHING_ADDRESSED, Addressed
from agent.readers.embedded.cues import Signal, signals
from agent.readers.embedded.sentences import sentences
from agent.readers.embedded.words import plain
from plan.models import Plan
from plan.people import speaker_of
from plan.sources import Evidence, Source
from plan.values import SaidRiskKind

TAKEN_BACK = frozenset(
    {
        Signal.CONDITION,
        Signal.HEDGE,
        Signal.QUESTION,
        Signal.PAST,
        Signal.ELSEWHERE,
        Signal.RETRACT,
        Signal.JOKE,
        Signal.ORDER,
    }
)


class Relief(NamedTuple):
    """Words that settle a kind of risk; `denying` where "not" belongs to them."""

    words: re.Pattern[str]
    denying: bool


MONEY = r"(?:budget|money|funding)"
RELIEFS: Mapping[SaidRiskKind, Relief] = {
    "budget_risk": Relief(
        re.compile(
            rf"\bthe {MONEY}(?:'s| is| has been| was) (?:now |finally |fully )?"
            r"(?:approved|released|signed off|secured)\b"
            rf"|\b(?:approved|released|signed off) the {MONEY}\b"
        ),
        denying=False,
    ),
    "competitor_threat": Relief(
        re.compile(
            r"\b(?:i'm|i am|we're|we are) not going with "
            r"(?:him|her|them|the others?)\b"
            r"|\b(?:we|i)(?:'ve| have)? turned (?:him|her|them) down\b"
            r"|\bthey(?:'re| are) out of the (?:race|running)\b"
        ),
        denying=True,
    ),
}


def told_over(
    source: Source, source_id: str, plan: Plan, addressed: Addressed = NOTHING_ADDRESSED
) -> frozenset[SaidRiskKind]:
    """The kinds of risk of which the buyer says in a source that they are over."""
    if source.notice:
        return frozenset()
    return frozenset(_told(source, source_id, plan, addressed))


def _told(
    source: Source, source_id: str, plan: Plan, addressed: Addressed
) -> Iterator[SaidRiskKind]:
    buyers = {one.id for one in plan.stakeholders if one.side == "buyer" and one.active}
    speakers = {turn.n: speaker_of(turn, plan.stakeholders) for turn in source.turns}
    for one in sentences(source.turns):
        place = Evidence(source=source_id, turn=one.turn, start=one.start, end=one.end)
        if speakers[one.turn] in buyers and not addressed.touches(place):
            yield from _relieved(one.text)


def _relieved(text: str) -> Iterator[SaidRiskKind]:
    said = plain(text)
    for kind, relief in RELIEFS.items():
        if not relief.words.search(said):
            continue
        does = signals(text)
        if not does & TAKEN_BACK and (relief.denying or Signal.NOT not in does):
            yield kind
