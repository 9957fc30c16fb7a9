"""The outermost layer: headers of every answer, and the answer where everything else failed."""

import logging
import secrets
from traceback import format_tb

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.problems import Problem, answer

_logger = logging.getLogger(__name__)

REQUEST_ID = "X-Request-Id"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer says to browsers, unless the route says otherwise."""


class Outermost:
    """ASGI middleware around all others."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and answer it where that fails."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = secrets.token_hex(8)
        started = False

        async def send_with_headers(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                headers = MutableHeaders(scope=message)
                for name, value in {**HEADERS, REQUEST_ID: request}.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:  # the outermost loop: one bad request must not end the server
            _log(request, scope, error)
            if started:
                raise
            await answer(unexpected(request))(scope, receive, send_with_headers)


def unexpected(request: str) -> Problem:
    """The problem of a fault of Tandem's own."""
    return Problem(
        title="Something went wrong in Tandem itself.",
        status=500,
        detail=f"Tandem could not do this. Its log tells more under request {request}.",
        request=request,
    )


def _log(request: str, scope: Scope, error: BaseException) -> None:
    """Say where it went wrong. Messages of errors may quote customers' words and stay out."""
    lines = [f"Request {request} failed: {scope['method']} {scope['path']!r}"]
    link: BaseException | None = error
    while link is not None:
        kind = f"{type(link).__module__}.{type(link).__qualname__}"
        lines.append(f"{kind}, raised through:\n{''.join(format_tb(link.__traceback__))}")
        link = link.__cause__ or link.__context__
    _logger.error("\n".join(lines))
