import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent.llm.errors import BusyError, LanguageModelError, RejectedError
from agent.llm.failures import Failure, failure_of
from agent.llm.meanings import meaning
from agent.llm.port import Ask

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ASK = Ask(workspace="w", source=None, prompt="p", system="Rules.", user="Matter.")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["error", "message", "code", "detail", "x"]), inner)
    ),
)


@dataclass
class Response:
    status_code: int
    text: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


class ClientError(Exception):
    def __init__(self, response: Response) -> None:
        super().__init__("Error code: 400 - everything that was sent")
        self.response = response


class StatusError(Exception):
    status_code = 404


class NetworkError(Exception):
    pass


class ModelRateLimitError(Exception):
    """Named as LangChain's is."""


class GoogleRateLimitError(ModelRateLimitError):
    pass


def told_of(error: Exception, *secrets: str) -> Failure:
    return failure_of(error, (NetworkError,), secrets, NOW)


def test_any_clients_error_with_a_response_is_read() -> None:
    response = Response(429, '{"error": {"message": "Slow down.", "code": "busy"}}')
    response.headers = {"retry-after": "3"}
    failure = told_of(ClientError(response))
    assert failure == Failure(status=429, code="busy", told="Slow down", retry_after=3)


def test_an_error_without_a_response_is_known_by_langchains_name() -> None:
    assert told_of(GoogleRateLimitError("Slow down.")).status == 429


@pytest.mark.parametrize("said", ["No such model.", {"error": "No such model."}])
def test_an_error_with_a_status_and_no_response_is_read(said: object) -> None:
    assert told_of(StatusError(said)) == Failure(status=404, told="No such model")


def test_the_innermost_cause_of_a_network_error_is_told() -> None:
    error = NetworkError("Connection error.")
    error.__cause__ = OSError(111, "Connection refused")
    assert told_of(error) == Failure(told="[Errno 111] Connection refused")


def test_anything_else_is_an_answer_that_is_none() -> None:
    assert told_of(TypeError("'NoneType' object is not iterable")).status == 200


@pytest.mark.parametrize("text", ["<html>", "", "[1, 2]", "null", '{"error": null}'])
def test_a_response_without_a_message_tells_none(text: str) -> None:
    assert told_of(ClientError(Response(400, text))) == Failure(status=400)


def test_keys_are_taken_out() -> None:
    text = json.dumps({"message": "Bad key abc-DEF, or sk-proj-9Zz***xyz, in `Bearer sk-1`."})
    assert told_of(ClientError(Response(403, text)), "abc-DEF").told == (
        "Bad key ***, or *** in `Bearer ***"
    )


@given(st.integers(200, 599), JSON)
def test_any_failure_has_a_meaning_on_one_line(status: int, body: object) -> None:
    failure = told_of(ClientError(Response(status, json.dumps(body))))
    error = meaning(failure, "openai:x", ASK)
    assert isinstance(error, LanguageModelError)
    assert len(str(error).splitlines()) == 1
    assert len(str(error)) < 500
    assert str(error).endswith(".")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, RejectedError),
        (401, RejectedError),
        (404, RejectedError),
        (418, RejectedError),
        (408, BusyError),
        (429, BusyError),
        (500, BusyError),
        (599, BusyError),
        (None, BusyError),
    ],
)
def test_only_what_may_pass_is_busy(status: int | None, kind: type[Exception]) -> None:
    assert type(meaning(Failure(status=status), "openai:x", ASK)) is kind
