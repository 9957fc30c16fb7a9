"""What one run did and another over the same sources did not: edits right, and needless ones."""

from collections.abc import Iterator, Mapping

from evals.judging.overlap import overlaps
from evals.judging.verdicts import Judged, Verdict
from evals.report.anchors import anchor, anchors
from evals.report.values import title
from evals.run import Run, SourceRun
from evals.trials.trial import Alone, Needless, Won

_NEEDLESS: frozenset[Verdict] = frozenset({"wrong", "trap", "ungrounded"})


def alone(one: Run, other: Run) -> Alone:
    """What the first run did and the other did not, source by source."""
    pairs = list(zip(one.sources, other.sources, strict=True))
    return Alone(
        right=tuple(won for mine, theirs in pairs for won in _right(mine, theirs)),
        needless=tuple(made for mine, theirs in pairs for made in _needless(mine, theirs)),
    )


def _right(mine: SourceRun, theirs: SourceRun) -> Iterator[Won]:
    met = _on_gold(theirs)
    for index, judged in sorted(_on_gold(mine).items()):
        other = met[index]
        if judged.verdict == "right" and other.verdict != "right":
            yield _won(mine, index, judged, other)


def _on_gold(run: SourceRun) -> Mapping[int, Judged]:
    """What became of each required gold edit, by its place in the gold file."""
    on_gold = {one.index: one for one in run.judged if one.index is not None}
    return {index: one for index, one in on_gold.items() if one.verdict != "optional"}


def _won(run: SourceRun, index: int, judged: Judged, other: Judged) -> Won:
    return Won(
        source=run.sample.key,
        kind=judged.kind,
        title=title(judged, run.sample.context.plan),
        quotes=judged.gold.quote if judged.gold else (),
        other=other.verdict,
        off=tuple(check for check in other.fields if not check.right),
        anchor=anchor(run.sample, str(index)),
    )


def _needless(mine: SourceRun, theirs: SourceRun) -> Iterator[Needless]:
    others = [one for one in theirs.judged if one.verdict in _NEEDLESS]
    for one, place in zip(mine.judged, anchors(mine), strict=True):
        if one.verdict in _NEEDLESS and not any(_alike(one, other) for other in others):
            yield Needless(
                source=mine.sample.key,
                kind=one.kind,
                title=title(one, mine.sample.context.plan),
                quotes=_words(one),
                verdict=one.verdict,
                why=one.trap.why if one.trap and one.verdict == "trap" else "",
                anchor=place,
            )


def _alike(one: Judged, other: Judged) -> bool:
    """Whether two needless edits are the same mistake: of one kind, on the same words."""
    same = overlaps(_words(one), _words(other)) or _words(one) == _words(other)
    return one.kind == other.kind and same


def _words(one: Judged) -> tuple[str, ...]:
    return one.predicted.quotes if one.predicted else ()
