"""The cases as an inspect-ai task, for teams that live in its viewer.

    pip install -e '.[inspect]'
    inspect eval evals/inspect_task.py --model none
    inspect eval evals/inspect_task.py --model none -T only=acme-wms -T cases=/path/to/cases
    inspect view

It reads with Tandem's own reader, so inspect-ai needs no model, and its figures are those of
`tandem eval`: each scorer is a thin layer over the scorers there, and its metrics add up
counts over all sources rather than average over them. A path given for `cases` must be
absolute, for inspect-ai loads a task from within the folder of its file.

Nothing else imports this module: inspect-ai is an extra (`inspect`).
"""

import json
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import nan
from pathlib import Path
from time import thread_time

import anyio.to_thread
from inspect_ai import Task, task
from inspect_ai.dataset import MemoryDataset
from inspect_ai.dataset import Sample as Shown
from inspect_ai.log import HeadlineMetric
from inspect_ai.model import ModelOutput
from inspect_ai.scorer import Metric, SampleScore, Score, Scorer, Target, Value, metric, scorer
from inspect_ai.solver import Generate, Solver, TaskState, solver

from agent.graph import ReadingGraph
from api.bootstrap import EMBEDDED
from api.cli.session import session
from evals.cases.loading import load_all
from evals.cases.sample import Sample
from evals.datasets import GOLDEN
from evals.judging.judge import judge
from evals.judging.verdicts import Judged
from evals.predictions import Prediction
from evals.run import SourceRun
from evals.running import predicted
from evals.scores import SourceScore
from evals.scoring import source_score
from evals.tally import Rate, Tally, rate, share, total

Names = str | list[str] | None
"""One name, several with commas or as a list, or none: as `-T` gives them."""


@task
def tandem(cases: Names = None, reader: str = EMBEDDED, only: Names = None) -> Task:
    """Every source of some cases, each on the plan that the right edits before it lead to.

    Args:
        cases: Folders of cases, or single cases; without any, the golden deals.
        reader: `embedded`, or the name of a model's reader.
        only: Of the cases only these.
    """
    folders = [str(Path(one).resolve()) for one in _listed(cases) or [str(GOLDEN)]]
    names = _listed(only)
    _samples.cache_clear()
    return Task(
        dataset=MemoryDataset(
            [_shown(sample) for sample in _of(folders, names).values()], name="tandem"
        ),
        solver=read(folders, names, reader),
        scorer=[one(folders, names) for one in SCORERS],
        headline_metric=HeadlineMetric(scorer="strict", metric="f1"),
    )


@solver
def read(cases: list[str], only: list[str], reader: str) -> Solver:
    """Reads a source with Tandem's reader; the completion is what `tandem read --json` prints."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        del generate  # the reader asks its own model, if any
        context = _of(cases, only)[str(state.sample_id)].context
        found = await anyio.to_thread.run_sync(
            lambda: predicted(_graph(reader), context, thread_time)
        )
        text = json.dumps(found.terms, indent=2, ensure_ascii=False)
        state.output = ModelOutput.from_content(model=reader, content=text)
        state.messages.append(state.output.message)
        state.store.set("prediction", found.terms)
        state.store.set("cost", found.cost.model_dump())
        return state

    return solve


def _tallies(scores: Iterable[SampleScore]) -> list[Tally]:
    return [Tally.model_validate(one.score.metadata) for one in scores]


def _figure(figure: Callable[[Rate], float]) -> Metric:
    def figured(scores: list[SampleScore]) -> Value:
        return figure(rate(total(_tallies(scores))))

    return figured


@metric(scores="unreduced")
def precision() -> Metric:
    """Of all that was predicted in all sources, how much is right."""
    return _figure(lambda figures: figures.p)


@metric(scores="unreduced")
def recall() -> Metric:
    """Of all that was expected in all sources, how much was found."""
    return _figure(lambda figures: figures.r)


@metric(scores="unreduced")
def f1() -> Metric:
    """The harmonic mean of precision and recall over all sources."""
    return _figure(lambda figures: figures.f1)


@metric(scores="unreduced")
def count() -> Metric:
    """How many there are in all sources."""

    def counted(scores: list[SampleScore]) -> Value:
        return sum(one.right for one in _tallies(scores))

    return counted


@metric(scores="unreduced")
def part() -> Metric:
    """How many there are, of all there could be in all sources; NaN where there could be none."""

    def parted(scores: list[SampleScore]) -> Value:
        tally = total(_tallies(scores))
        found = share(tally.right, tally.expected).rate
        return nan if found is None else found

    return parted


_RATE = [precision(), recall(), f1()]


@scorer(metrics=_RATE)
def strict(cases: list[str], only: list[str]) -> Scorer:
    """Edits that are right: matched, and every compared field agrees."""
    return _rated(cases, only, lambda scored: scored.strict, told=True)


@scorer(metrics=_RATE)
def lenient(cases: list[str], only: list[str]) -> Scorer:
    """Edits that are matched, whether or not every compared field agrees."""
    return _rated(cases, only, lambda scored: scored.lenient)


@scorer(metrics=[count(), part()])
def traps(cases: list[str], only: list[str]) -> Scorer:
    """Edits that rest only on words that must change nothing, of all such words."""
    return _counted(cases, only, lambda scored: (scored.traps.right, scored.traps.of))


@scorer(metrics=[count()])
def grounding(cases: list[str], only: list[str]) -> Scorer:
    """Quotes that stand nowhere in their source."""
    return _counted(cases, only, lambda scored: (scored.faults, 0))


@scorer(metrics=_RATE)
def said_risks(cases: list[str], only: list[str]) -> Scorer:
    """Risks that somebody put into words, open ones of earlier sources included."""
    return _rated(cases, only, lambda scored: scored.said)


@scorer(metrics=_RATE)
def fresh_risks(cases: list[str], only: list[str]) -> Scorer:
    """Risks that somebody put into words in the source itself."""
    return _rated(cases, only, lambda scored: scored.fresh)


@scorer(metrics=_RATE)
def state_risks(cases: list[str], only: list[str]) -> Scorer:
    """Risks that follow from the plan's state."""
    return _rated(cases, only, lambda scored: scored.state)


