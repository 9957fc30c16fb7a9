"""Answers under way in this process, apart from whoever listens to them."""

import logging
from contextlib import ExitStack
from threading import Lock, Semaphore, Thread, current_thread
from time import monotonic
from traceback import format_tb

from agent.chat.ports import Failing, Happening
from api.asking.answering import UNEXPECTED, Answering
from api.asking.asker import Asker
from api.asking.conversations import STOPPED, Begun, Conversations, Outcome
from api.asking.errors import TooManyAnswersError
from memory.records import Message

_logger = logging.getLogger(__name__)

MOST = 16
"""Answers that are worked on at the same time."""
KEPT = 64
"""Answers whose happenings can still be told after their end."""
GRACE_SECONDS = 5.0
"""How long closing waits for answers to notice that nobody wants them any more."""

Key = tuple[str, str, str, int]
"""Workspace, user, conversation and number of the answer."""


class Run:
    """What has happened so far on the way to one answer. Threads may share it.

    Args:
        answering: Answers it.
        begun: The question.
    """

    def __init__(self, answering: Answering, begun: Begun) -> None:
        self.thread = begun.thread.id
        self.n = begun.answer.n
        self._answering = answering
        self._begun = begun
        self._lock = Lock()
        self._happened: list[Happening] = []
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether nothing more happens."""
        with self._lock:
            return self._ended

    def after(self, seen: int) -> tuple[tuple[Happening, ...], bool]:
        """All but the first so many happenings, and whether these are the last ones."""
        with self._lock:
            return tuple(self._happened[seen:]), self._ended

    def work(self) -> None:
        """Answer, and take down what happens."""
        try:
            for one in self._answering.answer(self._begun):
                self._tell(one)
        except Exception as error:  # noqa: BLE001 - the outermost loop of its thread
            _log(error)
            self._tell(Failing(reason=UNEXPECTED))

    def stop(self) -> None:
        """Let it fail because the program ends."""
        self._answering.conversations.end(self._begun.answer, Outcome("failed", STOPPED))
        self.end()

    def end(self) -> None:
        """Nothing more happens."""
        with self._lock:
            self._ended = True

    def _tell(self, one: Happening) -> None:
        with self._lock:
            if not self._ended:
                self._happened.append(one)


class Underway:
    """Works on answers in threads of their own, so many at once.

    Whoever listens is told at their own pace out of what has happened: nobody who is slow or
    gone holds an answer up.

    Args:
        most: How many answers at once.
        kept: How many answers that have ended can still be told as they happened.
    """

    def __init__(self, most: int = MOST, kept: int = KEPT) -> None:
        self._most = most
        self._kept = kept
        self._places = Semaphore(most)
        self._lock = Lock()
        self._runs: dict[Key, Run] = {}
        self._workers: dict[Thread, Run] = {}

    def start(
        self, answering: Answering, deal: str | None, question: str, thread: str | None = None
    ) -> Run:
        """Keep a question and begin to answer it; see `Conversations.begin` for what may hinder.

        Raises:
            TooManyAnswersError: So many are under way that no other is taken on.
        """
        if not self._places.acquire(blocking=False):
            raise TooManyAnswersError(
                f"{self._most} questions are being answered, and no more at once. "
                "Ask again in a moment."
            )
        with ExitStack() as failed:
            failed.callback(self._places.release)
            run = Run(answering, answering.begin(deal, question, thread))
            failed.pop_all()
        worker = Thread(target=self._work, args=(run,), name="tandem-answer", daemon=True)
        with self._lock:
            self._runs[_key(answering.asker, run.thread, run.n)] = run
            self._workers[worker] = run
            self._let_go()
        worker.start()
        return run

    def find(self, asker: Asker, thread: str, n: int) -> Run | None:
        """The user's answer, if it is under way here or has lately ended."""
        with self._lock:
            return self._runs.get(_key(asker, thread, n))

    def cancel(self, conversations: Conversations, thread: str, n: int) -> Message:
        """End an answer, under way here or elsewhere; one that has ended stays as it is.

        Raises:
            NotFoundError: The user has no such conversation, or it no such answer.
        """
        answer = conversations.message(thread, n)
        kept = conversations.end(answer, Outcome("cancelled"))
        run = self.find(conversations.asker, thread, n)
        if run is not None:
            run.end()
        return kept

    def close(self) -> None:
        """Take on nothing more, and let what is under way fail."""
        for _ in range(self._most):
            self._places.acquire(blocking=False)
        with self._lock:
            workers = dict(self._workers)
        for run in workers.values():
            run.stop()
        end = monotonic() + GRACE_SECONDS
        for worker in workers:
            worker.join(max(0.0, end - monotonic()))

    def _work(self, run: Run) -> None:
        try:
            run.work()
        finally:
            with self._lock:
                del self._workers[current_thread()]
            self._places.release()
            run.end()

    def _let_go(self) -> None:
        """Forget the oldest of those that have ended."""
        ended = [key for key, run in self._runs.items() if run.ended]
        for key in ended[: max(0, len(ended) - self._kept)]:
            del self._runs[key]


def _key(asker: Asker, thread: str, n: int) -> Key:
    return (asker.workspace, asker.actor, thread, n)


def _log(error: Exception) -> None:
    """Say where it went wrong. The message may quote customers' words and stays out."""
    where = "".join(format_tb(error.__traceback__))
    _logger.error("An answer failed: %s, raised through:\n%s", type(error).__name__, where)
