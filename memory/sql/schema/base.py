"""The metadata all tables share, and the keys that bind each row to its workspace."""

from sqlalchemy import Column, ForeignKeyConstraint, Index, MetaData, UniqueConstraint

from memory.sql.types import Key

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_1_name)s_%(referred_table_name)s",
    }
)


def keys(*names: str) -> list[Column[str]]:
    """Primary key columns of ids, the workspace first."""
    return [Column(name, Key, primary_key=True) for name in ("workspace", *names)]


def refers(
    column: str, table: str, *, key: str = "id", in_the_end: bool = False
) -> ForeignKeyConstraint:
    """`column` names a row of `table` in the same workspace, at once or when the unit ends."""
    return ForeignKeyConstraint(
        ["workspace", column],
        [f"{table}.workspace", f"{table}.{key}"],
        deferrable=in_the_end or None,
        initially="DEFERRED" if in_the_end else None,
    )


def unique(*columns: str) -> UniqueConstraint:
    """Unique together within the workspace."""
    return UniqueConstraint("workspace", *columns)


def index(*columns: str) -> Index:
    """An index within the workspace."""
    return Index(None, "workspace", *columns)
