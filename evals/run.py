"""Runs: every source with what was found in it, how that was judged, and what it all came to."""

from dataclasses import dataclass

from evals.cases.gold import Question
from evals.cases.sample import Sample
from evals.judging.verdicts import Judged
from evals.predictions import PredictedAnswer, Prediction
from evals.scorers.cost import Cost
from evals.scores import Interval, Scores
from plan.models import Frozen


class Change(Frozen):
    """One figure beside the baseline's.

    Attributes:
        figure: Its path in scores.json, such as `strict.f1`.
        interval: 95 % paired bootstrap interval of the difference, over the sources both have.
        verdict: `better` or `worse` where the interval leaves out 0, else `same`.
    """

    figure: str
    was: float
    now: float
    interval: Interval
    verdict: str


class EditChange(Frozen):
    """A gold edit that another verdict met in the baseline: `index` is its place in the file."""

    source: str
    index: int
    was: str
    now: str


class Comparison(Frozen):
    """A run beside the baseline: figures, and gold edits won and lost."""

    baseline: str
    changes: tuple[Change, ...]
    edits: tuple[EditChange, ...]


@dataclass(frozen=True)
class SourceRun:
    """One source, what was found in it and how that was judged."""

    sample: Sample
    prediction: Prediction
    judged: tuple[Judged, ...]


@dataclass(frozen=True)
class AnswerRun:
    """One question of a case with the answer given."""

    case: str
    question: Question
    answer: PredictedAnswer


@dataclass(frozen=True)
class Run:
    """All of a run.

    Attributes:
        comparison: None where there is no baseline to compare with.
        failures: One sentence for each gate that does not hold; None where none was looked at.
    """

    sources: tuple[SourceRun, ...]
    answers: tuple[AnswerRun, ...]
    scores: Scores
    cost: Cost
    comparison: Comparison | None = None
    failures: tuple[str, ...] | None = None
