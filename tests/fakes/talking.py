"""What a model says in a conversation with tools: lines for `ScriptedModel`."""

from collections.abc import Mapping

from langchain_core.messages import AIMessage, ToolMessage
from pydantic import JsonValue

from agent.llm.port import Ask, Finish
from agent.llm.talk import Said, Talk
from tests.fakes.language_models import COSTS


def says(text: str, finish: Finish = "stop") -> Said:
    """Words, with which a conversation ends."""
    return Said(text=text, usage=COSTS, finish=finish, message=AIMessage(text))


def calls(*wanted: tuple[str, Mapping[str, JsonValue]]) -> Said:
    """Calls of tools, all in one message."""
    made = [
        {"name": name, "args": dict(told), "id": f"call-{n}", "type": "tool_call"}
        for n, (name, told) in enumerate(wanted)
    ]
    return Said(text="", usage=COSTS, message=AIMessage("", tool_calls=made))


def talk_in(ask: Ask) -> Talk:
    """The conversation that was asked to go on."""
    assert isinstance(ask, Talk)
    return ask


def tools_in(ask: Ask) -> list[str]:
    """The names of what the model was told that it may call."""
    named = (one["function"] for one in talk_in(ask).tools)
    return [str(one["name"]) for one in named if isinstance(one, dict)]


def results_in(ask: Ask) -> list[str]:
    """What tools returned so far, in order."""
    return [one.text for one in talk_in(ask).messages if isinstance(one, ToolMessage)]
