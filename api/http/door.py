"""The door: what stands before every address, also before those that are not there.

Pages of other sites can make a browser send requests to this machine, and can give their own
host name this machine's address. So only known host names are answered, and nothing is changed
for a page of another origin. There is no CORS: no other page may read an answer either.
"""

from collections.abc import Callable

from fastapi import HTTPException
from starlette.datastructures import Address, Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.callers import Caller, Porter
from api.http.hosts import host_name, same_origin
from api.http.problems import answer, problem_of_http

CALLER = "tandem.caller"
"""Where an admitted request's scope holds its `Caller`."""
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN_PAGES = frozenset({"same-origin", "none"})
"""What browsers say in Sec-Fetch-Site of own pages, and of what a person typed in."""


class Door:
    """ASGI middleware that lets requests in or answers them with a problem.

    Args:
        app: What is behind the door.
        hosts: The host names that are answered, lower case.
        porter: Tells who asks.
        open_to_all: Paths that need no key; they tell nothing and change nothing.
        asks: Tells paths to which questions are sent; whoever may read may ask.
    """

    def __init__(
        self,
        app: ASGIApp,
        hosts: frozenset[str],
        porter: Porter,
        open_to_all: frozenset[str],
        asks: Callable[[str], bool],
    ) -> None:
        self._app = app
        self._hosts = hosts
        self._porter = porter
        self._open_to_all = open_to_all
        self._asks = asks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008, "reason": "No such address."})
        else:
            try:
                await self._admit(scope)
            except HTTPException as refusal:
                refused = answer(problem_of_http(refusal), refusal.headers)
                await refused(scope, receive, send)
            else:
                await self._app(scope, receive, send)

    async def _admit(self, scope: Scope) -> None:
        headers = Headers(scope=scope)
        _check_host(headers, self._hosts)
        if scope["method"] not in SAFE:
            _check_origin(headers, scope["scheme"])
        if scope["path"] in self._open_to_all:
            return
        client = Address(*scope["client"]) if scope.get("client") else None
        caller = await self._porter.caller(headers, client)
        reads = scope["method"] in SAFE or self._asks(scope["path"])
        _check_scope(caller, "read" if reads else "write")
        scope[CALLER] = caller


def _check_host(headers: Headers, hosts: frozenset[str]) -> None:
    named = headers.getlist("host")
    if len(named) != 1 or host_name(named[0]) not in hosts:
        raise HTTPException(
            400,
            "Tandem does not go by this host name; "
            "if it should, name it in TANDEM_ALLOWED_HOSTS where Tandem runs.",
        )


def _check_origin(headers: Headers, scheme: str) -> None:
    own = all(same_origin(one, headers["host"], scheme) for one in headers.getlist("origin"))
    if not own or headers.get("sec-fetch-site", "none") not in OWN_PAGES:
        raise HTTPException(403, "A page of another site asked for this; nothing was changed.")


def _check_scope(caller: Caller, needed: str) -> None:
    if needed not in caller.scopes:
        challenge = f'Bearer realm="tandem", error="insufficient_scope", scope="{needed}"'
        raise HTTPException(
            403,
            f"This key may not {needed}; `tandem key new` makes one with `--scope {needed}`.",
            headers={"WWW-Authenticate": challenge},
        )
