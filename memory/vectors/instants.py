"""Instants as whole numbers, which every index compares exactly."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """Microseconds since 1970 in UTC; whole, so that `<` means the same as between instants."""
    return (at - _EPOCH) // _MICROSECOND
