"""Everything the first release keeps: plans, sources, readings, decisions and access.

There is no way back down: to undo an upgrade, restore the copy made before it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from memory.sql.types import Instant, Json, Key, Money

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables, those first that others refer to."""
    for create in (_plans, _sources, _words, _observations, _proposals, _decisions, _access):
        create()


def _create(table: str, keys: tuple[str, ...], *items: SchemaItem) -> None:
    """Create a table whose primary key is the workspace and `keys`, ids unless among `items`."""
    given = {item.name for item in items if isinstance(item, sa.Column)}
    ids = [_key(name) for name in ("workspace", *keys) if name not in given]
    primary = sa.PrimaryKeyConstraint("workspace", *keys, name=op.f(f"pk_{table}"))
    op.create_table(table, *ids, *items, primary)


def _key(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, Key, nullable=nullable)


def _refers(
    table: str, column: str, to: str, initially: str | None = None
) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace", column],
        [f"{to}.workspace", f"{to}.id"],
        name=op.f(f"fk_{table}_{column}_{to}"),
        deferrable=initially is not None or None,
        initially=initially,
    )


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    name = op.f(f"uq_{table}_{'_'.join(columns)}")
    return sa.UniqueConstraint(*columns, name=name)


def _index(table: str, *columns: str) -> None:
    op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def _plans() -> None:
    _create(
        "deals",
        ("id",),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("account", sa.String, nullable=False),
        sa.Column("seller", sa.String, nullable=False),
        sa.Column("amount", Money),
        sa.Column("currency", sa.String),
        sa.Column("stage", sa.String, nullable=False),
        sa.Column("close_date", sa.Date),
        _key("owner", nullable=True),
        sa.Column("time_zone", sa.String),
        sa.Column("country", sa.String),
    )
    _create(
        "events",
        ("deal", "seq"),
        sa.Column("seq", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("type", sa.String, nullable=False),
        _key("id"),
        sa.Column("document", Json, nullable=False),
        _refers("events", "deal", "deals"),
    )
    _create(
        "snapshots",
        ("deal",),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("schema", sa.Integer, nullable=False),
        sa.Column("document", Json, nullable=False),
        _refers("snapshots", "deal", "deals"),
    )


def _sources() -> None:
    _create(
        "sources",
        ("id",),
        _key("deal"),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("format", sa.String, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("filename", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("occurred_at", Instant, nullable=False),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("message_id", sa.String),
        sa.Column("people", Json, nullable=False),
        sa.Column("quoted", Json, nullable=False),
        sa.Column("notice", sa.String),
        _key("added_by"),
        sa.Column("added_at", Instant, nullable=False),
        sa.Column("authenticated", sa.Boolean, nullable=False),
        _unique("sources", "workspace", "deal", "number"),
        _unique("sources", "workspace", "deal", "sha256"),
        _unique("sources", "workspace", "deal", "message_id"),
        _refers("sources", "deal", "deals"),
    )


def _words() -> None:
    _create(
        "turns",
        ("source", "n"),
        sa.Column("n", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("speaker", sa.Text),
        sa.Column("address", sa.Text),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("start", sa.Double),
        sa.Column("end", sa.Double),
        _refers("turns", "source", "sources"),
    )
    _create(
        "readings",
        ("source", "n"),
        sa.Column("n", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("published", sa.Boolean, nullable=False),
        sa.Column("document", Json, nullable=False),
        _refers("readings", "source", "sources"),
    )


def _observations() -> None:
    _create(
        "observations",
        ("source",),
        _key("deal"),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("engagement", Json, nullable=False),
        sa.Column("risks", Json, nullable=False),
        sa.Column("next_actions", Json, nullable=False),
        _refers("observations", "deal", "deals"),
        _refers("observations", "source", "sources"),
    )
    _index("observations", "workspace", "deal")


def _proposals() -> None:
    _create(
        "proposals",
        ("id",),
        _key("deal"),
        sa.Column("number", sa.Integer, nullable=False),
        _key("source", nullable=True),
        sa.Column("reading", sa.Integer),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("entity", sa.String, nullable=False),
        _key("item"),
        sa.Column("edit", Json, nullable=False),
        sa.Column("document", Json, nullable=False),
        _unique("proposals", "workspace", "deal", "number"),
        _refers("proposals", "deal", "deals"),
        _refers("proposals", "source", "sources"),
    )
    _index("proposals", "workspace", "status", "deal", "number")
    _index("proposals", "workspace", "source")
    _index("proposals", "workspace", "deal", "entity", "item")


def _decisions() -> None:
    _create(
        "decisions",
        ("id",),
        _key("deal"),
        sa.Column("number", sa.Integer, nullable=False),
        _key("proposal", nullable=True),
        sa.Column("document", Json, nullable=False),
        _unique("decisions", "workspace", "deal", "number"),
        _refers("decisions", "deal", "deals"),
        _refers("decisions", "proposal", "proposals"),
    )
    _index("decisions", "workspace", "proposal")
    _create(
        "outbox",
        ("id",),
        _key("deal"),
        _key("decision"),
        sa.Column("payload", Json, nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("delivered_at", Instant),
        _refers("outbox", "deal", "deals"),
        _refers("outbox", "decision", "decisions", initially="DEFERRED"),
    )
    _index("outbox", "workspace", "delivered_at", "created_at")


def _access() -> None:
    _create(
        "users",
        ("id",),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("email", sa.String),
        sa.Column("role", sa.String, nullable=False),
        _key("manager", nullable=True),
    )
    _create(
        "api_keys",
        ("id",),
        sa.Column("digest", sa.String, nullable=False),
        _key("user"),
        sa.Column("scopes", Json, nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("revoked_at", Instant),
        _unique("api_keys", "digest"),
    )
