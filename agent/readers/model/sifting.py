"""From the draft pass's answers to what is worth checking; the rest goes, with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from agent.ports import Context, Quote
from agent.readers.model.answers import Drafted
from agent.readers.model.candidates import (
    Candidate,
    RiskCandidate,
    candidates,
    once_each,
    overlap,
    risk_candidates,
)
from agent.readers.model.limits import LIMITS
from agent.readers.model.verbatim import folded, quotes
from agent.readers.model.view.fence import one_line
from agent.readers.model.view.short_ids import ShortIds
from plan.readings import Drop
from plan.thresholds import DEFAULTS

C = TypeVar("C", Candidate, RiskCandidate)

SPOKEN = ("call", "chat")
"""Kinds of source in which whoever is asked can answer."""


@dataclass(frozen=True)
class Sifted:
    """What goes on to be checked, and what does not.

    Attributes:
        candidates: Changes that are settled by the model's own word, each once.
        risks: Risks that somebody said.
        addressed: Words that speak to the software that reads them.
        refused: What was found beside these, and why it goes no further.
    """

    candidates: tuple[Candidate, ...]
    risks: tuple[RiskCandidate, ...]
    addressed: tuple[Quote, ...]
    refused: tuple[Drop, ...]


@dataclass(frozen=True)
class Kept(Generic[C]):
    """Some of what was found, and the records of the others."""

    kept: tuple[C, ...]
    refused: tuple[Drop, ...]


def sift(drafted: Sequence[Drafted], context: Context, ids: ShortIds) -> Sifted:
    """Number what the windows found, and keep what is settled."""
    turns = folded(context.source.turns)
    addressed = tuple(quote for one in drafted for quote in quotes(one.addressed, turns))
    firm = settled(candidates(drafted, turns, ids), addressed, context)
    few = as_many_as_allowed(firm.kept)
    risks = as_many_as_allowed(risk_candidates(drafted, turns))
    refused = (*firm.refused, *few.refused, *risks.refused)
    return Sifted(once_each(few.kept), risks.kept, addressed, refused)


def settled(
    found: Sequence[Candidate], addressed: Sequence[Quote], context: Context
) -> Kept[Candidate]:
    """Keep what is firm, or a request that was accepted, and said to people."""
    reasons = [(one, _objection(one, addressed, context)) for one in found]
    return Kept(
        tuple(one for one, reason in reasons if not reason),
        tuple(refusal("draft", reason, one) for one, reason in reasons if reason),
    )


def as_many_as_allowed(found: Sequence[C]) -> Kept[C]:
    """Only as many get a second look as grounding would look at."""
    most = DEFAULTS.drafts_tried
    beyond = (refusal("draft", "More than one reading may find.", one) for one in found[most:])
    return Kept(tuple(found[:most]), tuple(beyond))


def refusal(stage: str, reason: str, one: Candidate | RiskCandidate) -> Drop:
    """The record of what the model found and the reader does not hand on."""
    return Drop(stage=stage, reason=reason, draft=one.found.model_dump(mode="json"))


def _objection(one: Candidate, addressed: Sequence[Quote], context: Context) -> str:
    found = one.found
    if overlap(one.quotes, addressed):
        return "Its words speak to the software that reads them."
    if found.firmness != "firm":
        return f"Not settled ({found.firmness}): {one_line(found.why)[: LIMITS.told]}"
    if found.basis == "request" and not found.who_accepted and context.source.kind in SPOKEN:
        return "It was asked for, and nobody said yes."
    return ""
