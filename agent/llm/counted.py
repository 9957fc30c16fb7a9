"""Counting what several asks take together, those that failed included."""

from agent.llm.errors import LanguageModelError
from agent.llm.port import Answer, Ask, LanguageModel, Usage


class Counted:
    """Fits `LanguageModel`: another model, and what asking it took so far; for one thread.

    Attributes:
        usage: What all asks took so far.
    """

    def __init__(self, model: LanguageModel) -> None:
        self._model = model
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
            self.usage += error.usage
            raise
        self.usage += answer.usage
        return answer
