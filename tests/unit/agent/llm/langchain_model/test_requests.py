from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel, LanguageModelInput
from langchain_core.messages import AIMessage
from langchain_core.runnables import Runnable, RunnableLambda
from pydantic import BaseModel

from agent.llm.errors import ShapeUnsupportedError
from agent.llm.langchain_model.requests import bound, messages_of
from agent.llm.port import Ask, Mode
from agent.llm.shapes import shape_of


class Found(BaseModel):
    who: str


ASK = Ask(
    workspace="w", source=None, prompt="p", system="Rules.", user="Matter.", shape=shape_of(Found)
)


class Structuring(FakeListChatModel):
    """A provider's model as LangChain has them: it takes a schema and a method."""

    def with_structured_output(
        self,
        schema: dict[str, Any] | type,
        *,
        include_raw: bool = False,
        method: str = "function_calling",
        **_: object,
    ) -> Runnable[LanguageModelInput, dict[str, Any] | BaseModel]:
        if method == "json_mode":
            raise ValueError("Unrecognized method.")
        assert isinstance(schema, dict)
        told = f"{schema['title']} {method} {include_raw}"
        return RunnableLambda(lambda _: {"raw": AIMessage(told), "parsed": None})


def test_the_rules_come_first() -> None:
    assert [(one.type, one.content) for one in messages_of(ASK)] == [
        ("system", "Rules."),
        ("human", "Matter."),
    ]


def test_a_provider_is_told_the_shape_in_langchains_way() -> None:
    model = bound(Structuring(responses=[]), ASK)
    assert model.invoke("Hello.").text == "Found json_schema True"


def test_a_mode_that_a_provider_has_not_is_unsupported() -> None:
    with pytest.raises(ShapeUnsupportedError, match="`json`"):
        bound(Structuring(responses=[]), ASK.model_copy(update={"mode": "json"}))


@pytest.mark.parametrize("mode", ["schema", "json"])
def test_a_provider_without_structured_answers_is_asked_in_plain_words(mode: Mode) -> None:
    chat = FakeListChatModel(responses=["Yes."])
    with pytest.raises(ShapeUnsupportedError):
        bound(chat, ASK.model_copy(update={"mode": mode}))
    assert bound(chat, ASK.model_copy(update={"mode": "plain"})).invoke("Hello.").text == "Yes."
