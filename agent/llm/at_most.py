"""No more requests to a model at once than it, or the purse, can bear."""

from threading import BoundedSemaphore

from agent.llm.port import Answer, Ask, LanguageModel


class AtMost:
    """Fits `LanguageModel`: asks another, so many at a time; further asks wait for their turn.

    Readers, writers and all sources that are read at the same time share it.

    Args:
        model: Whom to ask.
        parallel: The most asks under way at once, at least 1.
    """

    def __init__(self, model: LanguageModel, parallel: int) -> None:
        self.name = model.name
        self._model = model
        self._slots = BoundedSemaphore(parallel)

    @property
    def window(self) -> int:
        """The model's."""
        return self._model.window

    def ask(self, ask: Ask) -> Answer:
        """The model's answer.

        Raises:
            LanguageModelError: The model gave none.
        """
        with self._slots:
            return self._model.ask(ask)
