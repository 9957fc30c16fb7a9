"""A source's day and instant, by the order of precedence that DESIGN.md gives.

First found: the day the caller gives, the plan file's, the source's own. Never today, never the
file's own time stamps.
"""

from datetime import UTC, date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tools.intake.errors import UndatedError, UnknownZoneError

_NOON = time(12)
_FIRST_YEAR, _LAST_YEAR = 1970, 2200


class Placed(NamedTuple):
    """The calendar day of a source, and the instant (UTC) that orders it among others."""

    day: date
    occurred_at: datetime


def zone_named(name: str) -> ZoneInfo:
    """The IANA time zone of that name.

    Raises:
        UnknownZoneError: There is none.
    """
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise UnknownZoneError(
            f"There is no time zone {name!r}; give an IANA name such as Europe/Berlin."
        ) from error


def placed(
    told: date | None, own: datetime | None, zone: ZoneInfo, own_day: date | None = None
) -> Placed:
    """Decide a source's day, and its instant: its own where that falls on the day, else noon.

    Args:
        told: The day the caller or the plan file gives.
        own: The source's own instant, in the offset in which its day is read; one that no
            clock set right can show (year 1, year 9999) tells nothing.
        zone: Where noon is taken.
        own_day: The source's own day, where it tells no instant.

    Raises:
        UndatedError: Nobody tells the day.
    """
    own = own if own and _FIRST_YEAR <= own.year <= _LAST_YEAR else None
    day = told or (own.date() if own else own_day)
    if day is None:
        raise UndatedError(
            "Nothing says on which day this was said or written; give it with --date YYYY-MM-DD."
        )
    if own is not None and own.date() == day:
        return Placed(day, own.astimezone(UTC))
    return Placed(day, datetime.combine(day, _NOON, zone).astimezone(UTC))
