"""Column types that keep a value exactly, the same on both engines."""

from datetime import UTC, datetime
from decimal import Decimal

from sqlalchemy import JSON, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

from plan.numbers import plain_number

Key = String().with_variant(String(collation="C"), "postgresql")
"""Ids, compared and ordered byte by byte whatever the database's locale."""

Json = JSON(none_as_null=True)
"""JSON kept as the canonical text it was written in; PostgreSQL's jsonb would reorder it."""


class Instant(TypeDecorator[datetime]):
    """An instant in UTC: timestamptz on PostgreSQL, on SQLite text that sorts by time.

    Binding a datetime without a zone raises ValueError, wrapped in SQLAlchemy's StatementError.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime] | TypeEngine[str]:
        """Text where the engine has no type for instants."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(32))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """Bring to UTC; refuse what has no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"The instant {value} has no time zone; give it in UTC.")
        instant = value.astimezone(UTC)
        return instant.isoformat(timespec="microseconds") if dialect.name == "sqlite" else instant

    def process_result_value(
        self, value: datetime | str | None, _dialect: Dialect
    ) -> datetime | None:
        """Give back in UTC, whatever zone the session speaks."""
        if value is None:
            return None
        instant = datetime.fromisoformat(value) if isinstance(value, str) else value
        return instant.astimezone(UTC)


class Money(TypeDecorator[Decimal]):
    """A decimal as its plain text: SQLite has no exact number, and a float would lose cents."""

    impl = String()
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, _dialect: Dialect) -> str | None:
        """Write without exponent or idle zeros."""
        return None if value is None else plain_number(value)

    def process_result_value(self, value: str | None, _dialect: Dialect) -> Decimal | None:
        """Read the exact number back."""
        return None if value is None else Decimal(value)
