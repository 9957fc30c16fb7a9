"""Tables of deals, their events and their current plans."""

from sqlalchemy import Column, Date, Integer, String, Table

from memory.sql.schema.base import keys, metadata, refers
from memory.sql.types import Json, Key, Money

deals = Table(
    "deals",
    metadata,
    *keys("id"),
    Column("version", Integer, nullable=False),
    Column("name", String, nullable=False),
    Column("account", String, nullable=False),
    Column("seller", String, nullable=False),
    Column("amount", Money),
    Column("currency", String),
    Column("stage", String, nullable=False),
    Column("close_date", Date),
    Column("owner", Key),
    Column("time_zone", String),
    Column("country", String),
)
"""The deal of each current plan; `version` is what an append must expect."""

events = Table(
    "events",
    metadata,
    *keys("deal"),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("type", String, nullable=False),
    Column("id", Key, nullable=False),
    Column("document", Json, nullable=False),
    refers("deal", "deals"),
)

snapshots = Table(
    "snapshots",
    metadata,
    *keys("deal"),
    Column("version", Integer, nullable=False),
    Column("schema", Integer, nullable=False),
    Column("document", Json, nullable=False),
    refers("deal", "deals"),
)
"""The plan after event `version`, as models of that `schema` number wrote it."""
