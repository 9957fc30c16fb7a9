"""Scoring: from judged sources to all the figures of a run."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from evals.cases.gold import Question
from evals.judging.verdicts import Judged, Verdict
from evals.run import AnswerRun, SourceRun
from evals.scorers.answers import answer_score, judge_answer
from evals.scorers.calibration import calibration
from evals.scorers.cost import Cost
from evals.scorers.edits import lenient, strict, verdict_counts
from evals.scorers.fields import field_shares
from evals.scorers.grounding import grounding_faults, grounding_score
from evals.scorers.intervals import intervals
from evals.scorers.next_action import first_is_right
from evals.scorers.risks import RiskTallies, kind_tallies, risk_tallies
from evals.scorers.statuses import status_confusion
from evals.scorers.traps import trap_score, traps_hit
from evals.scores import (
    AnswerScore,
    EditScore,
    Group,
    RiskScore,
    Scores,
    SourceScore,
    Tokens,
    VariantScore,
)
from evals.tally import Share, Tally, rate, share, total
from plan.sources import Source

_UNJUDGED = RiskTallies(Tally(), Tally(), Tally())


class About(NamedTuple):
    """What was run: see `Scores`."""

    reader: str
    prompt: str
    version: str


def scores(
    runs: Sequence[SourceRun],
    about: About,
    cost: Cost,
    answers: Sequence[AnswerRun] = (),
    variants: Mapping[str, VariantScore] = MappingProxyType({}),
) -> Scores:
    """All figures of a run; none of them depends on time or on the order of work."""
    judged = [one for run in runs for one in run.judged]
    each = {run.sample.key: source_score(run) for run in runs}
    return Scores(
        **about._asdict(),
        sources=len(runs),
        strict=_edit_score([one.strict for one in each.values()]),
        lenient=_edit_score([one.lenient for one in each.values()]),
        counts=verdict_counts(judged),
        by_case=_groups(runs, lambda run: run.sample.case),
        by_kind=_by_kind(judged),
        by_format=_groups(runs, lambda run: run.sample.context.source.format),
        fields=field_shares(judged),
        statuses=status_confusion(judged),
        traps=trap_score([trap for run in runs for trap in run.sample.gold.traps], judged),
        grounding=grounding_score(judged),
        risks=_risk_score(runs, each.values()),
        next_action=_actions(each.values()),
        answers=_answers(runs, answers),
        calibration=calibration(judged),
        tokens=_tokens(cost),
        variants=dict(variants),
        each=each,
    )


def source_score(run: SourceRun) -> SourceScore:
    """What one source adds to the scores."""
    gold, prediction = run.sample.gold, run.prediction
    risks = _UNJUDGED if gold.risks is None else risk_tallies(prediction.risks, gold.risks)
    return SourceScore(
        format=run.sample.context.source.format,
        gold=_gold_verdicts(run),
        strict=strict(run.judged),
        lenient=lenient(run.judged),
        traps=share(len(traps_hit(run.judged)), len(gold.traps)),
        faults=grounding_faults(run.judged),
        said=risks.said,
        fresh=risks.fresh,
        state=risks.state,
        action=first_is_right(prediction.next_best_actions, gold.next_best_action),
    )


def _gold_verdicts(run: SourceRun) -> tuple[Verdict, ...]:
    """The verdict on each gold edit, in the file's order; an optional one is only optional."""
    met = {one.index: one.verdict for one in run.judged if one.index is not None}
    edits = enumerate(run.sample.gold.edits)
    return tuple(met[index] if edit.required else "optional" for index, edit in edits)


def _edit_score(tallies: Sequence[Tally]) -> EditScore:
    figures = rate(total(tallies))
    return EditScore(**dict(figures), interval=intervals(tallies))


def _groups(runs: Iterable[SourceRun], name: Callable[[SourceRun], str]) -> dict[str, Group]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for run in runs:
        found[name(run)].extend(run.judged)
    return {key: _group(judged) for key, judged in sorted(found.items())}


def _by_kind(judged: Iterable[Judged]) -> dict[str, Group]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        found[one.kind].append(one)
    return {key: _group(some) for key, some in sorted(found.items())}


def _group(judged: Sequence[Judged]) -> Group:
    return Group(
        strict=rate(strict(judged)),
        lenient=rate(lenient(judged)),
        counts=verdict_counts(judged),
    )


def _risk_score(runs: Iterable[SourceRun], each: Iterable[SourceScore]) -> RiskScore:
    scored = list(each)
    kinds: dict[str, Tally] = defaultdict(Tally)
    for run in runs:
        if run.sample.gold.risks is not None:
            tallies = kind_tallies(run.prediction.risks, run.sample.gold.risks)
            for kind, tally in tallies.items():
                kinds[kind] += tally
    return RiskScore(
        said=rate(total(one.said for one in scored)),
        fresh=rate(total(one.fresh for one in scored)),
        state=rate(total(one.state for one in scored)),
        by_kind={kind: rate(tally) for kind, tally in sorted(kinds.items())},
    )


def _actions(each: Iterable[SourceScore]) -> Share:
    told = [one.action for one in each if one.action is not None]
    return share(sum(told), len(told))


def _answers(runs: Iterable[SourceRun], answers: Sequence[AnswerRun]) -> AnswerScore | None:
    if not answers:
        return None
    sources: dict[str, list[Source]] = defaultdict(list)
    for run in runs:
        sources[run.sample.case].append(run.sample.context.source)
    judged = [
        judge_answer(one.question, one.answer, _so_far(sources[one.case], one.question))
        for one in answers
    ]
    return answer_score(judged)


def _so_far(sources: Sequence[Source], question: Question) -> dict[str, Source]:
    """The sources that had been read when the question was asked, by file name."""
    return {source.filename: source for source in sources[: question.after]}


def _tokens(cost: Cost) -> Tokens:
    money = None if cost.money is None else str(cost.money)
    return Tokens(sent=cost.tokens_in, answered=cost.tokens_out, money=money)
