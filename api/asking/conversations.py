"""Conversations in the store: what was asked, and where its answer stands.

Whoever answers says so again and again in the store. So every process sees which answers are
under way in any of them, and that one has stopped whose process was killed.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from textwrap import shorten
from typing import Literal, NamedTuple
from uuid import uuid4

from agent.answers.answer import Answer
from api.asking.asker import Asker
from api.asking.errors import StillAnsweringError
from memory.base import Store, Unit
from memory.errors import NotFoundError
from memory.records import Message, Thread

SILENT = timedelta(seconds=15)
"""An answer of which nothing was heard for so long is not being worked on any more."""
STOPPED = "Tandem was stopped before it had answered; ask again."
WITHDRAWN = "A call or mail that the answer quotes was withdrawn; ask again."
TITLE = 80
"""Characters of a question that name its conversation."""

Status = Literal["done", "cancelled", "failed"]


class Outcome(NamedTuple):
    """What came of a question.

    Attributes:
        status: How it ended.
        text: The answer as it was shown, or why there is none.
        answer: The answer, where there is one.
    """

    status: Status
    text: str = ""
    answer: Answer | None = None


class Begun(NamedTuple):
    """A question that is kept, and whose answer is expected.

    Attributes:
        thread: The conversation.
        question: The user's message.
        answer: Tandem's message, which is to be filled.
        before: What was said before.
    """

    thread: Thread
    question: Message
    answer: Message
    before: tuple[Message, ...]


class Conversations:
    """One user's conversations.

    Args:
        store: Where they are kept.
        asker: Whose they are.
        now: The clock.
    """

    def __init__(self, store: Store, asker: Asker, now: Callable[[], datetime]) -> None:
        self._store = store
        self.asker = asker
        self._now = now

    def of(self, deal: str | None) -> tuple[Thread, ...]:
        """Those about a deal, or about all deals, the newest first.

        Raises:
            NotFoundError: No such deal.
        """
        with self._read() as unit:
            _check_deal(unit, deal)
            return unit.threads.of(self.asker.actor, deal)

    def messages(self, thread: str) -> tuple[Thread, tuple[Message, ...]]:
        """A conversation with its messages as they stand.

        Raises:
            NotFoundError: The user has none of that id.
        """
        with self._read() as unit:
            found = unit.threads.get(self.asker.actor, thread)
            return found, self._standing(unit.threads.messages(thread))

    def message(self, thread: str, n: int) -> Message:
        """One answer as it stands.

        Raises:
            NotFoundError: The user has no such conversation, or it no such answer.
        """
        _, messages = self.messages(thread)
        return _answer(thread, n, messages)

    def begin(self, deal: str | None, question: str, thread: str | None) -> Begun:
        """Keep a question, and say that it is being answered.

        Args:
            deal: The deal that is spoken of; None for all deals.
            question: The user's words.
            thread: The conversation that it goes on with; a new one is opened without.

        Raises:
            NotFoundError: No such deal, or the user has no such conversation about it.
            StillAnsweringError: The conversation's last question is being answered.
            ConflictError: Something else was asked in it at the same moment.
        """
        with self._store.write(self.asker.workspace) as unit:
            _check_deal(unit, deal)
            of = self._mine(unit, deal, thread) if thread else self._opened(unit, deal, question)
            before = self._standing(unit.threads.messages(of.id))
            if before and before[-1].status == "answering":
                raise StillAnsweringError(
                    f"The last question of conversation {of.id} is still being answered. "
                    "Wait for it, or cancel it."
                )
            begun = _begun(of, question, before, self._now())
            unit.threads.add(begun.question)
            unit.threads.add(begun.answer)
        return begun

    def goes_on(self, answer: Message) -> bool:
        """Say that an answer is being worked on; False where nobody waits for it any more."""
        with self._store.write(self.asker.workspace) as unit:
            now = _kept(unit, answer)
            if now.status == "answering":
                unit.threads.replace(now.model_copy(update={"at": self._now()}))
            return now.status == "answering"

    def end(self, answer: Message, outcome: Outcome) -> Message:
        """Keep what came of a question, unless it has ended already; returns what is kept.

        An answer that quotes a source which was withdrawn meanwhile is not kept.
        """
        sources = _quoted(outcome.answer)
        with self._store.write(self.asker.workspace) as unit:
            for deal in sorted({unit.sources.get(one).deal for one in sources}):
                unit.plans.lock(deal)
            now = _kept(unit, answer)
            if now.status != "answering":
                return now
            if any(unit.sources.get(one).status == "withdrawn" for one in sources):
                outcome, sources = Outcome("failed", WITHDRAWN), ()
            done = now.model_copy(
                update={
                    "status": outcome.status,
                    "text": outcome.text,
                    "answer": outcome.answer.model_dump(mode="json") if outcome.answer else {},
                    "sources": sources,
                    "at": self._now(),
                }
            )
            unit.threads.replace(done)
            return done

    def _read(self) -> AbstractContextManager[Unit]:
        return self._store.read(self.asker.workspace)

    def _mine(self, unit: Unit, deal: str | None, thread: str) -> Thread:
        found = unit.threads.get(self.asker.actor, thread)
        if found.deal != deal:
            spoken_of = found.deal or "all deals"
            raise NotFoundError(f"Conversation {thread} is about {spoken_of}; ask in one of these.")
        return found

    def _opened(self, unit: Unit, deal: str | None, question: str) -> Thread:
        thread = Thread(
            id=uuid4().hex,
            user=self.asker.actor,
            deal=deal,
            title=_title(question),
            created_at=self._now(),
        )
        unit.threads.open(thread)
        return thread

    def _standing(self, messages: Sequence[Message]) -> tuple[Message, ...]:
        now = self._now()
        return tuple(standing(one, now) for one in messages)


def standing(message: Message, now: datetime) -> Message:
    """A message as it stands: an answer of which nothing was heard for long has failed."""
    if message.status != "answering" or now - message.at <= SILENT:
        return message
    return message.model_copy(update={"status": "failed", "text": STOPPED})


def _begun(thread: Thread, question: str, before: tuple[Message, ...], at: datetime) -> Begun:
    n = len(before) + 1
    asked = Message(thread=thread.id, n=n, role="user", text=question, at=at)
    answer = Message(thread=thread.id, n=n + 1, role="tandem", status="answering", text="", at=at)
    return Begun(thread, asked, answer, before)


def _kept(unit: Unit, answer: Message) -> Message:
    return _answer(answer.thread, answer.n, unit.threads.messages(answer.thread))


def _answer(thread: str, n: int, messages: Sequence[Message]) -> Message:
    found = next((one for one in messages if one.n == n and one.role == "tandem"), None)
    if found is None:
        raise NotFoundError(f"Conversation {thread} has no answer {n}.")
    return found


def _check_deal(unit: Unit, deal: str | None) -> None:
    if deal is not None and not unit.plans.exists(deal):
        raise NotFoundError(f"There is no deal `{deal}` in this workspace.")


def _quoted(answer: Answer | None) -> tuple[str, ...]:
    """The sources whose words an answer holds."""
    statements = answer.statements if answer else ()
    return tuple(dict.fromkeys(words.source for one in statements for words in one.words))


def _title(question: str) -> str:
    """The question on one line, cut where a word ends."""
    return shorten(question, TITLE, placeholder=" …")
