"""The addresses, by what they are about. Each is one unit of work and as thin as it can be."""

from fastapi.routing import APIRoute

from api.http.addresses import PREFIX
from api.http.routes import (
    chat,
    deals,
    decisions,
    files,
    proposals,
    risks,
    service,
    sources,
    uploads,
)

ROUTERS = (
    service.router,
    files.router,
    uploads.router,
    deals.router,
    sources.router,
    proposals.router,
    decisions.router,
    risks.router,
    chat.router,
    chat.streams,
)


def methods_at(path: str) -> tuple[str, ...]:
    """The methods that an address takes, in order of the alphabet."""
    below = path.removeprefix(PREFIX)
    routes = (one for router in ROUTERS for one in router.routes if isinstance(one, APIRoute))
    found = {name for one in routes if one.path_regex.match(below) for name in one.methods or ()}
    return tuple(sorted(found))
