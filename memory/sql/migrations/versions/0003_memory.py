"""Sources in chunks with their vectors and full text, and conversations.

There is no way back down: to undo an upgrade, restore the copy made before it.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.schema import SchemaItem

from memory.sql.types import Instant, Json, Key

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create all tables, those first that others refer to."""
    for create in (_sources, _chunks, _stamps, _words, _threads, _messages):
        create()


def _create(table: str, keys: tuple[str, ...], *items: SchemaItem) -> None:
    """Create a table whose primary key is the workspace and `keys`, all among `items`."""
    primary = sa.PrimaryKeyConstraint("workspace", *keys, name=op.f(f"pk_{table}"))
    op.create_table(table, _key("workspace"), *items, primary)


def _key(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, Key, nullable=nullable)


def _refers(table: str, column: str, to: str, key: str = "id") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace", column],
        [f"{to}.workspace", f"{to}.{key}"],
        name=op.f(f"fk_{table}_{column}_{to}"),
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(
        op.f(f"ix_{table}_{'_'.join(('workspace', *columns))}"), table, ("workspace", *columns)
    )


def _sources() -> None:
    _create(
        "chunked_sources",
        ("source",),
        _key("source"),
        _key("deal"),
        sa.Column("embedder", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        _refers("chunked_sources", "source", "sources"),
    )
    _index("chunked_sources", "deal")


def _chunks() -> None:
    _create(
        "chunks",
        ("id",),
        _key("id"),
        _key("deal"),
        _key("source"),
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("first_turn", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("last_turn", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("speakers", Json, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("vector", sa.LargeBinary, nullable=False),
        sa.UniqueConstraint("workspace", "source", "n", name=op.f("uq_chunks_workspace_source_n")),
        _refers("chunks", "source", "chunked_sources", key="source"),
    )
    _index("chunks", "deal")


def _stamps() -> None:
    _create(
        "chunk_stamps",
        ("deal",),
        _key("deal"),
        sa.Column("stamp", sa.BigInteger, nullable=False),
        _refers("chunk_stamps", "deal", "deals"),
    )


def _words() -> None:
    """Create the full text, of each engine's own kind: see `memory.sql.fulltext`."""
    if op.get_bind().dialect.name == "postgresql":
        _tsvectors()
        return
    op.create_table(
        "chunk_words_deals",
        sa.Column("number", sa.Integer, primary_key=True),
        _key("workspace"),
        _key("deal"),
        sa.UniqueConstraint("workspace", "deal"),
    )
    op.execute("CREATE VIRTUAL TABLE chunk_words USING fts5(words, tokenize='ascii')")


def _tsvectors() -> None:
    _create(
        "chunk_words",
        ("deal", "place"),
        _key("deal"),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("positions", TSVECTOR, nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace", "deal"], ["deals.workspace", "deals.id"], ondelete="CASCADE"
        ),
    )
    op.create_index(
        op.f("ix_chunk_words_positions"),
        "chunk_words",
        ["positions"],
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )


def _threads() -> None:
    _create(
        "threads",
        ("id",),
        _key("id"),
        _key("user"),
        _key("deal", nullable=True),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("created_at", Instant, nullable=False),
        _refers("threads", "deal", "deals"),
    )
    _index("threads", "user", "created_at")


def _messages() -> None:
    _create(
        "messages",
        ("thread", "n"),
        _key("thread"),
        sa.Column("n", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("answer", Json, nullable=False),
        sa.Column("sources", Json, nullable=False),
        sa.Column("at", Instant, nullable=False),
        _refers("messages", "thread", "threads"),
    )
