"""When a source was said or written, in an offset that shows its day."""

from datetime import datetime, timedelta, timezone

from plan.sources import Source

_OFFSETS = sorted(range(-12, 15), key=abs)
"""Hours from UTC of places where people live, the nearest first."""


def local(source: Source) -> datetime:
    """The instant of a source where the calendar shows its day; in UTC where it nowhere does."""
    places = (source.occurred_at.astimezone(timezone(timedelta(hours=at))) for at in _OFFSETS)
    return next((place for place in places if place.date() == source.day), source.occurred_at)
