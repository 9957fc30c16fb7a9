"""The life of risks beside plans: ledgers, marks, rules' switches, waking days and digests.

There is no way back down: to undo an upgrade, restore the copy made before it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from memory.sql.types import Instant, Json, Key

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Create all tables, those first that others refer to."""
    op.add_column("observations", sa.Column("absences", Json))
    op.add_column("answers", sa.Column("others", Json))  # an answer may hold words of several
    for create in (_entries, _risk_marks, _action_marks, _switches, _wakes, _digests):
        create()


def _create(table: str, keys: tuple[str, ...], *items: SchemaItem) -> None:
    """Create a table whose primary key is the workspace and `keys`, all among `items`."""
    primary = sa.PrimaryKeyConstraint("workspace", *keys, name=op.f(f"pk_{table}"))
    op.create_table(table, _key("workspace"), *items, primary)


def _key(name: str) -> sa.Column[str]:
    return sa.Column(name, Key, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, autoincrement=False, nullable=False)


def _document() -> sa.Column[object]:
    return sa.Column("document", Json, nullable=False)


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace", column],
        [f"{to}.workspace", f"{to}.id"],
        name=op.f(f"fk_{table}_{column}_{to}"),
    )


def _entries() -> None:
    _create(
        "risk_entries",
        ("id",),
        _key("id"),
        _key("deal"),
        _number("number"),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("settled_on", sa.Date),
        _document(),
        sa.UniqueConstraint(
            "workspace", "deal", "number", name=op.f("uq_risk_entries_workspace_deal_number")
        ),
        _refers("risk_entries", "deal", "deals"),
    )
    op.create_index(
        op.f("ix_risk_entries_workspace_settled_on_deal_number"),
        "risk_entries",
        ("workspace", "settled_on", "deal", "number"),
    )


def _risk_marks() -> None:
    _create(
        "risk_marks",
        ("deal", "number"),
        _key("deal"),
        _number("number"),
        _key("entry"),
        _document(),
        _refers("risk_marks", "deal", "deals"),
        _refers("risk_marks", "entry", "risk_entries"),
    )


def _action_marks() -> None:
    _create(
        "action_marks",
        ("deal", "number"),
        _key("deal"),
        _number("number"),
        _document(),
        _refers("action_marks", "deal", "deals"),
    )


def _switches() -> None:
    _create("rule_switches", ("kind",), _key("kind"), _document())


def _wakes() -> None:
    _create(
        "wakes",
        ("deal",),
        _key("deal"),
        sa.Column("on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False),
        _refers("wakes", "deal", "deals"),
    )


def _digests() -> None:
    _create(
        "digests",
        ("user", "day"),
        _key("user"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("at", Instant, nullable=False),
        sa.Column("items", Json, nullable=False),
    )
