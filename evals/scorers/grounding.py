"""Grounding: every word of evidence must stand in the source."""

from collections.abc import Iterable, Sequence

from evals.judging.verdicts import Judged
from evals.scores import GroundingScore


def grounding_faults(judged: Iterable[Judged]) -> int:
    """Quotes that stand nowhere; an edit that gives no quote at all counts as one."""
    return sum(len(one.faults) or 1 for one in judged if one.verdict == "ungrounded")


def grounding_score(judged: Sequence[Judged]) -> GroundingScore:
    """Faults, of all the quotes given, and the edits that have one."""
    return GroundingScore(
        faults=grounding_faults(judged),
        of=sum(len(one.predicted.quotes) for one in judged if one.predicted),
        edits=sum(one.verdict == "ungrounded" for one in judged),
    )
