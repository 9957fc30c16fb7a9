"""Counting what several asks take together, those that failed included."""

from threading import Lock

from agent.llm.errors import LanguageModelError
from agent.llm.port import Answer, Ask, LanguageModel
from plan.usage import Usage


class Counted:
    """Fits `LanguageModel`: another model, and what asking it took so far.

    Attributes:
        usage: What all asks that are over took.
    """

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
        self._lock = Lock()
        self.name = model.name
        self.usage = Usage()

    @property
    def window(self) -> int:
        """The model's."""
        return self._model.window

    def ask(self, ask: Ask) -> Answer:
        """The model's answer or error, counted."""
        try:
            answer = self._model.ask(ask)
        except LanguageModelError as error:
            self._count(error.usage)
            raise
        self._count(answer.usage)
        return answer

    def _count(self, usage: Usage) -> None:
        with self._lock:
            self.usage += usage
