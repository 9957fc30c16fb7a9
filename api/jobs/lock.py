"""The lock that lets one process at a time work on a database's jobs.

Jobs that a dead process left are found by the worker's name, which is always the same. A second
live process of that name would take the first one's running jobs for left ones and run them twice.
Both locks go with their process, also after kill -9. PostgreSQL's goes with its connection too: if
the server is restarted, a second worker may start, and what then runs twice is published once.
"""

import fcntl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock

from sqlalchemy import NullPool, create_engine, make_url, text

from api.jobs.errors import WorkerRunningError

_ADVISORY_KEY = 0x7461_6E64_656D  # "tandem"; an advisory lock belongs to one database

_process = Lock()


@contextmanager
def only_worker_here() -> Iterator[None]:
    """Hold this process's one place for a worker: DBOS is a singleton.

    Raises:
        WorkerRunningError: It is taken.
    """
    if not _process.acquire(blocking=False):
        raise WorkerRunningError("This process works on jobs already; close that worker first.")
    try:
        yield
    finally:
        _process.release()


@contextmanager
def only_worker_on(url: str) -> Iterator[None]:
    """Hold the database's one place for a worker.

    Raises:
        WorkerRunningError: Another process holds it.
    """
    holder = _file_lock(url) if url.startswith("sqlite") else _advisory_lock(url)
    with holder:
        yield


@contextmanager
def _file_lock(url: str) -> Iterator[None]:
    database = make_url(url).database
    with Path(f"{database}.worker").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise _taken(str(database)) from None
        yield


@contextmanager
def _advisory_lock(url: str) -> Iterator[None]:
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    with closing(engine.connect()) as connection:
        taking = text("SELECT pg_try_advisory_lock(:key)")
        if not connection.execute(taking, {"key": _ADVISORY_KEY}).scalar_one():
            raise _taken(make_url(url).render_as_string(hide_password=True))
        yield


def _taken(database: str) -> WorkerRunningError:
    return WorkerRunningError(
        f"Another process works on the jobs of {database} already. What you add is queued for it; "
        "to work here instead, stop that process first."
    )
