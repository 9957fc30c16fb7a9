"""Tables of users and API keys."""

from sqlalchemy import Column, String, Table, UniqueConstraint

from memory.sql.schema.base import keys, metadata
from memory.sql.types import Instant, Json, Key

users = Table(
    "users",
    metadata,
    *keys("id"),
    Column("name", String, nullable=False),
    Column("email", String),
    Column("role", String, nullable=False),
    Column("manager", Key),
)

api_keys = Table(
    "api_keys",
    metadata,
    *keys("id"),
    Column("digest", String, nullable=False),
    Column("user", Key, nullable=False),
    Column("scopes", Json, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    UniqueConstraint("digest"),
)
"""Digests are unique over all workspaces, because a key is what tells the workspace."""
