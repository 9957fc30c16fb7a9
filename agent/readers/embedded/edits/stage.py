"""Stage: the deal is won, lost, or said to be in another stage."""

import re
from collections.abc import Iterator

from agent.readers.embedded.claims import Claim, about_deal
from agent.readers.embedded.cues import Signal
from agent.readers.embedded.material import Material
from agent.readers.embedded.words import plain
from plan.values import Stage

CONFIDENCE = 0.6
CLOSED = frozenset({"closed_won", "closed_lost"})
NAMED: tuple[tuple[re.Pattern[str], Stage], ...] = (
    (re.compile(r"\bnegotiat"), "negotiation"),
    (re.compile(r"\bpropos"), "proposal"),
    (re.compile(r"\bevaluation|shortlist"), "evaluation"),
)


def read(material: Material) -> Iterator[Claim]:
    """Follow plain statements; a stage only moves while the deal is open."""
    now = material.context.plan.deal.stage
    for at in material.telling(Signal.WON, Signal.LOST, Signal.STAGED):
        stage = _stage(material, at)
        if stage and now not in CLOSED:
            why = f"The deal is said to be {stage.replace('_', ' ')}."
            yield about_deal({"stage": stage}, (at,), CONFIDENCE, why)


def _stage(material: Material, at: int) -> Stage | None:
    if material.has(at, Signal.LOST):
        return "closed_lost"
    if material.has(at, Signal.WON) and not material.has(at, Signal.NOT):
        return "closed_won"
    if not material.has(at, Signal.STAGED):
        return None
    said = plain(material.sentences[at].text)
    return next((stage for cue, stage in NAMED if cue.search(said)), None)
