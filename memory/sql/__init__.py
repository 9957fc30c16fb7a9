"""The SQL adapter of the store: one schema on SQLite and PostgreSQL."""

from memory.sql.store import SqlStore
from memory.sql.unit import SqlUnit

__all__ = ["SqlStore", "SqlUnit"]
