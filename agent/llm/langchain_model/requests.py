"""A question as LangChain takes it: messages, and the model bound to the shape of the answer."""

from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_openai.chat_models.base import BaseChatOpenAI
from pydantic import JsonValue

from agent.llm.errors import RejectedError, ShapeUnsupportedError
from agent.llm.port import Ask, Shape
from agent.llm.talk import Talk

_METHODS = {"schema": "json_schema", "json": "json_mode"}


def messages_of(ask: Ask) -> list[BaseMessage]:
    """The rules first, which are the same from call to call, so that providers cache them."""
    if isinstance(ask, Talk):
        return [*ask.messages]
    return [SystemMessage(ask.system), HumanMessage(ask.user)]


def bound(chat: BaseChatModel, ask: Ask) -> Runnable[LanguageModelInput, AIMessage]:
    """The model, told what it may call, or the answer's shape where there is one to be enforced.

    Raises:
        RejectedError: LangChain knows no tools for this provider's models.
        ShapeUnsupportedError: LangChain has no such mode for this provider.
    """
    if isinstance(ask, Talk) and ask.tools:
        return _with_tools(chat, ask)
    if ask.shape is None or ask.mode == "plain":
        return chat
    if isinstance(chat, BaseChatOpenAI):
        return chat.bind(response_format=_openai_format(ask.shape, ask))
    try:
        return _structured(chat, ask.shape, _METHODS[ask.mode])
    except (NotImplementedError, TypeError, ValueError):  # each provider's way to say no
        raise ShapeUnsupportedError(
            f"LangChain has no mode `{ask.mode}` for this provider's models."
        ) from None


def _with_tools(chat: BaseChatModel, ask: Talk) -> Runnable[LanguageModelInput, AIMessage]:
    try:
        return chat.bind_tools(ask.tools)
    except NotImplementedError:
        raise RejectedError(
            "LangChain knows no tools for this provider's models; use another model for the chat."
        ) from None


def _openai_format(shape: Shape, ask: Ask) -> dict[str, JsonValue]:
    if ask.mode == "json":
        return {"type": "json_object"}
    schema: JsonValue = {"name": shape.name, "schema": shape.document, "strict": True}
    return {"type": "json_schema", "json_schema": schema}


def _structured(
    chat: BaseChatModel, shape: Shape, method: str
) -> Runnable[LanguageModelInput, AIMessage]:
    """The message itself, whatever LangChain makes of it: it is parsed by those who asked."""
    schema = {"title": shape.name, "description": shape.name, **shape.document}
    told = chat.with_structured_output(schema, method=method, include_raw=True)
    return told | RunnableLambda(_message_in)


def _message_in(told: object) -> AIMessage:
    message = told.get("raw") if isinstance(told, dict) else None
    if not isinstance(message, AIMessage):
        raise TypeError("LangChain gave no message.")
    return message
