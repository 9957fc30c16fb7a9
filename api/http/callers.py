"""Who asks: a key's user in the key's workspace, or on this machine its own user without a key."""

from ipaddress import ip_address
from typing import NamedTuple

from fastapi import HTTPException
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Address, Headers

from api.http.hosts import LOOPBACK, host_name
from api.keys import PREFIX, SCOPES, digest_of
from memory.base import Store

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
"""Headers by which a proxy says that it asks for somebody else."""


class Caller(NamedTuple):
    """Who asks, in which workspace, and what they may do: `read`, `write`."""

    workspace: str
    actor: str
    scopes: frozenset[str]


class Porter:
    """Tells who stands at the door.

    Args:
        store: Where keys are looked up.
        resident: Who asks without a key from this machine; None where nobody may.
    """

    def __init__(self, store: Store, resident: Caller | None) -> None:
        self._store = store
        self._resident = resident

    async def caller(self, headers: Headers, client: Address | None) -> Caller:
        """Who asks. A key that is given decides, also on this machine.

        Raises:
            HTTPException: 401, with nothing that tells a wrong key from a revoked one.
        """
        given = headers.getlist("authorization")
        if given:
            return await self._of_key(given)
        if self._resident and _from_here(headers, client):
            return self._resident
        raise _unauthenticated(
            "This needs an API key: send `Authorization: Bearer tandem_…`. "
            "`tandem key new NAME` makes one."
        )

    async def _of_key(self, given: list[str]) -> Caller:
        scheme, _, secret = given[0].partition(" ")
        if len(given) > 1 or scheme.lower() != "bearer" or not secret.startswith(PREFIX):
            raise _unauthenticated("Send one header `Authorization: Bearer tandem_…`.", wrong=True)
        # Looked up by its digest: how long that takes tells nothing about the 256 random bits
        # behind a stored digest, so no comparison in constant time is needed.
        found = await run_in_threadpool(self._store.workspace_of, digest_of(secret))
        if found is None:
            raise _unauthenticated("This key lets nobody in; it may be revoked.", wrong=True)
        workspace, key = found
        return Caller(workspace, key.user, frozenset(key.scopes))


def resident(workspace: str, user: str) -> Caller:
    """The user of this machine, who may do everything."""
    return Caller(workspace, user, frozenset(SCOPES))


def _from_here(headers: Headers, client: Address | None) -> bool:
    """Whether nobody but this machine asks: a proxy on it would ask for anybody."""
    return (
        client is not None
        and _is_loopback(client.host)
        and host_name(headers.get("host", "")) in LOOPBACK
        and not any(name in headers for name in FORWARDED)
    )


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _unauthenticated(detail: str, *, wrong: bool = False) -> HTTPException:
    error = ', error="invalid_token"' if wrong else ""
    challenge = {"WWW-Authenticate": f'Bearer realm="tandem"{error}'}
    return HTTPException(401, detail, headers=challenge)
