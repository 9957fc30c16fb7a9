"""Tables of conversations."""

from sqlalchemy import Column, Integer, String, Table, Text

from memory.sql.schema.base import index, keys, metadata, refers
from memory.sql.types import Instant, Json, Key

threads = Table(
    "threads",
    metadata,
    *keys("id"),
    Column("user", Key, nullable=False),
    Column("deal", Key),
    Column("title", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    index("user", "created_at"),
    refers("deal", "deals"),
)

messages = Table(
    "messages",
    metadata,
    *keys("thread"),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("role", String, nullable=False),
    Column("status", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("answer", Json, nullable=False),
    Column("sources", Json, nullable=False),
    Column("at", Instant, nullable=False),
    refers("thread", "threads"),
)
"""`text` and `answer` hold words of `sources`, and are emptied when one of them is forgotten."""
