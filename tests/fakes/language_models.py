"""A language model that answers as it is told to."""

from collections.abc import Callable, Sequence
from threading import Lock
from types import TracebackType
from typing import Self

from agent.llm.errors import LanguageModelError
from agent.llm.port import Answer, Ask
from plan.usage import Usage

Line = str | Answer | LanguageModelError | Callable[[Ask], str | Answer]
"""What a script has for one ask: an answer, its text alone, an error, or a function of the ask."""

COSTS = Usage(tokens_in=100, tokens_out=10, attempts=1)
"""What an answer costs whose usage the script leaves open."""


class ScriptedModel:
    """Fits `agent.llm.port.LanguageModel`: answers its asks by the lines of a script, in order.

    Each line is used once. An ask that the script does not have raises an AssertionError, and so
    does the end of a `with` block, or `assert_done`, while lines are left. Asks are kept in
    `asks`. Asks of several threads take their lines in the order of their coming; where answers
    must fit their asks, every line is a function.
    """

    def __init__(self, *script: Line, name: str = "scripted:model", window: int = 128_000) -> None:
        self.name = name
        self.window = window
        self.asks: list[Ask] = []
        self._script: Sequence[Line] = script
        self._lock = Lock()

    def ask(self, ask: Ask) -> Answer:
        """The next line of the script."""
        with self._lock:
            number = len(self.asks)
            assert number < len(self._script), f"Nobody expected a further ask: {ask.user[:200]!r}"
            self.asks.append(ask)
        line = self._script[number]
        if isinstance(line, LanguageModelError):
            raise line
        said = line(ask) if callable(line) else line
        return Answer(text=said, usage=COSTS) if isinstance(said, str) else said

    def assert_done(self) -> None:
        """Everything was asked that was to be asked."""
        left = len(self._script) - len(self.asks)
        assert not left, f"{left} of {len(self._script)} lines of the script were not asked for."

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            self.assert_done()
