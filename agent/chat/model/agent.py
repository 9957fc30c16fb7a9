"""The agent: LangChain's, over Tandem's tools and a model behind Tandem's port."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from typing import Any

from langchain.agents import create_agent
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_core.tools import BaseTool
from langsmith import tracing_context

from agent.chat.model.speaking import Speaking
from prompts.loader import Rendered

_ONE_AFTER_ANOTHER = 1
"""Tools that are called at once run in order, so that ids are the same each time."""


def steps(
    model: Speaking, tools: Sequence[BaseTool], rendered: Rendered, *, trace: bool
) -> Iterator[AIMessage]:
    """What a model says and calls, message by message, the answer last.

    Nothing is asked or called before the next message is taken; closing it ends the agent.

    Args:
        model: The model.
        tools: What it may call.
        rendered: The prompt.
        trace: Whether LangSmith may see it.

    Raises:
        LanguageModelError: The model could not be asked.
    """
    agent: Any = create_agent(model, tools, system_prompt=SystemMessage(rendered.system))
    begun = {"messages": [HumanMessage(rendered.user)]}
    config = {"max_concurrency": _ONE_AFTER_ANOTHER}
    with closing(agent.stream(begun, config, stream_mode="updates")) as stream:
        while True:
            # The setting is a thread's own, and whoever takes messages may do so in several.
            with tracing_context(enabled=trace):
                update = next(stream, None)
            if update is None:
                return
            yield from _messages(update)


def _messages(update: dict[str, Any]) -> Iterator[AIMessage]:
    said = update.get("model") or {}
    yield from (one for one in said.get("messages", ()) if isinstance(one, AIMessage))
