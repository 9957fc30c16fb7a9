"""The fake server does what chat completions do, as the real client sees them."""

import pytest
from openai import APIError, BadRequestError, OpenAI
from openai.types.chat import ChatCompletionMessageParam
from openai.types.shared_params import ResponseFormatJSONObject

from tests.fakes.openai_replies import Cuts, Says
from tests.fakes.openai_server import OpenAIServer

HELLO: list[ChatCompletionMessageParam] = [{"role": "user", "content": "Hello."}]
JSON: ResponseFormatJSONObject = {"type": "json_object"}


def client(server: OpenAIServer) -> OpenAI:
    return OpenAI(base_url=server.url, api_key="sk-key", max_retries=0, timeout=5)


def test_an_answer_is_streamed_in_pieces_and_then_its_usage() -> None:
    text = "Nadia signs on the ninth. Über uns: “ja”."
    with OpenAIServer([Says(text)]) as server, client(server) as openai:
        chunks = list(
            openai.chat.completions.create(
                model="m", messages=HELLO, stream=True, stream_options={"include_usage": True}
            )
        )
    pieces = [one.choices[0].delta.content or "" for one in chunks if one.choices]
    assert len(pieces) > 5
    assert "".join(pieces) == text
    assert [one.choices[0].finish_reason for one in chunks if one.choices][-1] == "stop"
    assert chunks[-1].usage is not None
    assert (chunks[-1].usage.prompt_tokens, chunks[-1].usage.completion_tokens) == (100, 10)


@pytest.mark.parametrize("stream", [True, False])
def test_a_tool_is_called(*, stream: bool) -> None:
    reply = Says(tools=(("propose_edit", {"id": "m1"}),))
    with OpenAIServer([reply]) as server, client(server) as openai:
        if stream:
            with openai.chat.completions.stream(model="m", messages=HELLO) as events:
                done = events.get_final_completion()
        else:
            done = openai.chat.completions.parse(model="m", messages=HELLO)
    choice = done.choices[0]
    assert choice.finish_reason == "tool_calls"
    assert choice.message.tool_calls is not None
    (call,) = choice.message.tool_calls
    assert (call.function.name, call.function.arguments) == ("propose_edit", '{"id": "m1"}')


def test_a_stream_can_be_cut() -> None:
    reply = Cuts(Says("Nadia signs on the ninth."), after=400)
    with (
        OpenAIServer([reply]) as server,
        client(server) as openai,
        pytest.raises((APIError, OSError)),
    ):
        list(openai.chat.completions.create(model="m", messages=HELLO, stream=True))


def test_models_are_listed() -> None:
    with OpenAIServer([], models=("a", "b")) as server, client(server) as openai:
        assert [one.id for one in openai.models.list()] == ["a", "b"]


def test_json_mode_needs_the_word() -> None:
    with OpenAIServer([]) as server, client(server) as openai:
        with pytest.raises(BadRequestError, match="must contain the word 'json'"):
            openai.chat.completions.create(model="m", messages=HELLO, response_format=JSON)
        assert server.refused == 1


def test_a_request_nobody_expected_and_a_reply_nobody_asked_for_fail_the_test() -> None:
    with (
        pytest.raises(AssertionError, match=r"^Nobody expected 1 of the requests"),
        OpenAIServer([]) as server,
        client(server) as openai,
        pytest.raises(APIError),
    ):
        openai.chat.completions.create(model="m", messages=HELLO)
    with pytest.raises(AssertionError, match=r"^Nobody asked for"), OpenAIServer([Says("Hi.")]):
        pass


def test_keys_are_not_kept() -> None:
    with OpenAIServer([Says("Hi.")]) as server, client(server) as openai:
        openai.chat.completions.create(model="m", messages=HELLO)
    assert "sk-key" not in repr(server.requests)
