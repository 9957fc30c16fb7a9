"""No more calls of a model for one question than the table of limits allows."""

from agent.chat.model.errors import TooManyStepsError
from agent.llm.port import Answer, Ask, Finish, LanguageModel


class Bounded:
    """Fits `LanguageModel`: asks another, so many times in all.

    Args:
        model: Whom to ask.
        calls: How often.

    Attributes:
        finish: Why its last answer ended.
    """

    def __init__(self, model: LanguageModel, calls: int) -> None:
        self.name = model.name
        self.finish: Finish = "stop"
        self._model = model
        self._left = calls

    @property
    def window(self) -> int:
        """The model's."""
        return self._model.window

    def ask(self, ask: Ask) -> Answer:
        """The model's answer.

        Raises:
            TooManyStepsError: It was asked as often as it may be.
            LanguageModelError: The model gave none.
        """
        if not self._left:
            raise TooManyStepsError(
                f"{self.name} came to no answer in as many steps as one question may take. "
                "Ask again more narrowly."
            )
        self._left -= 1
        answer = self._model.ask(ask)
        self.finish = answer.finish
        return answer
