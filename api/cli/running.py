"""`tandem upgrade`, `serve` and `worker`: what runs."""

import signal
import threading
from contextlib import nullcontext
from datetime import timedelta
from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.memory import tell_of_index
from api.cli.session import Session, err, out, session
from api.cli.sweeping import sweeping
from api.jobs import WorkerRunningError

LOOPBACK = ("127.0.0.1", "localhost", "::1")
KEPT = timedelta(days=7)
"""How long rows of finished jobs are kept."""
GRACE_SECONDS = 5
"""How long a server that is stopped waits for those who still listen to an answer."""


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (upgrade, serve, worker):
        app.command(command.__name__)(command)


def upgrade() -> None:
    """Bring the database up to this program; every first start does so too."""
    with session() as now:
        now.tandem.store.upgrade()
        now.tandem.jobs.upgrade()
    out.print("The database is up to date.")


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    work: Annotated[
        bool, typer.Option("--worker/--no-worker", help="Also read sources here.")
    ] = True,
) -> None:
    """Serve the API, and in the same process read sources and look at risks at midnight.

    Beyond this machine it listens only once there is an API key (`tandem key new`).
    """
    with session(owns_index=True) as now:
        serve_here(now, host or now.tandem.settings.host, port, work=work)


def serve_here(now: Session, host: str, port: int | None, *, work: bool = True) -> None:
    """Serve until interrupted.

    Raises:
        UsageError: The address is beyond loopback and there is no API key.
    """
    import uvicorn

    from api.http.app import create_app

    _shut_door(now, host)
    tell_of_index(now)
    works = work and _start_working(now)
    where = port if port is not None else now.tandem.settings.port
    address = f"http://{_in_url(host)}:{where}"
    err.print(f"Tandem listens on {address} (its API is described at /api/v1/openapi.json).")
    with sweeping(now) if works else nullcontext():
        uvicorn.run(
            create_app(now.tandem, loopback=host in LOOPBACK),
            host=host,
            port=where,
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
        )


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def worker() -> None:
    """Read sources as they arrive and look at risks at midnight, until interrupted."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    with session() as now:
        now.tandem.jobs.launch()
        now.tandem.jobs.forget(now.tandem.now() - KEPT)
        err.print("Tandem reads sources as they arrive. Ctrl-C ends it.")
        with sweeping(now):
            stop.wait()


def _start_working(now: Session) -> bool:
    """Work on jobs here; False where another process does."""
    try:
        now.tandem.jobs.launch()
    except WorkerRunningError:
        err.print("Another process reads the sources already; this one only serves.", style="dim")
        return False
    now.tandem.jobs.forget(now.tandem.now() - KEPT)
    return True


def _shut_door(now: Session, host: str) -> None:
    if host in LOOPBACK:
        return
    if not any(key.revoked_at is None for key in now.api_keys()):
        raise UsageError(
            f"Listening on {host} lets others in, and there is no API key. "
            "Make one with `tandem key new`, or listen on 127.0.0.1."
        )
