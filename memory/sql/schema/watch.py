"""Tables of what is kept beside plans about risks: ledgers, marks, waking days, digests."""

from sqlalchemy import Column, Date, Integer, String, Table

from memory.sql.schema.base import index, keys, metadata, refers, unique
from memory.sql.types import Instant, Json, Key

risk_entries = Table(
    "risk_entries",
    metadata,
    *keys("id"),
    Column("deal", Key, nullable=False),
    Column("number", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("settled_on", Date),
    Column("document", Json, nullable=False),
    unique("deal", "number"),
    index("settled_on", "deal", "number"),
    refers("deal", "deals"),
)
"""`kind` is the risk's, which stands in the document too: to be counted without reading it."""

risk_marks = Table(
    "risk_marks",
    metadata,
    *keys("deal"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", Key, nullable=False),
    Column("document", Json, nullable=False),
    refers("deal", "deals"),
    refers("entry", "risk_entries"),
)

action_marks = Table(
    "action_marks",
    metadata,
    *keys("deal"),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("document", Json, nullable=False),
    refers("deal", "deals"),
)

rule_switches = Table(
    "rule_switches", metadata, *keys("kind"), Column("document", Json, nullable=False)
)

wakes = Table(
    "wakes",
    metadata,
    *keys("deal"),
    Column("on", Date),
    Column("version", Integer, nullable=False),
    refers("deal", "deals"),
)
"""`version` is that of the plan from which the day was told."""

digests = Table(
    "digests",
    metadata,
    *keys("user"),
    Column("day", Date, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("items", Json, nullable=False),
)
