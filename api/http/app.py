"""The HTTP application, put together: the routes, the door before them, and their problems."""

from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.middleware import Middleware

from api.bootstrap import Tandem
from api.http.addresses import DOCUMENT, HEALTH, PREFIX, asks
from api.http.callers import Porter, resident
from api.http.documents import tidy
from api.http.door import Door
from api.http.handlers import HANDLERS
from api.http.outermost import Outermost
from api.http.routes import ROUTERS

DESCRIPTION = (
    "Deals, their plans, and the changes that calls and mail propose to them. Nothing changes a "
    "plan but a decision. Errors are problems by RFC 9457."
)


class Api(FastAPI):
    """FastAPI whose document is tidied once."""

    def openapi(self) -> dict[str, Any]:
        """OpenAPI's document."""
        if self.openapi_schema is None:
            self.openapi_schema = tidy(super().openapi())
        return self.openapi_schema


def create_app(tandem: Tandem, *, loopback: bool = True) -> FastAPI:
    """The JSON API over an application, which the caller closes; it starts no worker.

    Args:
        tandem: The application.
        loopback: Whether the server listens to this machine alone. Only then is the settings'
            user let in without a key.
    """
    settings = tandem.settings
    at_home = resident(settings.workspace, settings.user) if loopback else None
    door = Middleware(
        Door,
        hosts=settings.hosts,
        porter=Porter(tandem.store, at_home),
        open_to_all=frozenset({HEALTH}),
        asks=asks,
    )
    app = Api(
        title="Tandem",
        version="1",
        description=DESCRIPTION,
        openapi_url=DOCUMENT,
        # FastAPI's own pages load scripts from elsewhere; nothing here asks for anything outside.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        form_limits={"max_files": 1, "max_fields": 4, "max_part_size": 1024},
        middleware=[Middleware(Outermost), door],
        exception_handlers=HANDLERS,
        generate_unique_id_function=_operation_id,
        # Spans and logs would carry customers' words to whatever listens to OpenTelemetry.
        telemetry={"tracing": False, "metrics": False, "logs": False, "auto_configure": False},
    )
    app.state.tandem = tandem
    # Made now, so that no two requests make them at once.
    app.state.jobs = tandem.jobs
    app.state.underway = tandem.underway
    api = APIRouter(prefix=PREFIX)
    for router in ROUTERS:
        api.include_router(router)
    app.include_router(api)
    return app


def _operation_id(route: APIRoute) -> str:
    return route.name
