"""Asking a case's questions, each once its source was read, and taking down the answers."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from agent.chat.ports import Answered, Asked, Chat, Failing, Library
from api.asking.asker import Asker
from api.asking.library import Shelves, StoredLibrary
from evals.answering.standing import APPROVER, WORKSPACE, Standing
from evals.cases.gold import Question
from evals.cases.sample import Case, Sample
from evals.errors import EvaluationError
from evals.predictions import Cited, PredictedAnswer
from memory.base import Embedder, Store
from memory.recall import Memory
from memory.vectors import ExactVectors
from plan.models import Plan

ZONE = "UTC"


class UnansweredError(EvaluationError):
    """A chat gave up on a question. The message says why; mend that and evaluate again."""


def answered(
    case: Case, chat: Chat, store: Store, embedder: Embedder
) -> tuple[PredictedAnswer, ...]:
    """The answers to a case's questions, in the order of its file.

    Each is asked on the deal as it stands after its source: plan and history with the gold edits
    approved, the risks and the engagement of that day, all words read so far searchable.

    Args:
        case: The case.
        chat: Who answers; every question begins a thread of its own.
        store: An upgraded store without the case's deal.
        embedder: What makes the vectors that are searched.

    Raises:
        UnansweredError: The chat gave up on a question.
    """
    standing = Standing(store, case)
    memory = Memory(store, ExactVectors(store), embedder)
    found: dict[int, PredictedAnswer] = {}
    for n, sample in enumerate(case.samples, start=1):
        memory.index(WORKSPACE, standing.read(sample).id)
        library = _library(store, memory, sample)
        for place, question in enumerate(case.questions):
            if question.after == n:
                found[place] = ask(chat, question, library)
    return tuple(found[place] for place in sorted(found))


def ask(chat: Chat, question: Question, library: Library) -> PredictedAnswer:
    """One question's answer in the form that scorers judge.

    Raises:
        UnansweredError: The chat gave up on it.
    """
    *_, last = chat.answer(Asked(question=question.question), library)
    if isinstance(last, Failing):
        raise UnansweredError(f"“{question.question}”: {last.reason}")
    if not isinstance(last, Answered):
        raise UnansweredError(f"“{question.question}”: the chat stopped before it had answered.")
    return PredictedAnswer(
        question=question.question,
        answer=last.text,
        unknown=last.answer.unknown,
        cites=tuple(_cited(last, library)),
    )


def _cited(last: Answered, library: Library) -> Iterator[Cited]:
    for statement in last.answer.statements:
        for words in statement.words:
            name = library.source(words.source).filename
            yield Cited(source=name, quote=library.quoted(words).text)


def _library(store: Store, memory: Memory, sample: Sample) -> StoredLibrary:
    """The deal as whoever runs it on the seller's side sees it at noon of a source's day."""
    plan, day = sample.context.plan, sample.context.source.day
    noon = datetime.combine(day, time(12), ZoneInfo(plan.deal.time_zone or ZONE)).astimezone(UTC)
    asker = Asker(WORKSPACE, _asking(plan), proposes=False)
    shelves = Shelves(store, memory.recall, lambda: noon, ZONE)
    return StoredLibrary(shelves, asker, plan.deal.id)


def _asking(plan: Plan) -> str:
    sellers = (one for one in plan.stakeholders if one.side == "seller" and one.active)
    running = (one.name for one in sellers if "account_executive" in one.roles)
    return next(running, APPROVER)
