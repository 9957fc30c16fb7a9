"""Made-up runs of two versions over copies of the small case, each a case of its own."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from agent.llm.prices import Price, Prices
from evals.cases.sample import Sample
from evals.judging.judge import judge
from evals.predictions import Prediction
from evals.run import Run, SourceRun
from evals.scorers.cost import SourceCost, total_cost
from evals.scoring import About, scores
from evals.trials.comparing import trial
from evals.trials.trial import Trial
from tests.unit.evals.report.runs import FLAWED
from tests.unit.evals.small import perfect, predicted, small_sample

READER = "model:openai:made-up"
PRICES = Prices(
    price=(
        Price(
            models=("openai:made-up",),
            sent=Decimal(2),
            answered=Decimal(8),
            as_of=date(2026, 11, 25),
            source="nowhere",
        ),
    )
)
Predicting = Callable[[Sample], Prediction]


def flawed(_: Sample) -> Prediction:
    """Partly right, right, needless, a trap and ungrounded."""
    return predicted(*FLAWED)


def nothing(_: Sample) -> Prediction:
    """Nothing was found."""
    return predicted()


def run_of(
    folder: Path, predictions: Sequence[Predicting], tokens: int = 1000, prompt: str = "read/v1#0"
) -> Run:
    """A run over as many copies of the small case as there are predictions."""
    sources = []
    for n, predict in enumerate(predictions):
        sample = small_sample(folder / f"deal{n:02}")
        found = predict(sample)
        sources.append(SourceRun(sample, found, judge(sample, found)))
    spent = SourceCost(cpu=0, wall=0, tokens_in=tokens, tokens_out=100)
    cost = total_cost({one.sample.key: spent for one in sources}, READER, PRICES)
    return Run(tuple(sources), (), scores(sources, About(READER, prompt, "1"), cost), cost)


def tried(folder: Path, was: Sequence[Predicting], now: Sequence[Predicting]) -> Trial:
    """A trial of `read` v1 and v2 with these predictions."""
    runs = run_of(folder, was), run_of(folder, now, tokens=1500, prompt="read/v2#1")
    return trial("read", ("v1", "v2"), runs, PRICES)


__all__ = ["PRICES", "READER", "flawed", "nothing", "perfect", "run_of", "tried"]
