"""Engines: one that writes and one that cannot, with each database's transaction rules."""

import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry

from plan.edits import canonical_json

WAIT_SECONDS = 30
"""How long a SQLite writer waits for another before it gives up."""
RETRY_SECONDS = 0.01
WRITING = (
    f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)
READING = (f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}", "PRAGMA query_only = ON")
OPTIONS = {"json_serializer": canonical_json, "hide_parameters": True}
"""Of both databases. Errors get logged: they must not show values, which are customers' words."""
ADDRESSES = (
    "Tandem keeps its data in a SQLite file or in PostgreSQL; give the database's address "
    "as sqlite:///folder/tandem.db or postgresql+psycopg://user@host/database."
)


@dataclass(frozen=True)
class Engines:
    """The two engines of one database.

    Attributes:
        write: Its transactions exclude each other on SQLite, and are READ COMMITTED on PostgreSQL.
        read: Its transactions see one state of the data and cannot change it.
        file: The SQLite database's file; None on PostgreSQL.
    """

    write: Engine
    read: Engine
    file: Path | None

    def dispose(self) -> None:
        """Close all connections that are not in use."""
        self.write.dispose()
        self.read.dispose()


def connect(url: str) -> Engines:
    """Make the engines for a database's address; nothing is opened yet.

    Raises:
        ValueError: The address is of neither a SQLite file nor PostgreSQL by psycopg.
    """
    try:
        address = make_url(url)
        driver = (address.get_backend_name(), address.get_driver_name())
    except ArgumentError:
        raise ValueError(ADDRESSES) from None
    if driver == ("postgresql", "psycopg"):
        return _postgresql(address)
    file = address.database or ""
    if driver != ("sqlite", "pysqlite") or not file or file.startswith((":memory:", "file:")):
        raise ValueError(ADDRESSES)
    return _sqlite(address, Path(file))


def _postgresql(address: URL) -> Engines:
    """Both engines share one pool; a connection is told what it may do when it is taken."""
    write = create_engine(address, isolation_level="READ COMMITTED", pool_pre_ping=True, **OPTIONS)
    read = write.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return Engines(write, read, None)


def _sqlite(address: URL, file: Path) -> Engines:
    write = create_engine(address, **OPTIONS)
    _prepare(write, WRITING, "BEGIN IMMEDIATE")
    read = create_engine(address, **OPTIONS)
    _prepare(read, READING, "BEGIN")
    return Engines(write, read, file)


def _prepare(engine: Engine, pragmas: tuple[str, ...], begin: str) -> None:
    """Take transactions from the driver, which begins them too late, into our own hands."""

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
        connection.isolation_level = None
        for pragma in pragmas:
            _execute(connection, pragma)

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)


def _execute(connection: sqlite3.Connection, pragma: str) -> None:
    """Execute a pragma, waiting while others have the file locked.

    To turn on WAL, SQLite does not itself wait as `busy_timeout` says: of six processes that
    set up one file at once, some would fail.
    """
    until = time.monotonic() + WAIT_SECONDS
    while True:
        try:
            connection.execute(pragma).close()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(RETRY_SECONDS)
        else:
            return
