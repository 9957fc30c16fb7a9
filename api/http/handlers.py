"""What happens to errors that routes raise: each becomes a problem, or goes on to the outermost."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from api.errors import EXPECTED
from api.http.deciding import UndecidedError
from api.http.problems import answer, is_fault, problem_of, problem_of_fields, problem_of_http
from api.http.routes import methods_at


async def on_expected(_: Request, error: Exception) -> Response:
    """Errors whose message is for the person who asked; without a status it is a fault."""
    if is_fault(error):
        raise error
    return answer(problem_of(error))


async def on_undecided(_: Request, error: UndecidedError) -> Response:
    """A decision that was not taken."""
    return answer(error.problem)


async def on_http(request: Request, error: HTTPException) -> Response:
    """What the status tells."""
    headers = dict(error.headers or {})
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        # The framework names the methods of the first route at the address only.
        headers["Allow"] = ", ".join(methods_at(request.url.path))
    return answer(problem_of_http(error), headers)


async def on_invalid(_: Request, error: RequestValidationError) -> Response:
    """Fields that cannot be used."""
    return answer(problem_of_fields(error))


HANDLERS: dict[Any, Callable[[Request, Any], Any]] = {
    **dict.fromkeys(EXPECTED, on_expected),
    UndecidedError: on_undecided,
    HTTPException: on_http,
    RequestValidationError: on_invalid,
}
