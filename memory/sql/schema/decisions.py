"""Tables of proposals, decisions and what the world outside is to hear of them."""

from sqlalchemy import Column, Integer, String, Table

from memory.sql.schema.base import index, keys, metadata, refers, unique
from memory.sql.types import Instant, Json, Key

proposals = Table(
    "proposals",
    metadata,
    *keys("id"),
    Column("deal", Key, nullable=False),
    Column("number", Integer, nullable=False),
    Column("source", Key),
    Column("reading", Integer),
    Column("status", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("item", Key, nullable=False),
    Column("edit", Json, nullable=False),
    Column("document", Json, nullable=False),
    unique("deal", "number"),
    index("status", "deal", "number"),
    index("source"),
    index("deal", "entity", "item"),
    refers("deal", "deals"),
    refers("source", "sources"),
)
"""`edit` without the entity and id it is about: those are in `entity` and `item`."""

decisions = Table(
    "decisions",
    metadata,
    *keys("id"),
    Column("deal", Key, nullable=False),
    Column("number", Integer, nullable=False),
    Column("proposal", Key),
    Column("document", Json, nullable=False),
    unique("deal", "number"),
    index("proposal"),
    refers("deal", "deals"),
    refers("proposal", "proposals"),
)

outbox = Table(
    "outbox",
    metadata,
    *keys("id"),
    Column("deal", Key, nullable=False),
    Column("decision", Key, nullable=False),
    Column("payload", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("delivered_at", Instant),
    index("delivered_at", "created_at"),
    refers("deal", "deals"),
    refers("decision", "decisions", in_the_end=True),
)
