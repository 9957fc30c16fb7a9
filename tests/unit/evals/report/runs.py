"""Made-up runs of the small case, in which everything that can go wrong does."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from evals.comparison import compare
from evals.judging.judge import judge
from evals.predictions import PredictedEdit
from evals.run import AnswerRun, Run, SourceRun
from evals.scorers.cost import Cost, SourceCost
from evals.scores import VariantScore
from evals.scoring import About, scores
from tests.unit.evals.made import FREE
from tests.unit.evals.small import edit, perfect, predicted, small_sample

ABOUT = About("scripted", "", "1.2.3")
COST = Cost(
    cpu=1.5,
    wall=65,
    tokens_in=1200,
    tokens_out=345,
    money=Decimal("0.0123"),
    sources={"deal/01": SourceCost(cpu=1.5, wall=65, tokens_in=1200, tokens_out=345)},
)
NOT_SAID = "Nobody ever said this in the call"
FLAWED = (
    edit(
        "update",
        "milestone",
        "security-review",
        "So the review closes on the twentieth",
        due="2026-03-21",
    ),
    edit("update", "action", "send-soc2", "It did, thank you.", status="done"),
    edit("add", "action", "drop-legal", "Good.", title="Drop the contract"),
    edit(
        "add",
        "action",
        "start-june",
        "I'd probably start in June.",
        title="Start in June",
        due="2026-06-01",
    ),
    edit("add", "action", "sheet", NOT_SAID, title="Send the sheet"),
    edit("update", "stakeholder", "lena-ortiz", "But the pen test is late.", sentiment="negative"),
)
"""Partly right, right, needless, a trap, ungrounded and optional; three edits are missed."""


def flawed_source(folder: Path, edits: Sequence[PredictedEdit] = FLAWED) -> SourceRun:
    """The small case's source with a prediction; the case is called `deal`."""
    sample = small_sample(folder / "deal")
    found = predicted(*edits)
    return SourceRun(sample, found, judge(sample, found))


def perfect_source(folder: Path) -> SourceRun:
    """The same with its own gold as prediction."""
    sample = small_sample(folder / "deal")
    found = perfect(sample)
    return SourceRun(sample, found, judge(sample, found))


def plain_run(*sources: SourceRun) -> Run:
    """A run without cost, answers, variants, baseline or failed gates."""
    return Run(sources, (), scores(sources, ABOUT, FREE), FREE)


def full_run(
    folder: Path,
    edits: Sequence[PredictedEdit] = FLAWED,
    answers: Sequence[AnswerRun] = (),
    about: About = ABOUT,
) -> Run:
    """A run with everything that a report can show, but answers only where they are given."""
    source = flawed_source(folder, edits)
    now = scores([source], about, COST, answers, {"asr_noise": variant()})
    was = scores([perfect_source(folder)], about, COST)
    return Run(
        (source,),
        tuple(answers),
        now,
        COST,
        compare(now, was, "accepted"),
        ("strict.f1 is 0.2, below the 0.44 that must hold.",),
    )


def variant() -> VariantScore:
    """A robustness variant that does harm."""
    rate = scores((), ABOUT, FREE).risks.said
    return VariantScore(
        sources=1,
        strict=rate.model_copy(update={"f1": 0.25}),
        lenient=rate,
        plain=rate.model_copy(update={"f1": 0.5}),
        drop=0.25,
        drop_interval=(0.125, 0.375),
        trap_hits=2,
        grounding_faults=0,
        harm=3,
        harm_of=8,
        harm_means="what must not be",
    )
