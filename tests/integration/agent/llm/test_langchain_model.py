import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from langsmith import Client, tracing_context
from pydantic import BaseModel

from agent.llm.errors import (
    BusyError,
    LanguageModelError,
    RejectedError,
    ShapeUnsupportedError,
)
from agent.llm.langchain_model import LangChainModel
from agent.llm.port import Answer, Ask, Mode
from agent.llm.shapes import shape_of
from plan.usage import Usage
from tests.fakes.openai_replies import Cuts, Fails, Reply, Says, Sends, Waits
from tests.fakes.openai_server import OpenAIServer, Request

KEY = "sk-proj-Abc123Abc123Abc123Abc123"
WORDS = "Nadia will sign on the ninth."


class Found(BaseModel):
    who: str
    day: int | None


ASK = Ask(
    workspace="w",
    source="acme.s1",
    prompt="read/v1#abc",
    system="Answer in JSON.",
    user=WORDS,
    shape=shape_of(Found),
)
PLAIN = ASK.model_copy(update={"shape": None})
ONCE = Usage(attempts=1)
UNTOLD = Usage(attempts=1, money=None)
"""Of a server that tells no tokens: nobody knows what they cost."""
FULL = Usage(tokens_in=100, tokens_out=10, attempts=1)
TEXT = '{"who": "Nadia", "day": 9}'

ModelOf = Callable[..., LangChainModel]


def in_mode(mode: Mode) -> Ask:
    return ASK.model_copy(update={"mode": mode})


def test_a_question_goes_out_as_it_is_and_its_answer_comes_back(model_of: ModelOf) -> None:
    with OpenAIServer([Says(TEXT)], key=KEY) as server:
        assert model_of(server).ask(ASK) == Answer(text=TEXT, usage=FULL)
    (request,) = server.requests
    assert (request.system, request.user) == (ASK.system, ASK.user)
    assert request.body["model"] == "gpt-fake"
    assert request.body["temperature"] == 0
    assert not request.body.get("stream")
    assert request.body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "Found", "schema": shape_of(Found).document, "strict": True},
    }


@pytest.mark.parametrize(
    ("ask", "format_"),
    [(in_mode("json"), "json_object"), (in_mode("plain"), "text"), (PLAIN, "text")],
)
def test_less_strict_modes_ask_the_server_for_less(
    model_of: ModelOf, ask: Ask, format_: str
) -> None:
    with OpenAIServer([Says(TEXT)]) as server:
        assert model_of(server).ask(ask).text == TEXT
    assert server.requests[0].format == format_


@pytest.mark.parametrize("ask", [ASK, in_mode("json"), PLAIN])
@pytest.mark.parametrize(
    ("reply", "answer"),
    [
        (Says('{"who', "length"), Answer(text='{"who', usage=FULL, finish="length")),
        (Says("", "content_filter"), Answer(text="", usage=FULL, finish="refused")),
        (Says(refusal="I will not."), Answer(text="I will not.", usage=FULL, finish="refused")),
        (Says(TEXT, tokens=None), Answer(text=TEXT, usage=UNTOLD)),
        (Says("a\ud800b\0c"), Answer(text="a?bc", usage=FULL)),
        (Says(tools=(("Found", {"who": "Nadia"}),)), Answer(text='{"who": "Nadia"}', usage=FULL)),
    ],
)
def test_every_way_an_answer_ends_is_told(
    model_of: ModelOf, ask: Ask, reply: Says, answer: Answer
) -> None:
    with OpenAIServer([reply]) as server:
        assert model_of(server).ask(ask) == answer


BUSY: list[tuple[Reply, str]] = [
    (Fails(500), r"fails \(HTTP status 500\): It failed\. Try again later\.$"),
    (Fails(503), r"\(HTTP status 503\)"),
    (Fails(529, "Overloaded"), r"\(HTTP status 529\): Overloaded"),
    (Fails(429, "Rate limit reached."), r"no more requests for the moment \(HTTP status 429\)"),
    (Fails(408), r"HTTP status 408"),
    (Sends(b"<html>Bad gateway</html>", 502, "text/html"), r"\(HTTP status 502\)\. Try"),
    (Sends(b"", 504), r"HTTP status 504"),
    (Cuts(Says(TEXT), 0), r"gives no answer: .*disconnected"),
    (Cuts(Says(TEXT), 60), r"gives no answer: .*closed connection|incomplete"),
    (Waits(60, Says(TEXT)), r"gives no answer: .*timed out"),
    (Sends(b'{"error": {"message": "Upstream is down.", "code": 502}}'), r"Upstream is down"),
]


