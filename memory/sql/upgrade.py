"""Bringing the database's schema up to this program's."""

from pathlib import Path

from memory.sql.engine import Engines
from memory.sql.revision import REVISION, revision


def upgrade(engines: Engines) -> None:
    """Bring the schema up to this program's; costs one query where it is.

    Raises:
        NotUpgradedError: The database is newer than this program.
    """
    if revision(engines) == REVISION:
        return
    if engines.file is not None:
        _create(engines.file)
    from memory.sql.migrate import migrate  # noqa: PLC0415 -- Alembic would slow down every start

    migrate(engines.write)


def _create(file: Path) -> None:
    """Make file and folder for their owner alone: they will hold customers' words."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
