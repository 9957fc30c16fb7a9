"""The headline: the figures that matter most, each with its counts in plain words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evals.report.wording import counted, figure
from evals.run import Change, Run
from evals.scores import AnswerScore, EditScore, Interval
from evals.tally import Rate, Share

Changes = Mapping[str, Change]


@dataclass(frozen=True)
class Measure:
    """One figure of the headline.

    Attributes:
        name: What is measured.
        value: The figure, as it is read.
        says: What it was counted from, in words.
        score: The figure where it is one of 0 to 1.
        interval: Its 95 % interval; None where none was reckoned.
        change: How it stands to the baseline; None where that has none.
    """

    name: str
    value: str
    says: str
    score: float | None = None
    interval: Interval | None = None
    change: Change | None = None


def edit_measures(run: Run) -> tuple[Measure, ...]:
    """Edits: strict and lenient F1, each with its precision and recall."""
    changes = _changes(run)
    return (
        *_edits("strict", "with every field right", run.scores.strict, changes),
        *_edits("lenient", "on the right thing", run.scores.lenient, changes),
    )


def other_measures(run: Run) -> tuple[Measure, ...]:
    """All other figures."""
    scores, changes = run.scores, _changes(run)
    traps, faults, risks = scores.traps, scores.grounding, scores.risks
    return (
        Measure(
            "Trap hits",
            str(traps.hits),
            f"of {traps.of:,} traps",
            change=changes.get("traps avoided"),
        ),
        Measure(
            "Quotes that nobody said",
            str(faults.faults),
            f"of {counted(faults.of, 'quote')}",
            change=changes.get("grounded edits"),
        ),
        _risks("Risks said, F1", risks.said, changes.get("risks.said.f1")),
        _risks("Of them, said in the source, F1", risks.fresh, changes.get("risks.fresh.f1")),
        _risks("Risks from the plan’s state, F1", risks.state, changes.get("risks.state.f1")),
        _share("First next action", scores.next_action, changes.get("next_action.rate")),
        *(_answers(scores.answers) if scores.answers else ()),
    )


def _changes(run: Run) -> Changes:
    return {one.figure: one for one in run.comparison.changes} if run.comparison else {}


def _edits(path: str, how: str, score: EditScore, changes: Changes) -> Iterator[Measure]:
    tally, interval = score.tally, score.interval
    yield Measure(
        f"F1, {path}",
        figure(score.f1),
        f"{counted(tally.right, 'edit')} {how}",
        score.f1,
        interval.f1,
        changes.get(f"{path}.f1"),
    )
    yield Measure(
        f"Precision, {path}",
        figure(score.p),
        f"{tally.right:,} of {tally.predicted:,} proposed",
        score.p,
        interval.p,
    )
    yield Measure(
        f"Recall, {path}",
        figure(score.r),
        f"{tally.right:,} of {tally.expected:,} expected",
        score.r,
        interval.r,
    )


def _risks(name: str, rate: Rate, change: Change | None) -> Measure:
    tally = rate.tally
    says = f"{tally.right:,} right, {tally.predicted:,} raised, {tally.expected:,} open"
    return Measure(name, figure(rate.f1), says, rate.f1, change=change)


def _share(name: str, share: Share, change: Change | None = None) -> Measure:
    says = f"{share.right:,} of {share.of:,}"
    return Measure(name, figure(share.rate), says, share.rate, change=change)


def _answers(answers: AnswerScore) -> Iterator[Measure]:
    yield _share("Answers right", answers.right)
    yield _share("Answers: facts held", answers.facts)
    yield _share("Answers: nothing forbidden", answers.forbidden)
    yield _share("Answers: with supporting words", answers.cited)
    yield _share("Answers: quotes that stand", answers.citations)
    yield _share("Answers: unknown, admitted", answers.unknown)
    yield _share("Answers: known, called unknown", answers.false_unknown)
