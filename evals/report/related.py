"""What else happened on the words of a mistake."""

from collections.abc import Iterator
from dataclasses import dataclass

from evals.judging.overlap import overlaps
from evals.judging.verdicts import Judged, Verdict
from evals.report.anchors import anchors
from evals.report.values import title
from evals.run import SourceRun

FINE: frozenset[Verdict] = frozenset({"right", "optional"})
"""Verdicts on edits that are no mistakes."""


@dataclass(frozen=True)
class Related:
    """Another edit on the same words; `anchor` is None where nothing is wrong with it."""

    verdict: str
    kind: str
    title: str
    anchor: str | None


def related(one: Judged, run: SourceRun) -> tuple[Related, ...]:
    """For a miss what was made of its words; for a needless edit what they should have led to."""
    return () if one.verdict == "partly" else tuple(_related(one, run))


def _related(one: Judged, run: SourceRun) -> Iterator[Related]:
    for other, name in zip(run.judged, anchors(run), strict=True):
        if other is not one and overlaps(_own(one), _own_of_other_side(one, other)):
            yield Related(
                verdict=other.verdict,
                kind=other.kind,
                title=title(other, run.sample.context.plan),
                anchor=None if other.verdict in FINE else name,
            )


def _own(one: Judged) -> tuple[str, ...]:
    if one.gold:
        return one.gold.quote
    return one.predicted.quotes if one.predicted else ()


def _own_of_other_side(one: Judged, other: Judged) -> tuple[str, ...]:
    if one.gold:
        return other.predicted.quotes if other.predicted else ()
    return other.gold.quote if other.gold else ()
