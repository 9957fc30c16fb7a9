"""The chat that asks a language model."""

from collections.abc import Callable, Iterator
from datetime import datetime

from agent.chat.model.asking import Asking
from agent.chat.model.remembering import Remembered
from agent.chat.model.scene import scene
from agent.chat.ports import Answered, Asked, Happening, Library
from agent.llm.port import LanguageModel
from memory.base import Store


class ModelChat:
    """Fits `agent.chat.ports.Chat`: a model chooses tools and words what they return.

    Args:
        model: Whom to ask, with patience, a budget and the limit of asks at once around it, but
            without a memory: answers are remembered here, and whole.
        store: Where they are kept.
        workspace: Whose deals are spoken of.
        now: The clock.
        trace: Whether LangSmith may see what passes.
    """

    def __init__(
        self,
        model: LanguageModel,
        store: Store,
        workspace: str,
        now: Callable[[], datetime],
        *,
        trace: bool = False,
    ) -> None:
        self.name = f"model:{model.name}"
        self._model = model
        self._workspace = workspace
        self._now = now
        self._trace = trace
        self._remembered = Remembered(store, workspace, now)

    def answer(self, asked: Asked, library: Library) -> Iterator[Happening]:
        """What happens on the way to an answer, and the answer; closing it cancels.

        Raises:
            NotFoundError: There is no such deal.
        """
        stamp = library.stamp()
        about = scene(self._workspace, asked, library, self._now().date())
        asking = Asking(about, self._model, trace=self._trace)
        key = asking.key(stamp)
        told = list(self._remembered.get(key))
        if told:
            yield from told
            return
        for one in asking.happenings():
            told.append(one)
            yield one
        # What is still as it was when it was asked about may answer the question again.
        if isinstance(told[-1], Answered) and library.stamp() == stamp:
            self._remembered.keep(key, told)
