"""Running the migrations. Apart from `upgrade.py` because importing Alembic takes its time."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine, func, select

from memory.sql.revision import refuse_newer, stamped

LOCK = 0x7A_DE_11
"""Tandem's own key for PostgreSQL's advisory lock: no other program's is likely to be the same."""


def migrate(engine: Engine) -> None:
    """Run, in one transaction, the migrations the database has not had; nobody else does meanwhile.

    Raises:
        NotUpgradedError: The database is newer than this program.
    """
    config = Config()
    config.set_main_option("script_location", "memory.sql:migrations")
    with engine.begin() as connection:
        _alone(connection)
        refuse_newer(stamped(connection) or "")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _alone(connection: Connection) -> None:
    """Wait for other upgrades to end. On SQLite beginning the transaction already did."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
