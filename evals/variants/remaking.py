"""From a varied source back to a sample: written as a file, and taken in like any other.

Nothing is forced: where no file holds the varied source, or intake refuses it, there is no
sample, and the report's count of sources shows it.
"""

from collections.abc import Iterable
from dataclasses import replace

from evals.cases.gold import Gold
from evals.cases.sample import Sample
from plan.sources import Source, Turn
from tools.exchange.rendering import UnrenderableError, render
from tools.intake import IntakeError, intake


def from_bytes(sample: Sample, data: bytes, gold: Gold | None = None) -> Sample | None:
    """The sample with another file as its source; its day is told, as it is of every source."""
    name = sample.context.source.filename
    try:
        source = intake(data, filename=name, day=sample.gold.date)
    except IntakeError:
        return None
    context = sample.context.model_copy(update={"source": source})
    return replace(sample, data=data, context=context, gold=gold or sample.gold)


def from_source(sample: Sample, source: Source, gold: Gold | None = None) -> Sample | None:
    """The sample with a changed source, written as a file and taken in again."""
    try:
        return from_bytes(sample, render(source).data, gold)
    except UnrenderableError:
        return None


def from_turns(sample: Sample, turns: Iterable[Turn], gold: Gold | None = None) -> Sample | None:
    """The sample with other turns, numbered anew."""
    numbered = (turn.model_copy(update={"n": n}) for n, turn in enumerate(turns, start=1))
    source = sample.context.source.model_copy(update={"turns": tuple(numbered)})
    return from_source(sample, source, gold)
