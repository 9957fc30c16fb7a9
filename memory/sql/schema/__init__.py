"""All tables. Every primary key begins with the workspace, and so does every reference."""

from memory.sql.schema.access import api_keys, users
from memory.sql.schema.base import metadata
from memory.sql.schema.decisions import decisions, outbox, proposals
from memory.sql.schema.models import answers, spending
from memory.sql.schema.plans import deals, events, snapshots
from memory.sql.schema.sources import observations, readings, sources, turns

__all__ = [
    "answers",
    "api_keys",
    "deals",
    "decisions",
    "events",
    "metadata",
    "observations",
    "outbox",
    "proposals",
    "readings",
    "snapshots",
    "sources",
    "spending",
    "turns",
    "users",
]
