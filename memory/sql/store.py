"""The store: units of work on a SQL database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine

from memory.errors import ConflictError
from memory.records import ApiKey
from memory.sql.access import workspace_of
from memory.sql.engine import connect
from memory.sql.plans import workspaces
from memory.sql.revision import require_upgraded
from memory.sql.scope import Scope
from memory.sql.unit import SqlUnit
from memory.sql.upgrade import upgrade


class SqlStore:
    """`memory.base.Store` at a database's address.

    Units raise NotUpgradedError until the database's schema is this program's.

    Args:
        url: `sqlite:///path/tandem.db` or `postgresql+psycopg://user@host/database`.

    Raises:
        ValueError: The address is of neither a SQLite file nor PostgreSQL.
    """

    def __init__(self, url: str) -> None:
        self._engines = connect(url)
        self._upgraded = False

    @property
    def write_engine(self) -> Engine:
        """The engine of write units, for work that joins their transactions."""
        return self._engines.write

    @contextmanager
    def read(self, workspace: str) -> Iterator[SqlUnit]:
        """A unit that sees one state of the data; on it a statement that writes raises."""
        self._require_upgraded()
        with self._engines.read.begin() as connection:
            yield SqlUnit(Scope(workspace, connection))

    @contextmanager
    def write(self, workspace: str) -> Iterator[SqlUnit]:
        """A unit whose changes are committed together when the block ends, or not at all.

        Raises:
            ConflictError: One was raised within and the block went on as if nothing were.
        """
        self._require_upgraded()
        with self._engines.write.connect() as connection, connection.begin() as transaction:
            yield SqlUnit(Scope(workspace, connection))
            if not transaction.is_active:
                raise ConflictError("Nothing of this was kept: there was a conflict on the way.")

    def workspace_of(self, digest: str) -> tuple[str, ApiKey] | None:
        """Workspace and unrevoked key of that sha256, looked up over all workspaces."""
        self._require_upgraded()
        with self._engines.read.begin() as connection:
            return workspace_of(connection, digest)

    def workspaces(self) -> tuple[str, ...]:
        """The workspaces that have deals, by name, for work that goes round them all."""
        self._require_upgraded()
        with self._engines.read.begin() as connection:
            return workspaces(connection)

    def upgrade(self) -> None:
        """Bring the database's schema up to this program's; nothing to do where it is.

        Creates a SQLite database's folder and file for their owner alone. Safe to run in
        several processes at once.

        Raises:
            NotUpgradedError: The database is newer than this program.
        """
        upgrade(self._engines)
        self._upgraded = True

    def close(self) -> None:
        """Let go of all connections."""
        self._engines.dispose()

    def _require_upgraded(self) -> None:
        if not self._upgraded:
            require_upgraded(self._engines)
            self._upgraded = True