@pytest.mark.parametrize("ask", [ASK, PLAIN])
@pytest.mark.parametrize(("reply", "told"), BUSY)
def test_passing_failures_are_told_as_such(
    model_of: ModelOf, ask: Ask, reply: Reply, told: str
) -> None:
    with OpenAIServer([reply]) as server, pytest.raises(BusyError, match=told) as raised:
        model_of(server, timeout=0.3).ask(ask)
    assert raised.value.usage == ONCE
    assert len(server.requests) == 1, "the client itself asks once"


def test_a_server_that_is_not_there_is_told(model_of: ModelOf) -> None:
    with OpenAIServer([]) as server:
        model = model_of(server)
    with pytest.raises(BusyError, match=r"gives no answer: .*refused"):
        model.ask(ASK)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("7", 7.0),
        ("0.5", 0.5),
        ("-3", 0.0),
        ("Mon, 02 Mar 2026 09:00:30 GMT", 30.0),
        ("Mon, 02 Mar 2026 08:00:00 GMT", 0.0),
        ("soon", None),
        ("inf", None),
    ],
)
def test_when_to_ask_again_is_kept(model_of: ModelOf, header: str, seconds: float | None) -> None:
    reply = Fails(429, headers={"Retry-After": header})
    with OpenAIServer([reply]) as server, pytest.raises(BusyError) as raised:
        model_of(server).ask(ASK)
    assert raised.value.retry_after == seconds


REJECTED: list[tuple[Reply, str]] = [
    (
        Fails(401, f"Incorrect API key provided: {KEY}."),
        r"refused the key; .* for openai\) \(HTTP status 401\)\.$",
    ),
    (Fails(403, "Not in your country."), r"key use this model.*\(HTTP status 403\): Not in your"),
    (Fails(404, "No such model."), r"knows no such model.*TANDEM_MODEL"),
    (Fails(429, "Exceeded.", code="insufficient_quota"), r"wants to be paid first"),
    (Fails(400, "Too long.", code="context_length_exceeded"), r"no question of this length"),
    (Fails(400, f"Bad {KEY} thing."), r"refused the request \(HTTP status 400\): Bad \*\*\* thing"),
    (Fails(422, "Bad\nthing. " * 99), r"^.{1,400}$"),
    (Sends(b'{"detail": [{"loc": ["body"], "msg": "Bad top_k."}]}', 422), r"422\): Bad top_k\.$"),
    (Sends(b'{"error": "no model loaded"}', 404), r"no model loaded"),
    (
        Sends(b"<html>Sign in</html>", 200, "text/html"),
        r"in a form that is none; .*OPENAI_BASE_URL",
    ),
    (Sends(b"{broken"), r"in a form that is none"),
    (Sends(b"{}"), r"in a form that is none"),
    (Sends(b"[]"), r"in a form that is none"),
    (Sends(b"null"), r"in a form that is none"),
    (Sends(b'{"choices": []}'), r"in a form that is none"),
    (Sends(b'{"choices": [{"message": null}]}'), r"in a form that is none"),
    (Sends(b'{"choices": [{"message": {"content": "\xff"}}]}'), r"in a form that is none"),
]


@pytest.mark.parametrize("ask", [ASK, PLAIN])
@pytest.mark.parametrize(("reply", "told"), REJECTED)
def test_what_is_not_taken_says_what_to_mend(
    model_of: ModelOf, ask: Ask, reply: Reply, told: str
) -> None:
    with OpenAIServer([reply]) as server, pytest.raises(RejectedError, match=told) as raised:
        model_of(server).ask(ask)
    assert raised.value.usage == ONCE


def test_a_wrong_key_and_an_unknown_model_are_the_servers_to_refuse(model_of: ModelOf) -> None:
    with OpenAIServer([], key="another") as server, pytest.raises(RejectedError, match="the key"):
        model_of(server).ask(ASK)
    with OpenAIServer([], models=("gpt-real",)) as server:
        model = model_of(server)
        with pytest.raises(RejectedError, match="`gpt-fake` does not exist"):
            model.ask(ASK)


