"""What a provider's failure means: one table of statuses, and words a person can act on."""

from agent.llm.errors import BusyError, LanguageModelError, RejectedError, ShapeUnsupportedError
from agent.llm.failures import ANSWERED, Failure
from agent.llm.port import Ask

_UNPAID, _TOO_LONG, _FAILED = 402, 413, 500

_REJECTED = {
    ANSWERED: "answered in a form that is none; check that OPENAI_BASE_URL is an API's address",
    401: "refused the key; check that it is right and still valid (OPENAI_API_KEY for openai)",
    _UNPAID: "wants to be paid first; check the account's credit and limits",
    403: "does not let this key use this model; check what the key and the account may do",
    404: "knows no such model or address; check TANDEM_MODEL, and OPENAI_BASE_URL where it is set",
    _TOO_LONG: "takes no question of this length; use a model with a larger window",
}
_BUSY = {
    408: "waited too long for the request",
    409: "is busy with another request",
    425: "is not ready yet",
    429: "takes no more requests for the moment",
}
_CODES = {
    "invalid_api_key": 401,
    "insufficient_quota": _UNPAID,
    "model_not_found": 404,
    "context_length_exceeded": _TOO_LONG,
}
"""Names that say more than the status beside them: an account without credit answers 429."""

_UNTOLD = frozenset({ANSWERED, 401})
"""With these, what the provider says is no message, or may hold a part of the key."""

_OF_SHAPE = frozenset({400, 415, 422, 500, 501})
"""With these, servers refuse a response_format that they do not know."""

_SHAPE_WORDS = ("response_format", "response format", "json_schema", "json_object")


def meaning(failure: Failure, model: str, ask: Ask) -> LanguageModelError:
    """The error to raise for a failed request.

    Args:
        failure: How it failed.
        model: The model's name, `<provider>:<name>`.
        ask: What was asked.
    """
    place, told = f"The provider of {model}", f": {failure.told}" if failure.told else ""
    if failure.status is None:
        return BusyError(f"{place} gives no answer{told}.")
    number = f"(HTTP status {failure.status})"
    if _is_of_shape(failure, ask):
        text = f"{place} takes no shape of an answer in the mode `{ask.mode}` {number}{told}."
        return ShapeUnsupportedError(text)
    status = _CODES.get(failure.code, failure.status)
    if status in _BUSY or status >= _FAILED:
        text = f"{place} {_BUSY.get(status, 'fails')} {number}{told}. Try again later."
        return BusyError(text, retry_after=failure.retry_after)
    text = f"{place} {_REJECTED.get(status, 'refused the request')} {number}"
    return RejectedError(f"{text}." if status in _UNTOLD else f"{text}{told}.")


def _is_of_shape(failure: Failure, ask: Ask) -> bool:
    sent = ask.shape is not None and ask.mode != "plain"
    said = failure.told.lower()
    return sent and failure.status in _OF_SHAPE and any(word in said for word in _SHAPE_WORDS)
