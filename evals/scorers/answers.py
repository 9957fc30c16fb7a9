"""Answers to a case's questions: are they right, do they stand on words, do they admit gaps?"""

from collections.abc import Iterator, Mapping, Sequence

from agent.ports import Quote
from agent.quotes import locate
from evals.cases.gold import Citation, Question
from evals.judging.overlap import overlaps
from evals.predictions import Cited, PredictedAnswer
from evals.scorers.phrases import admits, holds
from evals.scores import AnswerScore
from evals.tally import share
from plan.models import Frozen
from plan.sources import Source


class JudgedCitation(Frozen):
    """One citation of an answer.

    Attributes:
        stands: Its words stand word for word in the source it names.
        supports: They stand, and overlap a gold citation of that source.
    """

    cited: Cited
    stands: bool
    supports: bool


class JudgedAnswer(Frozen):
    """One question with what became of its answer.

    Attributes:
        answer: None where the question was not answered.
        facts: For each line of the question's facts, whether the answer holds a phrase of it.
        forbidden: The forbidden phrases that it holds.
        admitted: It says that nothing in the deal tells, by its flag or in words.
        cites: Its citations.
    """

    question: Question
    answer: PredictedAnswer | None
    facts: tuple[bool, ...]
    forbidden: tuple[str, ...]
    admitted: bool
    cites: tuple[JudgedCitation, ...]

    @property
    def answered(self) -> bool:
        """Whether anything was said at all."""
        return self.answer is not None and bool(self.answer.answer.strip() or self.answer.unknown)

    @property
    def false_unknown(self) -> bool:
        """Whether it calls unknown what the deal tells: by its flag, or in words and no fact."""
        if self.answer is None or self.question.unknown:
            return False
        return self.answer.unknown or (self.admitted and not any(self.facts))

    @property
    def right(self) -> bool:
        """All facts and nothing forbidden; for an unknown one, that it is admitted."""
        if self.question.unknown:
            return self.admitted
        told = self.answered and all(self.facts)
        return told and not self.forbidden and not self.false_unknown


def judge_answer(
    question: Question, answer: PredictedAnswer | None, sources: Mapping[str, Source]
) -> JudgedAnswer:
    """What becomes of an answer, the way FORMAT.md judges it.

    Args:
        question: The question with its facts.
        answer: What was answered; None for no answer, which is wrong and holds nothing.
        sources: The sources read when the question was asked, by file name.
    """
    text = answer.answer if answer else ""
    return JudgedAnswer(
        question=question,
        answer=answer,
        facts=tuple(any(holds(text, phrase) for phrase in line) for line in question.facts),
        forbidden=tuple(phrase for phrase in question.forbidden if holds(text, phrase)),
        admitted=answer is not None and (answer.unknown or admits(text)),
        cites=tuple(_citations(answer, question.cites, sources)) if answer else (),
    )


def answer_score(judged: Sequence[JudgedAnswer]) -> AnswerScore:
    """The shares of answers that are right in each respect; silence earns nothing in any."""
    known = [one for one in judged if not one.question.unknown]
    unknown = [one for one in judged if one.question.unknown]
    lines = [held for one in known for held in one.facts]
    warned = [one for one in judged if one.question.forbidden]
    backed = [one for one in judged if one.question.cites]
    cites = [cite for one in judged for cite in one.cites]
    return AnswerScore(
        right=share(sum(one.right for one in judged), len(judged)),
        facts=share(sum(lines), len(lines)),
        forbidden=share(sum(one.answered and not one.forbidden for one in warned), len(warned)),
        cited=share(sum(any(c.supports for c in one.cites) for one in backed), len(backed)),
        citations=share(sum(cite.stands for cite in cites), len(cites)),
        unknown=share(sum(one.admitted for one in unknown), len(unknown)),
        false_unknown=share(sum(one.false_unknown for one in known), len(known)),
    )


def _citations(
    answer: PredictedAnswer, gold: Sequence[Citation], sources: Mapping[str, Source]
) -> Iterator[JudgedCitation]:
    for cited in answer.cites:
        source = sources.get(cited.source)
        stands = source is not None and locate(Quote(text=cited.quote), "", source.turns)
        expected = [one.quote for one in gold if one.source == cited.source]
        supports = bool(stands) and overlaps((cited.quote,), expected)
        yield JudgedCitation(cited=cited, stands=bool(stands), supports=supports)
