"""All tables. Every primary key begins with the workspace, and so does every reference."""

from memory.sql.schema.access import api_keys, users
from memory.sql.schema.base import metadata
from memory.sql.schema.chunks import chunk_stamps, chunked_sources, chunks
from memory.sql.schema.decisions import decisions, outbox, proposals
from memory.sql.schema.models import answers, spending
from memory.sql.schema.plans import deals, events, snapshots
from memory.sql.schema.sources import observations, readings, sources, turns
from memory.sql.schema.threads import messages, threads
from memory.sql.schema.watch import (
    action_marks,
    digests,
    risk_entries,
    risk_marks,
    rule_switches,
    wakes,
)

__all__ = [
    "action_marks",
    "answers",
    "api_keys",
    "chunk_stamps",
    "chunked_sources",
    "chunks",
    "deals",
    "decisions",
    "digests",
    "events",
    "messages",
    "metadata",
    "observations",
    "outbox",
    "proposals",
    "readings",
    "risk_entries",
    "risk_marks",
    "rule_switches",
    "snapshots",
    "sources",
    "spending",
    "threads",
    "turns",
    "users",
    "wakes",
]
