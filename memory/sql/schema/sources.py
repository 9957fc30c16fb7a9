"""Tables of what was said and what readings made of it. Words live here and in `answers` only."""

from sqlalchemy import Boolean, Column, Date, Double, Integer, String, Table, Text

from memory.sql.schema.base import index, keys, metadata, refers, unique
from memory.sql.types import Instant, Json, Key

sources = Table(
    "sources",
    metadata,
    *keys("id"),
    Column("deal", Key, nullable=False),
    Column("number", Integer, nullable=False),
    Column("reading", Integer, nullable=False),
    Column("status", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("kind", String, nullable=False),
    Column("format", String, nullable=False),
    Column("title", Text, nullable=False),
    Column("filename", Text, nullable=False),
    Column("day", Date, nullable=False),
    Column("occurred_at", Instant, nullable=False),
    Column("sha256", String, nullable=False),
    Column("message_id", String),
    Column("people", Json, nullable=False),
    Column("quoted", Json, nullable=False),
    Column("notice", String),
    Column("added_by", Key, nullable=False),
    Column("added_at", Instant, nullable=False),
    Column("authenticated", Boolean, nullable=False),
    unique("deal", "number"),
    unique("deal", "sha256"),
    unique("deal", "message_id"),
    refers("deal", "deals"),
)

turns = Table(
    "turns",
    metadata,
    *keys("source"),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("speaker", Text),
    Column("address", Text),
    Column("text", Text, nullable=False),
    Column("start", Double),
    Column("end", Double),
    refers("source", "sources"),
)

readings = Table(
    "readings",
    metadata,
    *keys("source"),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("published", Boolean, nullable=False, default=False),
    Column("document", Json, nullable=False),
    refers("source", "sources"),
)

observations = Table(
    "observations",
    metadata,
    *keys("source"),
    Column("deal", Key, nullable=False),
    Column("day", Date, nullable=False),
    Column("engagement", Json, nullable=False),
    Column("absences", Json),
    Column("risks", Json, nullable=False),
    Column("next_actions", Json, nullable=False),
    index("deal"),
    refers("deal", "deals"),
    refers("source", "sources"),
)
"""What the last published reading of each source observed; absences are kept since 0004."""
