"""The chat without a model: a router, computed answers, and an extractive search."""

from collections.abc import Generator, Iterator, Mapping, Sequence

from agent.answers.answer import Answer, Statement, unknown
from agent.answers.computed import Computed
from agent.answers.dossier import Dossier
from agent.answers.registry import NAMED
from agent.chat.embedded.across import across
from agent.chat.embedded.admitting import surety
from agent.chat.embedded.commands import command
from agent.chat.embedded.composing import TopicAnswer, composed, quotes, together
from agent.chat.embedded.proposing import proposed
from agent.chat.embedded.question import Question
from agent.chat.embedded.recent import RecentEmbedder
from agent.chat.embedded.recognising import recognise
from agent.chat.embedded.routing import Router
from agent.chat.embedded.searching import search
from agent.chat.embedded.spoken_of import deal_meant
from agent.chat.embedded.standing_words import standing
from agent.chat.ports import (
    Answered,
    Asked,
    Happening,
    Library,
    Looking,
    Noting,
    Proposing,
    Stating,
)
from agent.chat.showing import shown, whole
from memory.base import Embedder

SEARCH = "search"
SOURCES = "search_sources"

OUTRIGHT = "Nothing in this deal says so outright; this comes nearest."
"""What is told before words that may or may not answer."""

Steps = Generator[Happening, None, Answer]


class EmbeddedChat:
    """Fits `agent.chat.ports.Chat` without a key and without a network.

    Args:
        embedder: What compares a question with items, sentences and examples by meaning.
        answers: The computed answers by name.
    """

    name = "embedded"

    def __init__(self, embedder: Embedder, answers: Mapping[str, Computed] = NAMED) -> None:
        self._embedder = RecentEmbedder(embedder)
        self._answers = answers
        self._router = Router(self._embedder)

    def answer(self, asked: Asked, library: Library) -> Iterator[Happening]:
        """What happens on the way to an answer, and the answer; closing it cancels."""
        result, warnings = standing((yield from self._answer(asked, library)), library)
        if result.note:
            yield Noting(text=result.note)
        for one in result.statements:
            yield Stating(statement=one, text=shown(one, library.quoted))
        text = whole(result, library.quoted)
        yield Answered(answer=result, text=text, by=self.name, warnings=warnings)

    def _answer(self, asked: Asked, library: Library) -> Steps:
        deal = deal_meant(asked.question, library)
        if deal is None:
            yield Looking(tool="portfolio", about=asked.question)
            return across(asked.question, library.portfolio())
        dossier = library.dossier(deal)
        question = recognise(asked.question, asked.before, dossier, self._embedder)
        order = command(question, dossier)
        if order:
            yield Looking(tool="propose_edit", about=asked.question)
            answer = proposed(order, dossier, library)
            for one in answer.statements:
                yield from (Proposing(proposal=proposal) for proposal in one.proposals)
            return answer
        return (yield from self._told(question, dossier, library))

    def _told(self, question: Question, dossier: Dossier, library: Library) -> Steps:
        """The answer to a question about a deal."""
        asked: list[TopicAnswer] = []
        for topic in self._router.topics(question):
            yield Looking(tool=topic.name, about=question.about.text)
            answer = self._answers[topic.name].compute(dossier, question.about)
            asked.append(TopicAnswer(topic, answer))
        known = [one for one in asked if not one.answer.unknown]
        if known and known[0].topic.alone:
            return known[0].answer
        yield Looking(tool=SOURCES, about=question.text)
        found = search(question, dossier, library, self._embedder)
        told = Answer(topic=known[0].topic.name if known else SEARCH, statements=together(known))
        sure = surety(question, found, whole(standing(told, library)[0], library.quoted))
        words = quotes(found, dossier, library, told.statements)
        statements = composed(told.statements, words)
        if sure == "unanswered" or not statements:
            return unknown(told.topic, *_near(asked, quotes(found, dossier, library)))
        note = "" if sure == "answered" else OUTRIGHT
        return told.model_copy(update={"statements": statements, "note": note})


def _near(asked: Sequence[TopicAnswer], words: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """The one statement that comes nearest to an answer that nothing gives."""
    unsure = (one.answer for one in asked if one.answer.unknown)
    return (*words, *(one for answer in unsure for one in answer.statements))[:1]
