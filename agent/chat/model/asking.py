"""One question put to a model, from its prompt to the answer that is left of its words."""

from collections.abc import Generator, Iterable, Iterator

from langchain_core.messages import AIMessage

from agent.chat.model.agent import steps
from agent.chat.model.bounded import Bounded
from agent.chat.model.limits import LIMITS
from agent.chat.model.remembering import key_of
from agent.chat.model.scene import Scene
from agent.chat.model.speaking import Speaking
from agent.chat.model.telling import Telling
from agent.chat.model.tools import Toolbox
from agent.chat.model.view import variables
from agent.chat.ports import Answered, Failing, Happening, Looking, Proposing
from agent.llm.counted import Counted
from agent.llm.errors import LanguageModelError
from agent.llm.port import LanguageModel
from agent.readers.model.view.fence import one_line
from prompts.loader import load

_NOTHING_HELD = (
    "Nothing of the model's answer could be shown to rest on what was looked up, so none of it is "
    "shown. Ask again, or more narrowly."
)


class Asking:
    """A question on its way to an answer.

    Args:
        scene: The question.
        model: Whom to ask.
        trace: Whether LangSmith may see what passes.
    """

    def __init__(self, scene: Scene, model: LanguageModel, *, trace: bool) -> None:
        self._scene = scene
        self._counted = Counted(model)
        self._model = Bounded(self._counted, LIMITS.model_calls)
        self._trace = trace
        self._proposed = 0
        self._toolbox = Toolbox(scene)
        self._tools = self._toolbox.tools()
        self._rendered = load("chat").render(variables(scene))

    def key(self, stamp: str) -> str:
        """What the answer is remembered by.

        Args:
            stamp: Of all that it may rest on.
        """
        library = self._scene.library
        about = (self._scene.workspace, library.user, library.deal or "", stamp)
        return key_of(self._model.name, self._rendered, self._tools, about)

    def happenings(self) -> Iterator[Happening]:
        """What happens until the question is answered, or cannot be."""
        try:
            text = yield from self._spoken()
        except LanguageModelError as error:
            yield from self._proposing()
            yield Failing(reason=str(error))
            return
        yield from self._told(text)

    def _spoken(self) -> Generator[Happening, None, str]:
        """Let the model look things up until it answers; returns its words.

        Raises:
            LanguageModelError: It could not be asked.
        """
        workspace, prompt = self._scene.workspace, self._rendered.id
        speaking = Speaking(asked=self._model, workspace=workspace, prompt=prompt)
        text = ""
        for message in steps(speaking, self._tools, self._rendered, trace=self._trace):
            yield from self._proposing()
            text = message.text
            yield from _looking(message, {one.name for one in self._tools})
        return text

    def _proposing(self) -> Iterator[Proposing]:
        """Proposals made since this was told last."""
        for one in self._toolbox.proposals[self._proposed :]:
            self._proposed += 1
            yield Proposing(proposal=one)

    def _told(self, text: str) -> Iterator[Happening]:
        """The model's words, sentence by sentence, and the answer they leave."""
        cut_off = self._model.finish == "length"
        telling = Telling(self._scene, self._toolbox, cut_off=cut_off)
        yield from telling.tell(text)
        if telling.failed:
            yield Failing(reason=_NOTHING_HELD)
            return
        yield Answered(
            answer=telling.answer,
            text=telling.text,
            by=f"model:{self._model.name}",
            prompt=self._rendered.id,
            warnings=telling.warnings,
            usage=self._counted.usage,
        )


def _looking(message: AIMessage, known: set[str]) -> Iterator[Looking]:
    for call in message.tool_calls:
        if call["name"] in known:
            yield Looking(tool=call["name"], about=_about(call["args"].values()))


def _about(values: Iterable[object]) -> str:
    """What a tool is asked about, on one line and short."""
    told = (one for value in values for one in (value if isinstance(value, list) else [value]))
    return one_line(", ".join(one for one in told if isinstance(one, str)))[: LIMITS.about]
