"""Gold edits won and lost against the baseline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evals.judging.verdicts import Judged
from evals.report.anchors import anchor
from evals.report.mistakes import Mistake
from evals.report.values import title
from evals.run import EditChange, Run, SourceRun

_WORTH: Mapping[str, int] = {"missed": 0, "partly": 1, "right": 2}


@dataclass(frozen=True)
class Moved:
    """A gold edit whose verdict is another than in the baseline.

    Attributes:
        source: `<case>/<number>`.
        anchor: Its mistake; None where it is right now.
    """

    source: str
    kind: str
    title: str
    was: str
    now: str
    anchor: str | None

    @property
    def won(self) -> bool:
        """Whether the verdict is a better one."""
        return _WORTH.get(self.now, 0) > _WORTH.get(self.was, 0)


def moved(run: Run, mistakes: Iterable[Mistake]) -> tuple[Moved, ...]:
    """The gold edits that met another verdict in the baseline, in the run's order."""
    if run.comparison is None:
        return ()
    runs = {one.sample.key: one for one in run.sources}
    there = {one.anchor for one in mistakes}
    return tuple(
        _moved(one, runs[one.source], there) for one in run.comparison.edits if one.source in runs
    )


def _moved(change: EditChange, run: SourceRun, there: set[str]) -> Moved:
    gold = run.sample.gold.edits[change.index]
    judged = Judged(verdict="missed", gold=gold)
    name = anchor(run.sample, str(change.index))
    return Moved(
        source=change.source,
        kind=judged.kind,
        title=title(judged, run.sample.context.plan),
        was=change.was,
        now=change.now,
        anchor=name if name in there else None,
    )
