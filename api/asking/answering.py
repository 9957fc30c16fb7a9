"""One question in a conversation, from the user's words to what is kept of the answer."""

from collections.abc import Generator, Iterator
from contextlib import closing

from agent.chat.ports import Answered, Asked, Chat, Failing, Happening
from agent.errors import AgentError
from api.asking.asker import Asker
from api.asking.beating import beating
from api.asking.conversations import WITHDRAWN, Begun, Conversations, Outcome
from api.asking.library import Shelves, StoredLibrary
from memory.errors import StoreError
from plan.errors import PlanError

UNEXPECTED = "Something went wrong in Tandem itself; its log tells what."
_TOLD = (AgentError, StoreError, PlanError)
"""Errors whose message is for the person who asked."""


class Answering:
    """Answers one user's questions, and keeps them with what came of them.

    Args:
        shelves: Where answers are found.
        chat: Who answers.
        asker: Who asks.
    """

    def __init__(self, shelves: Shelves, chat: Chat, asker: Asker) -> None:
        self.asker = asker
        self.conversations = Conversations(shelves.store, asker, shelves.now)
        self._shelves = shelves
        self._chat = chat

    def begin(self, deal: str | None, question: str, thread: str | None = None) -> Begun:
        """Keep a question; its answer is to be asked for next, see `Conversations.begin`."""
        return self.conversations.begin(deal, question, thread)

    def answer(self, begun: Begun) -> Iterator[Happening]:
        """What happens on the way to the answer, which is kept before it is told.

        Closing it cancels, and so does whoever sets the kept answer to be cancelled: then the
        last that is told is neither an answer nor a failure.
        """
        otherwise = Outcome("failed", UNEXPECTED)
        try:
            with (
                beating(lambda: self.conversations.goes_on(begun.answer)) as unwanted,
                closing(self._happenings(begun)) as happenings,
            ):
                for one in happenings:
                    if unwanted.is_set():
                        break
                    yield from self._told(begun, one)
            otherwise = Outcome("cancelled")
        except (GeneratorExit, KeyboardInterrupt):
            otherwise = Outcome("cancelled")
            raise
        finally:
            self.conversations.end(begun.answer, otherwise)

    def _happenings(self, begun: Begun) -> Generator[Happening, None, None]:
        # Without the conversation's id: the same question in another one is the same question,
        # and a model that remembers its answers is not asked it again.
        asked = Asked(question=begun.question.text, before=begun.before)
        try:
            library = StoredLibrary(self._shelves, self.asker, begun.thread.deal)
            yield from self._chat.answer(asked, library)
        except _TOLD as error:
            yield Failing(reason=str(error))

    def _told(self, begun: Begun, one: Happening) -> Iterator[Happening]:
        """What happened, kept where it is the end; nothing where that came too late."""
        if isinstance(one, Failing):
            outcome = Outcome("failed", one.reason)
        elif isinstance(one, Answered):
            outcome = Outcome("done", one.text, one.answer)
        else:
            yield one
            return
        kept = self.conversations.end(begun.answer, outcome)
        if kept.status == outcome.status:
            yield one
        elif kept.text == WITHDRAWN:
            yield Failing(reason=WITHDRAWN)