@scorer(metrics=[part()])
def next_action(cases: list[str], only: list[str]) -> Scorer:
    """Sources whose first next action is right, of those where the gold names one."""

    async def score(state: TaskState, target: Target) -> Score:
        del target  # the gold is read from the case, which holds more of it
        action = source_score(_run(cases, only, state)).action
        if action is None:
            return Score.unscored(explanation="The gold names no next action.")
        return _score(int(action), Tally(right=int(action), predicted=1, expected=1))

    return score


SCORERS = (strict, lenient, traps, grounding, said_risks, fresh_risks, state_risks, next_action)
"""All of them, in the viewer's order."""


def _listed(names: Names) -> list[str]:
    parts = names.split(",") if isinstance(names, str) else names or []
    return [part.strip() for part in parts if part.strip()]


def _of(cases: Sequence[str], only: Sequence[str]) -> dict[str, Sample]:
    return _samples(tuple(cases), tuple(only))


@lru_cache
def _samples(cases: tuple[str, ...], only: tuple[str, ...]) -> dict[str, Sample]:
    loaded = load_all([Path(one) for one in cases], only)
    return {sample.key: sample for case in loaded for sample in case.samples}


@lru_cache
def _graph(reader: str) -> ReadingGraph:
    with session() as now:
        graph, _ = now.tandem.graph(reader)
    return graph


def _shown(sample: Sample) -> Shown:
    """A sample as the viewer shows it: who said what, and the edits that should come of it."""
    said = (f"{turn.speaker or '?'}: {turn.text}" for turn in sample.context.source.turns)
    edits = [edit.model_dump(mode="json") for edit in sample.gold.edits]
    return Shown(
        id=sample.key,
        input="\n".join(said),
        target=json.dumps(edits, indent=2, ensure_ascii=False),
        metadata={"case": sample.case, "number": sample.number},
    )


def _run(cases: Sequence[str], only: Sequence[str], state: TaskState) -> SourceRun:
    sample = _of(cases, only)[str(state.sample_id)]
    prediction = Prediction.model_validate_json(state.output.completion)
    return SourceRun(sample, prediction, judge(sample, prediction))


def _rated(
    cases: list[str],
    only: list[str],
    tally: Callable[[SourceScore], Tally],
    *,
    told: bool = False,
) -> Scorer:
    """A scorer of a tally: the value is the source's own F1; `told` explains each edit."""

    async def score(state: TaskState, target: Target) -> Score:
        del target  # the gold is read from the case, which holds more of it
        run = _run(cases, only, state)
        found = tally(source_score(run))
        explanation = "\n".join(_told(one) for one in run.judged) if told else None
        return _score(rate(found).f1, found, explanation)

    return score


def _counted(
    cases: list[str], only: list[str], counted: Callable[[SourceScore], tuple[int, int]]
) -> Scorer:
    """A scorer of a count: how many there are, of how many there could be."""

    async def score(state: TaskState, target: Target) -> Score:
        del target  # the gold is read from the case, which holds more of it
        there, of = counted(source_score(_run(cases, only, state)))
        return _score(there, Tally(right=there, expected=of))

    return score


def _score(value: float, tally: Tally, explanation: str | None = None) -> Score:
    return Score(value=value, explanation=explanation, metadata=tally.model_dump())


def _told(one: Judged) -> str:
    """One edit and its verdict, with each field that is not as it should be."""
    edit = one.gold or one.predicted
    name = edit.set.get("title") or edit.set.get("name") or edit.id if edit else ""
    wrong = "; ".join(
        f"{check.field} should be {check.expected}, not {check.given}"
        for check in one.fields
        if not check.right
    )
    return f"{one.verdict}: {one.kind} {name or ''}".rstrip() + (f" ({wrong})" if wrong else "")
