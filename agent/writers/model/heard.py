"""Which turns of a source a draft's recipients know anyway."""

from collections.abc import Collection, Sequence

from agent.addressed import addressed
from agent.writers.model.limits import LIMITS
from plan.models import Plan, Stakeholder
from plan.people import match, speaker_of
from plan.sources import Source, Turn


def to_software(source: Source) -> frozenset[int]:
    """Numbers of the turns that speak to software."""
    return frozenset(span.turn for span in addressed(source.turns).spans)


def heard(
    source: Source, plan: Plan, to: Sequence[Stakeholder], without: Collection[int]
) -> tuple[Turn, ...]:
    """The last turns that each of these people heard or read; none if one was not there.

    Turns whose numbers are in `without` are left out. Mail and chat were read by everybody they
    name. On a call somebody surely heard what was said from their first to their last word:
    people come late, and others talk on when they have left.
    """
    first, last = presence(source, plan, to)
    return told([turn for turn in source.turns if first <= turn.n <= last], without)


def presence(source: Source, plan: Plan, to: Sequence[Stakeholder]) -> tuple[int, int]:
    """The first and the last turn that all of these people surely heard; 1 and 0 for none."""
    spans = [_span(source, plan, one.id) for one in to]
    first = max((span[0] for span in spans), default=1)
    last = min((span[1] for span in spans), default=0)
    return (first, last) if first <= last else (1, 0)


def told(turns: Sequence[Turn], without: Collection[int]) -> tuple[Turn, ...]:
    """The last of some turns, without those of these numbers."""
    return tuple(turn for turn in turns if turn.n not in without)[-LIMITS.heard :]


def _span(source: Source, plan: Plan, person: str) -> tuple[int, int]:
    spoken = [turn.n for turn in source.turns if speaker_of(turn, plan.stakeholders) == person]
    there = {match(plan.stakeholders, one.name, one.address) for one in source.people}
    if source.kind in {"email", "chat"} and (spoken or person in there):
        return 1, len(source.turns)
    if source.kind == "call" and spoken:
        return spoken[0], spoken[-1]
    return 1, 0