@pytest.mark.parametrize(
    "reply",
    [
        Fails(400, "'response_format' of type 'json_schema' is not supported with this model."),
        Fails(400, "Invalid schema for response_format 'Found'.", param="response_format"),
        Fails(400, "This response_format type is unavailable now"),
        Fails(400, "This model does not support response format `json_schema`."),
        Sends(
            b'{"detail": [{"loc": ["body", "response_format", "type"],'
            b" \"msg\": \"response_format: Input should be 'text' or 'json_object'\"}]}",
            422,
        ),
        Fails(500, "response_format type must be one of: text, json_object"),
    ],
)
def test_a_server_without_schemas_is_asked_for_one_once(model_of: ModelOf, reply: Reply) -> None:
    with OpenAIServer([reply, Says(TEXT)]) as server:
        model = model_of(server)
        with pytest.raises(ShapeUnsupportedError, match="mode `schema`") as raised:
            model.ask(ASK)
        assert raised.value.usage == ONCE
        with pytest.raises(ShapeUnsupportedError) as raised:
            model.ask(ASK)
        assert raised.value.usage == Usage(), "it is known, and nothing went out"
        assert model.ask(in_mode("json")).text == TEXT


def test_a_model_with_a_temperature_of_its_own_is_asked_again_without_one(
    model_of: ModelOf,
) -> None:
    refusal = Fails(400, "Unsupported value: 'temperature' does not support 0 with this model.")
    with OpenAIServer([refusal, Says(TEXT), Says(TEXT)]) as server:
        model = model_of(server)
        assert model.ask(ASK).usage == FULL + ONCE
        assert model.ask(ASK).usage == FULL
    assert ["temperature" in one.body for one in server.requests] == [True, False, False]


def test_a_temperature_that_stays_refused_is_an_error(model_of: ModelOf) -> None:
    refusal = Fails(400, "No temperature, please.")
    with OpenAIServer([refusal, refusal]) as server:
        model = model_of(server)
        with pytest.raises(RejectedError) as raised:
            model.ask(ASK)
    assert raised.value.usage == ONCE + ONCE


@pytest.mark.parametrize(("name", "takes"), [("o4-mini", False), ("gpt-4.1-mini", True)])
def test_what_is_known_of_a_model_is_used(model_of: ModelOf, name: str, *, takes: bool) -> None:
    with OpenAIServer([Says(TEXT)]) as server:
        model = model_of(server, name=f"openai:{name}")
        model.ask(ASK)
        assert model.window > 128_000
        assert model_of(server).window == 128_000
    assert ("temperature" in server.requests[0].body) is takes


def test_asks_of_several_threads_are_answered_at_the_same_time(model_of: ModelOf) -> None:
    together = Barrier(4, timeout=30)

    def reply(request: Request) -> Reply:
        together.wait()
        return Says(request.user, tokens=(len(request.user), 1))

    asks = [ASK.model_copy(update={"user": "x" * n}) for n in range(1, 5)]
    with OpenAIServer(reply) as server, ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(model_of(server).ask, asks))
    assert [one.text for one in answers] == [one.user for one in asks]
    assert [one.usage.tokens_in for one in answers] == [1, 2, 3, 4]


def test_a_server_that_tells_no_tokens_is_complained_of_once(
    model_of: ModelOf, caplog: pytest.LogCaptureFixture
) -> None:
    with OpenAIServer([Says(TEXT, tokens=None)] * 2) as server:
        model = model_of(server)
        model.ask(ASK)
        model.ask(ASK)
    told = [one.getMessage() for one in caplog.records]
    assert sum("openai:gpt-fake tells no tokens" in one for one in told) == 1


@pytest.mark.parametrize("reply", [Says(TEXT), *(one for one, _ in (*BUSY, *REJECTED))])
def test_no_key_is_ever_told_and_no_words_where_it_failed(
    model_of: ModelOf, caplog: pytest.LogCaptureFixture, reply: Reply
) -> None:
    caplog.set_level(logging.INFO)
    told = ""
    with OpenAIServer([reply]) as server:
        model = model_of(server, timeout=0.3)
        try:
            model.ask(ASK)
        except LanguageModelError as error:
            told = f"{error!r} {error.__cause__!r} {vars(error)}"
    assert KEY not in told + caplog.text
    assert WORDS not in told + caplog.text


def test_nothing_is_traced_also_where_tracing_is_on(model_of: ModelOf) -> None:
    with OpenAIServer([]) as tracing, OpenAIServer([Says(TEXT)]) as server:
        at_once = Client(api_url=tracing.url, api_key="lsv2_key", auto_batch_tracing=False)
        with tracing_context(enabled=True, client=at_once):
            assert model_of(server).ask(ASK).text == TEXT
