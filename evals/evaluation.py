"""One evaluation from its order to its files: load, read, judge, score, compare, report."""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from agent.llm.prices import load_prices
from api.bootstrap import EMBEDDED, Tandem
from api.golden_terms import Terms
from evals.answering.running import answer_runs
from evals.baselines import baseline_path, load_baseline
from evals.cases.loading import load_all
from evals.cases.sample import Case, Sample
from evals.comparison import compare
from evals.datasets import GOLDEN
from evals.elsewhere import answers_in, terms_in
from evals.errors import BaselineError, OrderError, PredictionsError
from evals.gates import gate_failures, load_gates
from evals.judging.judge import judge
from evals.output import Output
from evals.predictions import Prediction
from evals.progress import Bars
from evals.report import report
from evals.robustness import chosen, variant_score, vary
from evals.run import AnswerRun, Run, SourceRun
from evals.running import Predicted, Readers
from evals.scorers.cost import SourceCost, total_cost
from evals.scores import Scores, VariantScore
from evals.scoring import About, scores
from evals.variants import VARIANTS, Variant
from tools.exchange.errors import explain


@dataclass(frozen=True)
class Order:
    """What is to be evaluated; see `tandem eval --help`."""

    folders: tuple[Path, ...]
    to: Path
    reader: str = EMBEDDED
    names: tuple[str, ...] = ()
    jobs: int = 1
    variants: str | None = None
    predictions: Path | None = None
    baseline: Path | None = None
    gate: bool = False
    accept: bool = False


class _Part(NamedTuple):
    """Sources read in one go: as they are, or as a variant has them."""

    variant: Variant | None
    samples: tuple[Sample, ...]


class _Baseline(NamedTuple):
    """A run to compare with, and what it is called."""

    name: str
    scores: Scores


@dataclass(frozen=True)
class Evaluation:
    """One evaluation under way."""

    order: Order
    readers: Readers
    output: Output
    bars: Bars

    def run(self) -> Run:
        """Read, score and write everything; see `evaluate`."""
        order = self.order
        _check_acceptable(order)
        cases = load_all(order.folders, order.names)
        about = self._about()
        gates = load_gates(about.reader) if order.gate else None
        plain = _Part(None, tuple(sample for case in cases for sample in case.samples))
        baseline = self._baseline(about.reader, plain.samples)
        parts = [plain, *(_Part(one, vary(one, plain.samples)) for one in self._variants())]
        predicted = self._predicted(parts)
        answers = self._answers(cases)
        runs, varied = self._judged(parts, predicted)
        costs = {run.sample.key: one.cost for run, one in zip(runs, predicted, strict=False)}
        cost = total_cost(costs, about.reader, load_prices())
        figures = scores(runs, about, cost, answers, varied)
        comparison = compare(figures, baseline.scores, baseline.name) if baseline else None
        failures = None if gates is None else tuple(gate_failures(figures, gates, comparison))
        run = Run(runs, answers, figures, cost, comparison, failures)
        self._keep(run)
        return run

    def _about(self) -> About:
        if self.order.predictions is not None:
            return About(f"predictions in {self.order.predictions}", "", version("tandem"))
        reader, prompt = self.readers.about()
        return About(reader, prompt, version("tandem"))

    def _variants(self) -> tuple[Variant, ...]:
        """Those asked for; without a word all, but none where each reading costs."""
        given = self.order.predictions is not None
        free = self.order.reader == EMBEDDED and not given
        names = self.order.variants or ("all" if free else "none")
        if given and names != "none":
            raise OrderError("Predictions made elsewhere are of the plain sources only.")
        try:
            return chosen(names, {one.name: one for one in VARIANTS})
        except LookupError as error:
            raise OrderError(str(error)) from None

    def _predicted(self, parts: Sequence[_Part]) -> list[Predicted]:
        """What was found in every source of every part, in their order."""
        samples = [sample for part in parts for sample in part.samples]
        if self.order.predictions is not None:
            given = terms_in(self.order.predictions, samples)
            found = [Predicted(terms, SourceCost(cpu=0, wall=0)) for terms in given]
            self.output.begin()
        else:
            self.output.begin()
            with self.bars("Reading", len(samples)) as done:
                found = self.readers.read(samples, done)
        return found

    def _answers(self, cases: Sequence[Case]) -> tuple[AnswerRun, ...]:
        """The answers given with the predictions, or those of the embedded reader's chat.

        A model's chat is asked for nothing here: each question would be paid for.
        """
        if self.order.predictions is not None:
            return answers_in(self.order.predictions, cases)
        asked = [case for case in cases if case.questions]
        if self.order.reader != EMBEDDED or not asked:
            return ()
        with self.bars("Answering", len(asked)) as done:
            found = answer_runs(self.readers.tandem, asked, done)
        for case in asked:
            self.output.answers(case.name, [one.answer for one in found if one.case == case.name])
        return found

    def _judged(
        self, parts: Sequence[_Part], predicted: Sequence[Predicted]
    ) -> tuple[tuple[SourceRun, ...], dict[str, VariantScore]]:
        """The plain sources' runs, and the variants' scores; every prediction is kept."""
        waiting = iter(predicted)
        plain: tuple[SourceRun, ...] = ()
        varied: dict[str, VariantScore] = {}
        for variant, samples in parts:
            runs = tuple(self._source_run(one, next(waiting).terms, variant) for one in samples)
            if variant is None:
                plain = runs
            else:
                by_key = {run.sample.key: run for run in plain}
                varied[variant.name] = variant_score(variant, runs, by_key)
        return plain, varied

    def _source_run(self, sample: Sample, terms: Terms, variant: Variant | None) -> SourceRun:
        self.output.prediction(sample, terms, variant.name if variant else None)
        try:
            prediction = Prediction.model_validate(terms)
        except ValidationError as error:
            raise PredictionsError(f"The prediction for {sample.key}: {explain(error)}") from None
        return SourceRun(sample, prediction, judge(sample, prediction))

    def _baseline(self, reader: str, samples: Sequence[Sample]) -> _Baseline | None:
        """The run named, or the accepted one of the reader if it is of some of these sources.

        Raises:
            BaselineError: The run named cannot be used, or is of other sources.
        """
        named = self.order.baseline
        path = named or baseline_path(reader)
        if named is None and not path.exists():
            return None
        found = load_baseline(path)
        if any(sample.key in found.each for sample in samples):
            return _Baseline(path.stem, found)
        if named is not None:
            raise BaselineError(f"The baseline {path} has no source in common with this run.")
        return None

    def _keep(self, run: Run) -> None:
        self.output.scores(run.scores, run.cost)
        self.output.report(report(run))
        if self.order.accept and not run.failures:
            self.output.model(baseline_path(run.scores.reader), run.scores)


def _check_acceptable(order: Order) -> None:
    """A baseline is of all golden deals: what is compared with it later would be compared in part.

    Raises:
        OrderError: Another run is to be accepted.
    """
    whole = order.folders == (GOLDEN,) and not order.names and order.predictions is None
    if order.accept and not whole:
        raise OrderError(
            "Only a run over all golden deals is accepted as the baseline; to compare with a run "
            "over other cases, name its scores.json with --baseline."
        )


def evaluate(tandem: Tandem, order: Order, bars: Bars) -> Run:
    """Evaluate, and write predictions, scores, cost and report into the order's folder.

    Raises:
        EvaluationError: Something that was given cannot be used; nothing was read.
        AgentError: The reader failed on a source; what was read so far is not scored.
    """
    readers = Readers(tandem, order.reader, order.jobs)
    return Evaluation(order, readers, Output(order.to), bars).run()
