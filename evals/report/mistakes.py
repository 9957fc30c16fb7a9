"""Mistakes: every edit that is not as it should be, with its words and what was expected."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from agent.quotes import fold
from evals.judging.verdicts import Judged
from evals.report.anchors import anchors
from evals.report.excerpts import Line, excerpt
from evals.report.related import FINE, Related, related
from evals.report.values import Value, title, values
from evals.run import SourceRun
from plan.sources import Source


@dataclass(frozen=True)
class Fault:
    """A quote that stands nowhere among what was said; `quoted`: it is quoted history."""

    text: str
    quoted: bool


@dataclass(frozen=True)
class Mistake:
    """One edit that went wrong.

    Attributes:
        judged: The edit with its verdict.
        anchor: Its place in the report.
        title: What it is about.
        item: The id of that; empty where it has none.
        file: The source's file name.
        values: Its fields.
        words: Its quotes where they stand in the source.
        faults: Quotes that do not stand there.
        related: What happened on the same words on the other side.
    """

    judged: Judged
    anchor: str
    case: str
    number: str
    file: str
    day: date
    format: str
    title: str
    item: str
    values: tuple[Value, ...]
    words: tuple[Line, ...]
    faults: tuple[Fault, ...]
    related: tuple[Related, ...]

    @property
    def wrong_fields(self) -> tuple[str, ...]:
        """The compared fields of a matched edit that do not agree."""
        return tuple(check.field for check in self.judged.fields if not check.right)


def mistakes(runs: Iterable[SourceRun]) -> tuple[Mistake, ...]:
    """All mistakes of a run, source by source, gold edits in their file's order first."""
    return tuple(mistake for run in runs for mistake in _of(run))


def _of(run: SourceRun) -> Iterator[Mistake]:
    named = sorted(
        zip(run.judged, anchors(run), strict=True),
        key=lambda pair: (pair[0].index is None, pair[0].index or 0),
    )
    for one, name in named:
        if one.verdict not in FINE:
            yield _mistake(one, name, run)


def _mistake(one: Judged, name: str, run: SourceRun) -> Mistake:
    context, gold = run.sample.context, run.sample.gold
    expected = one.gold.quote if one.gold else one.trap.quote if one.trap else ()
    read = one.predicted.quotes if one.predicted else ()
    return Mistake(
        judged=one,
        anchor=name,
        case=run.sample.case,
        number=run.sample.number,
        file=gold.source,
        day=gold.date,
        format=context.source.format,
        title=title(one, context.plan),
        item=_item(one),
        values=values(one, context.plan),
        words=excerpt(context.source, expected, read),
        faults=tuple(_faults(one.faults, context.source)),
        related=related(one, run),
    )


def _item(one: Judged) -> str:
    if one.gold:
        return one.gold.item if one.gold.item != one.gold.entity else ""
    return (one.predicted.id if one.predicted else None) or ""


def _faults(faults: Sequence[str], source: Source) -> Iterator[Fault]:
    for text in faults:
        words = fold(text)
        yield Fault(text, quoted=any(words in fold(block) for block in source.quoted))
