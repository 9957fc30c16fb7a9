"""Stopping in bounded time: a reading that takes longer is left to the next process."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import NoReturn, TypeVar

T = TypeVar("T")

_LOOK_UP_SECONDS = 0.1


class LeftUnfinishedError(BaseException):
    """The worker stops and leaves this job to the next process, which runs it from its last step.

    Not an `Exception`: DBOS records those as the job's outcome, and this job has none yet.
    """


class Stopping:
    """Tells running jobs that the worker stops, and remembers those that were left."""

    def __init__(self, grace_seconds: float) -> None:
        self._grace_seconds = grace_seconds
        self._asked = threading.Event()
        self._deadline = float("inf")
        self._running: set[str] = set()
        self._left: set[str] = set()

    def ask(self) -> None:
        """Ask jobs to stop: none begins any more, and none runs longer than the grace."""
        self._deadline = time.monotonic() + self._grace_seconds
        self._asked.set()

    @contextmanager
    def running(self, job: str) -> Iterator[None]:
        """Run a job in the block, unless the worker stops.

        Raises:
            LeftUnfinishedError: The worker stops.
        """
        if self._asked.is_set():
            self._leave(job)
        self._running.add(job)
        try:
            yield
        finally:
            self._running.discard(job)

    @property
    def busy(self) -> bool:
        """Whether any job runs."""
        return bool(self._running)

    @property
    def left(self) -> tuple[str, ...]:
        """The jobs that were left, by id."""
        return tuple(sorted(self._left))

    def sleep(self, seconds: float, job: str) -> None:
        """Wait, unless the worker stops meanwhile.

        Raises:
            LeftUnfinishedError: The worker stops.
        """
        if self._asked.wait(seconds):
            self._leave(job)

    def call(self, work: Callable[[], T], job: str) -> T:
        """Run work for as long as the worker may, and return or raise what it does.

        The work has a thread of its own that does not keep the program from ending: a model's
        answer may take minutes, and nobody who stops the program waits for that.

        Raises:
            LeftUnfinishedError: The worker stops and the grace is over.
        """
        future: Future[T] = Future()
        threading.Thread(target=_fulfil, args=(future, work), name=job, daemon=True).start()
        while not wait([future], timeout=_LOOK_UP_SECONDS).done:
            if time.monotonic() > self._deadline:
                self._leave(job)
        return future.result()

    def _leave(self, job: str) -> NoReturn:
        self._left.add(job)
        raise LeftUnfinishedError(job)


def _fulfil(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 -- raised by the thread that waits
        future.set_exception(error)
