"""A run beside the last accepted one: which figures moved by more than their noise."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from evals.run import Change, Comparison, EditChange
from evals.scorers.intervals import f1_difference
from evals.scores import Interval, Scores, SourceScore
from evals.tally import Tally, rate, total

Figure = Callable[[SourceScore], Tally]


def _as_missing(hits: int, of: int) -> Tally:
    """Things that should not happen, counted so that fewer of them is a higher score."""
    return Tally(right=max(of - hits, 0), predicted=of, expected=of)


def _action(score: SourceScore) -> Tally:
    judged = int(score.action is not None)
    return Tally(right=int(bool(score.action)), predicted=judged, expected=judged)


FIGURES: Mapping[str, Figure] = {
    "strict.f1": lambda one: one.strict,
    "lenient.f1": lambda one: one.lenient,
    "traps avoided": lambda one: _as_missing(one.traps.right, one.traps.of),
    "grounded edits": lambda one: _as_missing(one.faults, one.strict.predicted),
    "risks.said.f1": lambda one: one.said,
    "risks.fresh.f1": lambda one: one.fresh,
    "risks.state.f1": lambda one: one.state,
    "next_action.rate": _action,
}
"""What is compared, each as tallies of which the F1 is higher where the reader is better."""


def compare(now: Scores, was: Scores, name: str, least: int = 1) -> Comparison:
    """A run beside a baseline, over the sources that both have.

    A figure is better or worse where the 95 % paired bootstrap interval of its difference
    leaves out 0; else what moved may be the choice of sources.

    Args:
        now: The run.
        was: The baseline.
        name: What the baseline is called.
        least: See `change`.
    """
    both = [key for key in now.each if key in was.each]
    return Comparison(
        baseline=name,
        changes=tuple(
            change(
                name,
                [figure(now.each[key]) for key in both],
                [figure(was.each[key]) for key in both],
                least,
            )
            for name, figure in FIGURES.items()
        ),
        edits=tuple(one for key in both for one in _edits(key, now.each, was.each)),
    )


def change(name: str, now: Sequence[Tally], was: Sequence[Tally], least: int = 1) -> Change:
    """One figure of two runs.

    Args:
        name: The figure's name.
        now: Its tally of each source.
        was: The baseline's, of the same sources in the same order.
        least: How many sources must differ for a verdict other than `same`: intervals drawn
            from a handful are too narrow.
    """
    interval = f1_difference(now, was)
    differ = sum(one != other for one, other in zip(now, was, strict=True))
    return Change(
        figure=name,
        was=rate(total(was)).f1,
        now=rate(total(now)).f1,
        interval=interval,
        verdict=_verdict(interval) if differ >= least else "same",
    )


def _verdict(interval: Interval) -> str:
    low, high = interval
    if low > 0:
        return "better"
    return "worse" if high < 0 else "same"


def _edits(
    key: str, now: Mapping[str, SourceScore], was: Mapping[str, SourceScore]
) -> Iterator[EditChange]:
    """Gold edits whose verdict changed; none where the gold itself did."""
    verdicts = now[key].gold, was[key].gold
    if len(verdicts[0]) != len(verdicts[1]):
        return
    for index, (new, old) in enumerate(zip(*verdicts, strict=True)):
        if new != old:
            yield EditChange(source=key, index=index, was=old, now=new)
