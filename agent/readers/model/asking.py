"""Asking a model for a reading: a bounded number at a time, failures told as the reader's."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from threading import BoundedSemaphore
from typing import TypeVar

from pydantic import BaseModel

from agent.errors import ReaderUnavailableError, ReadingFailedError
from agent.llm.errors import BusyError, CircuitOpenError, LanguageModelError
from agent.llm.port import Ask, LanguageModel
from agent.llm.structured import Structured, ask_for
from agent.ports import Context
from prompts.loader import Rendered

T = TypeVar("T", bound=BaseModel)
Item = TypeVar("Item")
R = TypeVar("R")

PASSING = (BusyError, CircuitOpenError)
"""What may be over when the same reading is tried again."""


class Asking:
    """A model, and how many calls to it may be under way at once.

    Args:
        model: Whom to ask.
        parallel: The most calls at once, whatever number of sources is being read.
    """

    def __init__(self, model: LanguageModel, parallel: int) -> None:
        self.model = model
        self.parallel = max(1, parallel)
        self._slots = BoundedSemaphore(self.parallel)

    def ask(self, rendered: Rendered, context: Context, kind: type[T]) -> Structured[T]:
        """One answer of the form asked for.

        Raises:
            LanguageModelError: There is none.
        """
        asked = Ask(
            workspace=context.workspace,
            source=context.source_id,
            prompt=rendered.id,
            system=rendered.system,
            user=rendered.user,
        )
        with self._slots:
            return ask_for(self.model, asked, kind)

    def each(self, do: Callable[[Item], R], items: Sequence[Item]) -> list[R]:
        """What is done for each item comes to, in their order, done side by side.

        Raises:
            LanguageModelError: One failed; those not begun are let go.
        """
        if len(items) <= 1:
            return [do(item) for item in items]
        with ThreadPoolExecutor(min(self.parallel, len(items))) as pool:
            # Context variables go along: one of them keeps tracing off.
            running = [pool.submit(copy_context().run, do, item) for item in items]
            try:
                return [one.result() for one in running]
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def as_reading_error(error: LanguageModelError) -> ReaderUnavailableError | ReadingFailedError:
    """What a model's failure means for the source that was being read."""
    if isinstance(error, PASSING):
        return ReaderUnavailableError(str(error))
    return ReadingFailedError(str(error))
