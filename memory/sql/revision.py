"""Which revision of the schema a database has, and which this program needs."""

from sqlalchemy import Connection, column, inspect, select, table

from memory.errors import NotUpgradedError
from memory.sql.engine import Engines

REVISION = "0004"
"""The last migration's id; ids are numbers of four digits, so that they sort by age."""
STAMP = table("alembic_version", column("version_num"))


def require_upgraded(engines: Engines) -> None:
    """Refuse to work on another schema than this program's.

    Raises:
        NotUpgradedError: The database is older or newer than this program.
    """
    found = revision(engines)
    if found is None:
        raise NotUpgradedError(
            "There is no Tandem in this database yet; run `tandem upgrade` to set it up."
        )
    refuse_newer(found)
    if found != REVISION:
        raise NotUpgradedError(
            f"The database is at revision {found} and this program needs {REVISION}; "
            "run `tandem upgrade`."
        )


def refuse_newer(found: str) -> None:
    """Refuse a revision that this program does not know.

    Raises:
        NotUpgradedError: The database is newer than this program.
    """
    if found > REVISION:
        raise NotUpgradedError(
            f"The database is at revision {found}, written by a newer Tandem than this one, "
            f"which knows {REVISION}; run the newer Tandem."
        )


def revision(engines: Engines) -> str | None:
    """The database's revision; None where Tandem was never set up. Creates no file."""
    if engines.file is not None and not engines.file.exists():
        return None
    with engines.read.connect() as connection:
        return stamped(connection)


def stamped(connection: Connection) -> str | None:
    """The revision that the last migration left in the database, if any."""
    if not inspect(connection).has_table(STAMP.name):
        return None
    found = connection.scalar(select(STAMP.c.version_num))
    return None if found is None else str(found)
