"""Bodies of requests: of the kind a route takes, cut off at its limit, and no deeper than sane."""

from collections.abc import Callable, Coroutine, Iterator
from typing import Any, ClassVar

from fastapi import HTTPException
from fastapi.routing import APIRoute
from pydantic_core import from_json
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message, Receive

from plan.thresholds import DEFAULTS

JSON_BYTES = 1024 * 1024
JSON_VALUES = 20_000
"""A plan of 1,000 items has some 12,000 values. Each wrong one costs a kilobyte to complain of."""
UPLOAD_BYTES = DEFAULTS.file_bytes + 64 * 1024
"""A file of the largest size, and what multipart/form-data writes around it."""


class JsonRequest(Request):
    """A request whose JSON is parsed strictly: of bounded depth, in Unicode, without NaN."""

    async def json(self) -> object:
        """The body.

        Raises:
            HTTPException: 400: it is no JSON. 413: it holds too much.
        """
        try:
            value = from_json(await self.body(), allow_inf_nan=False)
        except ValueError as error:
            raise HTTPException(400, f"The body is no JSON: {error}.") from None
        if any(count >= JSON_VALUES for count, _ in enumerate(_values(value))):
            raise HTTPException(413, f"The body has more than {JSON_VALUES:,} values.")
        return value


class JsonRoute(APIRoute):
    """A route whose body, if it has one, is JSON."""

    media_type: ClassVar[str] = "application/json"
    limit: ClassVar[int] = JSON_BYTES

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, given a request that holds to the route's limits."""
        handle = super().get_route_handler()

        async def bounded(request: Request) -> Response:
            if self.body_field is None:
                return await handle(request)
            _check_media_type(request, self.media_type)
            receive = cut_off(request.receive, self.limit, request.headers.get("content-length"))
            return await handle(JsonRequest(request.scope, receive))

        return bounded


class UploadRoute(JsonRoute):
    """A route that takes a file with form fields."""

    media_type = "multipart/form-data"
    limit = UPLOAD_BYTES


class StreamRoute(JsonRoute):
    """A route that answers with events as they come; they are stored nowhere on their way."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler, whose answers no cache keeps."""
        handle = super().get_route_handler()

        async def unkept(request: Request) -> Response:
            response = await handle(request)
            response.headers["Cache-Control"] = "no-store"
            return response

        return unkept


def cut_off(receive: Receive, limit: int, announced: str | None) -> Receive:
    """A `receive` that refuses more than `limit` bytes, at once where more are announced.

    Raises:
        HTTPException: When called: 413.
    """
    got = 0
    # More digits than twenty are refused all the same, and are not worth a long conversion.
    too_large = bool(announced and announced.isdecimal() and int(announced[:20]) > limit)

    async def bounded() -> Message:
        nonlocal got
        if too_large:
            raise _too_large(limit)
        message = await receive()
        got += len(message.get("body", b""))
        if got > limit:
            raise _too_large(limit)
        return message

    return bounded


def _values(value: object) -> Iterator[object]:
    """The value and all that it holds."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        yield one
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, list):
            waiting.extend(one)


def _too_large(limit: int) -> HTTPException:
    most = f"{limit // 1024:,} KB"
    return HTTPException(413, f"This is too large: here a request has at most {most}.")


def _check_media_type(request: Request, wanted: str) -> None:
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != wanted:
        raise HTTPException(415, f"Send this as {wanted}, and say so in Content-Type.")
