"""Answers that are not right, with what they lack."""

from collections.abc import Iterable, Iterator

from evals.run import AnswerRun, SourceRun
from evals.scorers.answers import JudgedAnswer, judge_answer


def wrong_answers(
    answers: Iterable[AnswerRun], runs: Iterable[SourceRun]
) -> tuple[tuple[str, JudgedAnswer], ...]:
    """Each question whose answer is not right, by its case."""
    sources = {(run.sample.case, run.sample.gold.source): run.sample.context.source for run in runs}
    judged = (
        (
            one.case,
            judge_answer(
                one.question,
                one.answer,
                {name: source for (case, name), source in sources.items() if case == one.case},
            ),
        )
        for one in answers
    )
    return tuple((case, one) for case, one in judged if not one.right)


def lacking(one: JudgedAnswer) -> Iterator[str]:
    """What is wrong with an answer, a sentence each."""
    if one.question.unknown:
        yield "Nothing in the deal tells, and the answer does not say so."
        return
    if not one.answered:
        yield "It was not answered."
    elif one.false_unknown:
        yield "It is called unknown, and the deal tells."
    for held, phrases in zip(one.facts, one.question.facts, strict=True):
        if not held:
            yield f"It holds none of: {', '.join(phrases)}."
    for phrase in one.forbidden:
        yield f"It holds what it must not: {phrase}."
