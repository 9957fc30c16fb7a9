"""Patience with a provider: short failures are waited out, and in an outage it is left alone."""

from collections.abc import Callable
from time import monotonic, sleep
from typing import NamedTuple

from tenacity import RetryCallState, Retrying, retry_if_exception_type, wait_random_exponential

from agent.llm.circuit import Circuit
from agent.llm.counted import Counted
from agent.llm.errors import BusyError, CircuitOpenError, LanguageModelError
from agent.llm.port import Answer, Ask, LanguageModel


class Patience(NamedTuple):
    """How long a busy provider is waited for; a reading's job waits on where this gives up.

    Attributes:
        attempts: How often a question is put at most.
        first_wait: The first wait is any time up to so many seconds, each further one up to
            twice as many; what the provider names is waited in addition.
        longest_wait: The longest wait in seconds, beside what the provider names.
        total: No attempt begins later than so many seconds after the first.
    """

    attempts: int = 5
    first_wait: float = 1.0
    longest_wait: float = 20.0
    total: float = 90.0


PATIENCE = Patience()
"""How long is waited by default."""


class Patient:
    """Fits `LanguageModel`: asks another again while its provider is busy, and only then.

    Args:
        model: Whom to ask.
        circuit: The circuit of its provider in this process: see `circuit_of`.
        patience: How long to wait.
        clock: Seconds that only go forward.
        sleep: Waits so many seconds.
    """

    def __init__(
        self,
        model: LanguageModel,
        circuit: Circuit,
        patience: Patience = PATIENCE,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], None] = sleep,
    ) -> None:
        self.name = model.name
        self._model = model
        self._circuit = circuit
        self._patience = patience
        self._clock = clock
        self._sleep = sleep
        self._jitter = wait_random_exponential(patience.first_wait, patience.longest_wait)

    @property
    def window(self) -> int:
        """The model's."""
        return self._model.window

    def ask(self, ask: Ask) -> Answer:
        """The answer, with the usage of all attempts.

        Raises:
            CircuitOpenError: The provider has failed too often in a row.
            LanguageModelError: The last attempt's error; its usage counts all attempts.
        """
        counted = Counted(self._model)
        began = self._clock()
        attempts = Retrying(
            retry=retry_if_exception_type(BusyError),
            wait=self._wait,
            stop=lambda state: self._is_over(state, began),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            answer = attempts(self._attempt, counted, ask)
        except LanguageModelError as error:
            error.usage = counted.usage
            raise
        return answer.model_copy(update={"usage": counted.usage})

    def _attempt(self, model: LanguageModel, ask: Ask) -> Answer:
        if left := self._circuit.seconds_left():
            raise CircuitOpenError(
                f"The provider of {self.name} has failed many times in a row and is left alone "
                f"for another {left:.0f} seconds. Try again later."
            )
        try:
            answer = model.ask(ask)
        except BusyError:
            self._circuit.failed()
            raise
        except LanguageModelError:
            self._circuit.succeeded()
            raise
        self._circuit.succeeded()
        return answer

    def _wait(self, state: RetryCallState) -> float:
        """What the provider names, and at random more, lest all come back at once."""
        error = state.outcome.exception() if state.outcome else None
        named = error.retry_after if isinstance(error, BusyError) else None
        return (named or 0.0) + self._jitter(state)

    def _is_over(self, state: RetryCallState, began: float) -> bool:
        spent = self._clock() - began
        tired = state.attempt_number >= self._patience.attempts
        return tired or spent + state.upcoming_sleep > self._patience.total
