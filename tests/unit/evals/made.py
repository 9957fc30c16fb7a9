"""Made-up runs of the small case, scored."""

from pathlib import Path

from evals.judging.judge import judge
from evals.predictions import Prediction
from evals.run import SourceRun
from evals.scorers.cost import Cost
from evals.scores import Scores
from evals.scoring import About, scores
from tests.unit.evals.small import perfect, small_sample

ABOUT = About("scripted", "", "1")
FREE = Cost(cpu=0, wall=0, tokens_in=0, tokens_out=0, money=None, sources={})


def source_run(folder: Path, prediction: Prediction | None = None) -> SourceRun:
    """The small case's source with a prediction, or with its own gold as one."""
    sample = small_sample(folder)
    found = perfect(sample) if prediction is None else prediction
    return SourceRun(sample, found, judge(sample, found))


def scored(*runs: SourceRun) -> Scores:
    """All figures of some runs."""
    return scores(runs, ABOUT, FREE)
