"""The bytes of chat completions: whole, streamed, and errors."""

import json
from collections.abc import Iterator

from pydantic import JsonValue

from tests.fakes.openai_replies import Fails, Says

_WORDS = 5
"""So many characters a streamed piece."""


def completion(reply: Says, model: str) -> bytes:
    """A whole completion."""
    choice: JsonValue = {"index": 0, "message": _message(reply), "finish_reason": _finish(reply)}
    return _bytes(_document("chat.completion", model, [choice], _usage(reply)))


def stream(reply: Says, model: str, *, usage: bool) -> Iterator[bytes]:
    """The events of a streamed completion, its usage in one of its own as the client asks for."""
    for delta in _deltas(reply):
        choice: JsonValue = {"index": 0, "delta": delta, "finish_reason": None}
        yield _event(_document("chat.completion.chunk", model, [choice], None))
    last: JsonValue = {"index": 0, "delta": {}, "finish_reason": _finish(reply)}
    yield _event(_document("chat.completion.chunk", model, [last], None))
    if usage:
        yield _event(_document("chat.completion.chunk", model, [], _usage(reply)))
    yield b"data: [DONE]\n\n"


def error(reply: Fails) -> bytes:
    """An error in OpenAI's form."""
    told: JsonValue = {
        "message": reply.message,
        "type": "invalid_request_error",
        "param": reply.param,
        "code": reply.code,
    }
    return _bytes({"error": told})


def models(names: tuple[str, ...]) -> bytes:
    """The list of models."""
    listed: list[JsonValue] = [
        {"id": name, "object": "model", "created": 0, "owned_by": "nobody"} for name in names
    ]
    return _bytes({"object": "list", "data": listed})


def _document(
    kind: str, model: str, choices: list[JsonValue], usage: JsonValue
) -> dict[str, JsonValue]:
    return {
        "id": "chatcmpl-1",
        "object": kind,
        "created": 0,
        "model": model,
        "choices": choices,
        "usage": usage,
    }


def _message(reply: Says) -> JsonValue:
    message: dict[str, JsonValue] = {
        "role": "assistant",
        "content": None if reply.refusal or reply.tools else reply.text,
        "refusal": reply.refusal,
    }
    if reply.tools:
        message["tool_calls"] = _tools(reply)
    return message


def _deltas(reply: Says) -> Iterator[JsonValue]:
    yield {"role": "assistant", "content": ""}
    if reply.refusal:
        yield {"refusal": reply.refusal}
    for start in range(0, len(reply.text), _WORDS):
        yield {"content": reply.text[start : start + _WORDS]}
    if reply.tools:
        yield {"tool_calls": _tools(reply)}


def _tools(reply: Says) -> list[JsonValue]:
    return [
        {
            "index": place,
            "id": f"call_{place}",
            "type": "function",
            "function": {"name": name, "arguments": json.dumps(arguments)},
        }
        for place, (name, arguments) in enumerate(reply.tools)
    ]


def _finish(reply: Says) -> str:
    return "tool_calls" if reply.tools else reply.finish


def _usage(reply: Says) -> JsonValue:
    if reply.tokens is None:
        return None
    sent, answered = reply.tokens
    return {"prompt_tokens": sent, "completion_tokens": answered, "total_tokens": sent + answered}


def _event(document: dict[str, JsonValue]) -> bytes:
    return b"data: " + _bytes(document) + b"\n\n"


def _bytes(document: dict[str, JsonValue]) -> bytes:
    return json.dumps(document).encode()
