"""How a request to a provider failed, told from the error that its client raised."""

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Protocol, runtime_checkable

from pydantic import JsonValue

from plan.models import Frozen

ANSWERED = 200
"""The status of a failure that is an answer, but none in the form of one."""

_TOLD_LENGTH = 200
_MESSAGES = ("message", "error", "detail", "msg")
_ERRORS = range(400, 600)
_KINDS = {
    "ModelAuthenticationError": 401,
    "ModelPermissionDeniedError": 403,
    "ModelNotFoundError": 404,
    "ContextOverflowError": 413,
    "ModelInvalidRequestError": 400,
    "ModelRateLimitError": 429,
    "ModelAPIError": 500,
}
"""LangChain's names for what a status says, for clients whose errors have no response."""


class Failure(Frozen):
    """How a request failed.

    Attributes:
        status: The HTTP status; None where no answer came.
        code: The provider's short name for the failure.
        told: What the provider or the network says, on one line, without keys.
        retry_after: After how many seconds the provider may be asked again, if it says so.
    """

    status: int | None = None
    code: str = ""
    told: str = ""
    retry_after: float | None = None


@runtime_checkable
class _Response(Protocol):
    """The response that an HTTP client's error carries."""

    status_code: int
    headers: Mapping[str, str]
    text: str


def failure_of(
    error: BaseException,
    network: tuple[type[Exception], ...],
    secrets: Collection[str],
    now: datetime,
) -> Failure:
    """How the request failed that raised `error`.

    Args:
        error: What the provider's client or LangChain raised.
        network: Errors that say that no answer came.
        secrets: What must not be told, such as keys.
        now: The instant, for a time after which the provider may be asked again.
    """
    response = getattr(error, "response", None)
    if isinstance(response, _Response):
        failure = _of_response(response, now)
    elif isinstance(error, network):
        failure = Failure(told=_deepest(error))
    else:
        failure = _of_error(error)
    return failure.model_copy(update={"told": _fit_to_tell(failure.told, secrets)})


def _of_response(response: _Response, now: datetime) -> Failure:
    try:
        body: JsonValue = json.loads(response.text)
    except ValueError:  # a page of a proxy, or nothing
        body = None
    named = _seconds_until(response.headers.get("retry-after", ""), now)
    return _of_body(response.status_code, body).model_copy(update={"retry_after": named})


def _of_error(error: BaseException) -> Failure:
    """An error without a response may have a status, a body for its text, or a telling name."""
    given = getattr(error, "status_code", None)
    status = given if isinstance(given, int) and given in _ERRORS else ANSWERED
    if error.args and isinstance(error.args[0], dict):
        return _of_body(status, error.args[0])
    named = (_KINDS[kind.__name__] for kind in type(error).__mro__ if kind.__name__ in _KINDS)
    return Failure(status=next(named, status), told=str(error))


def _of_body(status: int, body: JsonValue) -> Failure:
    """Some gateways answer 200 with an error in the body, which has the true status."""
    code = _code_in(body)
    if status == ANSWERED and code.isdecimal() and int(code) in _ERRORS:
        status = int(code)
    return Failure(status=status, code=code, told=_said_in(body))


def _code_in(body: JsonValue) -> str:
    told = body.get("error", body) if isinstance(body, dict) else None
    return str(told.get("code", "")) if isinstance(told, dict) else ""


def _said_in(body: JsonValue) -> str:
    """The message in a failure's body, in whichever of the usual places; empty without one."""
    if isinstance(body, str):
        return body
    if isinstance(body, list):
        return "; ".join(filter(None, map(_said_in, body)))
    if not isinstance(body, dict):
        return ""
    return next(filter(None, (_said_in(body.get(key)) for key in _MESSAGES)), "")


def _deepest(error: BaseException) -> str:
    """What the innermost cause says, which is nearest to what happened."""
    said = str(error)
    while (cause := error.__cause__) is not None:
        error, said = cause, str(cause) or said
    return said


def _seconds_until(header: str, now: datetime) -> float | None:
    """Seconds until what a Retry-After header says: seconds or a date; None where it is neither."""
    try:
        seconds = float(header)
    except ValueError:
        return _until_date(header, now)
    return max(0.0, seconds) if isfinite(seconds) else None


def _until_date(header: str, now: datetime) -> float | None:
    try:
        at = parsedate_to_datetime(header)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return max(timedelta(), at - now).total_seconds()


def _fit_to_tell(text: str, secrets: Collection[str]) -> str:
    """A message on one line and short, without secrets and what else looks like a key."""
    for secret in filter(None, secrets):
        text = text.replace(secret, "***")
    words = ("***" if "sk-" in word else word for word in text.split())
    return " ".join(words)[:_TOLD_LENGTH].rstrip(". ")
