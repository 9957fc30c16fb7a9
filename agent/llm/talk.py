"""A conversation with tools, through the same port as every other question to a model.

So patience, budgets and the limit of asks at once, which fit around any `LanguageModel`, hold for
it as they stand. Messages are LangChain's own: providers want theirs back unchanged.
"""

import json
from collections.abc import Sequence

from langchain_core.messages import AIMessage, BaseMessage, SystemMessage
from pydantic import JsonValue

from agent.llm.port import Answer, Ask

_TOLD = {"type", "content", "tool_calls", "tool_call_id"}


class Talk(Ask):
    """A conversation that a model goes on with, by words or by calls of tools.

    `system` and `user` tell the same as text, by which it can be told from another.

    Attributes:
        messages: The conversation, the rules first.
        tools: What the model may call, each as OpenAI describes a function.
    """

    messages: tuple[BaseMessage, ...]
    tools: tuple[dict[str, JsonValue], ...] = ()


class Said(Answer):
    """What a model went on with; `message` holds its words and calls."""

    message: AIMessage


def talk(
    workspace: str,
    prompt: str,
    messages: Sequence[BaseMessage],
    tools: Sequence[dict[str, JsonValue]],
) -> Talk:
    """A conversation to go on with.

    Args:
        workspace: Whose it is.
        prompt: The prompt's name, version and hash.
        messages: The conversation, the rules first.
        tools: What the model may call.
    """
    rules = [one.text for one in messages if isinstance(one, SystemMessage)]
    rest = [one.model_dump(include=_TOLD) for one in messages if not isinstance(one, SystemMessage)]
    return Talk(
        workspace=workspace,
        source=None,
        prompt=prompt,
        system="\n".join(rules),
        user=json.dumps([*rest, *tools], ensure_ascii=False),
        messages=tuple(messages),
        tools=tuple(tools),
    )
