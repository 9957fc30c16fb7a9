"""A language model behind Tandem's port, as LangChain's agents speak to one."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import JsonValue, SkipValidation

from agent.llm.errors import UnusableAnswerError
from agent.llm.port import LanguageModel
from agent.llm.talk import Said, talk


class Speaking(BaseChatModel):
    """Hands each step of an agent's conversation to a `LanguageModel`.

    Attributes:
        asked: Whom to ask, with all that limits it around it.
        workspace: Whose conversation it is.
        prompt: The prompt's name, version and hash.
    """

    asked: Annotated[LanguageModel, SkipValidation]
    workspace: str
    prompt: str
    cache: bool = False
    disable_streaming: bool = True

    @property
    def _llm_type(self) -> str:
        return "tandem"

    def bind_tools(
        self,
        tools: Sequence[dict[str, Any] | type | Callable[..., Any] | BaseTool],
        *,
        tool_choice: str | None = None,
        **kwargs: Any,  # noqa: ANN401 - the library's own signature
    ) -> Runnable[LanguageModelInput, AIMessage]:
        """The same model, told what it may call."""
        described = [convert_to_openai_tool(one) for one in tools]
        return self.bind(tools=described, tool_choice=tool_choice, **kwargs)

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002 - the library's own signature
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002 - likewise
        tools: Sequence[dict[str, JsonValue]] = (),
        **_: Any,  # noqa: ANN401 - likewise
    ) -> ChatResult:
        """What the model goes on with.

        Raises:
            LanguageModelError: Nothing.
        """
        answer = self.asked.ask(talk(self.workspace, self.prompt, messages, tools))
        if not isinstance(answer, Said):
            raise UnusableAnswerError(f"{self.asked.name} gave no message.", answer.usage)
        if answer.finish == "refused":
            raise UnusableAnswerError(f"{self.asked.name} would not answer this.", answer.usage)
        message = answer.message
        if message.id in {one.id for one in messages}:  # it would take the other's place
            message = message.model_copy(update={"id": None})
        return ChatResult(generations=[ChatGeneration(message=message)])
