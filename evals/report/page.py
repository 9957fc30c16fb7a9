"""The page: what a run came to, laid out and written as HTML."""

from collections.abc import Mapping
from itertools import groupby

from markupsafe import Markup

from evals.report import wording
from evals.report.answers import wrong_answers
from evals.report.changes import moved
from evals.report.confusion import matrices
from evals.report.environment import environment
from evals.report.headline import edit_measures, other_measures
from evals.report.mending import Group, groups
from evals.report.mistakes import Mistake, mistakes
from evals.report.plots.field_accuracy import field_accuracy
from evals.report.plots.precision_recall import precision_recall
from evals.report.plots.reliability import reliability
from evals.report.plots.source_cost import source_cost
from evals.report.spending import SourceRow, cost_words, source_rows
from evals.run import Run
from evals.variants import VARIANTS

CaseMistakes = tuple[tuple[str, tuple[tuple[Mistake, ...], ...]], ...]
"""Mistakes by case, and in a case by source."""


def report(run: Run) -> str:
    """The whole page: its style, its script and its plots are in it, and it links to nothing else.

    Everything that comes from sources, gold files and models is escaped.
    """
    wrong = mistakes(run.sources)
    mending = groups(wrong, run.scores.strict.tally)
    rows = source_rows(run)
    return (
        environment()
        .get_template("report.html")
        .render(
            run=run,
            scores=run.scores,
            edits=edit_measures(run),
            others=other_measures(run),
            spent=cost_words(run.cost),
            mending=mending,
            most_gain=max((one.gain for one in mending), default=0) or 1,
            groups_of=_places(mending),
            by_case=_by_case(wrong),
            wrong=wrong,
            moved=moved(run, wrong),
            matrices=matrices(run.scores.statuses),
            rows=rows,
            plots=_plots(run, rows),
            says={one.name: one.says for one in VARIANTS},
            wrong_answers=wrong_answers(run.answers, run.sources),
        )
    )


def _by_case(wrong: tuple[Mistake, ...]) -> CaseMistakes:
    return tuple(
        (
            case,
            tuple(tuple(some) for _, some in groupby(of_case, key=lambda one: one.number)),
        )
        for case, of_case in groupby(wrong, key=lambda one: one.case)
    )


def _places(mending: tuple[Group, ...]) -> Mapping[str, str]:
    """For each mistake's anchor, the numbers of its groups, apart by blanks."""
    found: dict[str, list[str]] = {}
    for number, group in enumerate(mending, start=1):
        for one in group.mistakes:
            found.setdefault(one.anchor, []).append(str(number))
    return {name: " ".join(numbers) for name, numbers in found.items()}


def _plots(run: Run, rows: tuple[SourceRow, ...]) -> Mapping[str, Markup]:
    """All plots for which the run has figures, by name."""
    scores = run.scores
    cases = {name: group.strict for name, group in scores.by_case.items()}
    drawn = {
        "precision_recall": precision_recall(scores.strict, cases),
        "field_accuracy": field_accuracy(scores.fields),
        "time": source_cost(
            "time", "Time of each source", rows, lambda row: row.cost.wall, wording.duration
        ),
    }
    if run.cost.tokens_in or run.cost.tokens_out:
        drawn["tokens"] = source_cost(
            "tokens",
            "Tokens of each source, in and out",
            rows,
            lambda row: row.cost.tokens_in + row.cost.tokens_out,
            lambda number: f"{number:,.0f}",
        )
    if scores.calibration:
        drawn["reliability"] = reliability(scores.calibration)
    return drawn
