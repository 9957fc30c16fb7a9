"""A conversation with tools over HTTP, through the port that all other questions take."""

import json
import re
from pathlib import Path

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage
from pydantic import JsonValue

from agent.chat.model import ModelChat
from agent.chat.ports import Failing
from agent.llm.at_most import AtMost
from agent.llm.budgeted import Budgeted
from agent.llm.circuit import Circuit
from agent.llm.errors import BusyError, RejectedError
from agent.llm.langchain_model.requests import bound
from agent.llm.patient import Patience, Patient
from agent.llm.prices import Prices
from agent.llm.remembering import key_of
from agent.llm.talk import Said, Talk, talk
from memory.sql import SqlStore
from plan.usage import Usage
from tests.fakes.openai_replies import Fails, Says
from tests.fakes.openai_server import OpenAIServer
from tests.integration.agent.llm.conftest import NOW, ModelOf
from tests.unit.agent.chat.model.orchard import answered, happened

TOOL: dict[str, JsonValue] = {
    "type": "function",
    "function": {
        "name": "blockers",
        "description": "What blocks.",
        "parameters": {"type": "object", "properties": {}},
    },
}
CALL = {"name": "blockers", "args": {}, "id": "call-1", "type": "tool_call"}
BEGUN = (SystemMessage("Rules."), HumanMessage("What blocks?"))
LOOKED = (*BEGUN, AIMessage("", tool_calls=[CALL]), ToolMessage("[c1] this", tool_call_id="call-1"))


def begun(*messages: SystemMessage | HumanMessage | AIMessage | ToolMessage) -> Talk:
    return talk("w", "chat/v1#abc", messages or BEGUN, [TOOL])


def test_a_model_calls_a_tool_and_then_answers(model_of: ModelOf) -> None:
    replies = [Says(tools=(("blockers", {}),)), Says("This. [c1]")]
    with OpenAIServer(replies) as server:
        model = model_of(server)
        first = model.ask(begun())
        last = model.ask(begun(*LOOKED))
    assert isinstance(first, Said)
    assert [one["name"] for one in first.message.tool_calls] == ["blockers"]
    assert isinstance(last, Said)
    assert (last.message.text, last.finish) == ("This. [c1]", "stop")
    assert last.usage == Usage(tokens_in=100, tokens_out=10, attempts=1, money=None)
    asked = [one.body for one in server.requests]
    assert [one["tools"] for one in asked] == [[TOOL], [TOOL]]
    roles = [re.findall(r'"role": "(\w+)"', json.dumps(one["messages"])) for one in asked]
    assert roles == [["system", "user"], ["system", "user", "assistant", "tool"]]


def test_patience_holds_for_it_as_for_every_question(model_of: ModelOf) -> None:
    with OpenAIServer([Fails(429), Says("This.")]) as server:
        patient = Patient(model_of(server), Circuit(), Patience(), sleep=lambda _: None)
        answer = patient.ask(begun())
    assert isinstance(answer, Said)
    assert (answer.message.text, answer.usage.attempts) == ("This.", 2)


def test_its_failures_are_those_of_every_question(model_of: ModelOf) -> None:
    with OpenAIServer([Fails(503), Fails(401)]) as server:
        model = model_of(server)
        with pytest.raises(BusyError, match="fails"):
            model.ask(begun())
        with pytest.raises(RejectedError, match="refused the key"):
            model.ask(begun())


def test_a_model_without_tools_is_told() -> None:
    with pytest.raises(RejectedError, match="knows no tools for this provider's models"):
        bound(FakeListChatModel(responses=[]), begun())


def test_one_conversation_is_told_from_another() -> None:
    keys = {key_of("m", one) for one in (begun(), begun(*LOOKED), talk("w", "p", BEGUN, []))}
    assert len(keys) == 3
    assert key_of("m", begun()) == key_of("m", begun(*BEGUN))


def test_a_chat_over_http_stays_within_the_budget(model_of: ModelOf, tmp_path: Path) -> None:
    store = SqlStore(f"sqlite:///{tmp_path}/tandem.db")
    store.upgrade()
    replies = [Says(tools=(("blockers", {}),)), Says("“Network access open” is blocked. [c1]")]
    with OpenAIServer(replies) as server:
        patient = Patient(model_of(server), Circuit())
        model = AtMost(Budgeted(patient, store, lambda: NOW, Prices(), 200), 1)
        chat = ModelChat(model, store, "w", lambda: NOW)
        last = answered(happened(chat, "What blocks?"))
        (over,) = happened(chat, "And who owns that?")
    store.close()
    assert last.text == "“Network access open” is blocked."
    assert (last.by, last.usage.tokens_in, last.usage.attempts) == ("model:openai:gpt-fake", 200, 2)
    assert isinstance(over, Failing)
    assert "has used 220 of its 200 tokens for today" in over.reason
    assert len(server.requests) == 2
