"""Asking a model for a reading: several calls at a time, failures told as the reader's."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from pydantic import BaseModel

from agent.errors import ReaderUnavailableError, ReadingFailedError
from agent.llm.errors import BusyError, CircuitOpenError, LanguageModelError
from agent.llm.port import Ask, LanguageModel
from agent.llm.side_by_side import each
from agent.llm.structured import ask_for
from agent.ports import Context
from plan.usage import Usage
from prompts.loader import Rendered

T = TypeVar("T", bound=BaseModel)
Item = TypeVar("Item")
Done = TypeVar("Done")

PASSING = (BusyError, CircuitOpenError)
"""What may be over when the same reading is tried again."""


class Asking:
    """A model, and how many calls to it one reading makes at once.

    Args:
        model: Whom to ask.
        parallel: The most calls at once.
    """

    def __init__(self, model: LanguageModel, parallel: int) -> None:
        self._model = model
        self._parallel = parallel

    def ask(self, rendered: Rendered, context: Context, kind: type[T]) -> T:
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
        return ask_for(self._model, asked, kind).value

    def each(self, do: Callable[[Item], Done], items: Sequence[Item]) -> list[Done]:
        """What is done for each item comes to, in their order, done side by side.

        Raises:
            LanguageModelError: One failed; those not begun are let go.
        """
        return each(do, items, self._parallel)


def as_reading_error(
    error: LanguageModelError, usage: Usage
) -> ReaderUnavailableError | ReadingFailedError:
    """What a model's failure means for the source that was being read, and what the try took."""
    if isinstance(error, PASSING):
        return ReaderUnavailableError(str(error), usage)
    return ReadingFailedError(str(error), usage)
