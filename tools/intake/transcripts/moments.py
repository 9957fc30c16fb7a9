"""When a recording was made, and when in it something was said, as exports write both."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from tools.intake.transcripts.timing import clock

# Where exports say when it was: Gong, Fireflies (twice), and what others call it.
_STARTED = (
    "started",
    "dateString",
    "date",
    "start_date",
    "started_at",
    "startedAt",
    "recorded_at",
    "recordedAt",
    "meeting_date",
    "meetingDate",
    "scheduled",
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_YEAR, _LAST_YEAR = 1990, 2200
# Seconds since 1970 of the year 2200 are fewer than milliseconds since 1970 of March 1970.
_MOST_SECONDS = 7_258_118_400
_LONGEST_RECORDING = 10 * 24 * 3600.0


def started(meta: Mapping[str, object]) -> datetime | date | None:
    """When an export says that the recording began.

    Returns:
        An instant, naive where the export gives no offset; a plain date where it gives no time;
        None where it says neither in a form that is understood.
    """
    return next((moment for key in _STARTED if (moment := _moment(meta.get(key)))), None)


def seconds(value: object, unit: float = 1.0) -> float | None:
    """Read seconds from the start of a recording.

    Args:
        value: A number of units, or a text that holds one or a clock reading (`00:01:02.5`).
        unit: How many seconds the number's unit has.

    Returns:
        The seconds; None for what is no such time, be it `null`, NaN or longer than ten days:
        times are shown beside the words, and words count without them.
    """
    if isinstance(value, str):
        return clock(value.strip()) if ":" in value[:16] else _number(value, unit)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value * unit if 0 <= value <= _LONGEST_RECORDING / unit else None


def _number(value: str, unit: float) -> float | None:
    try:
        return seconds(float(value[:32].rstrip("s ")), unit)
    except ValueError:
        return None


def _moment(value: object) -> datetime | date | None:
    if isinstance(value, str):
        return _from_iso(value.strip())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not 0 < value <= _MOST_SECONDS * 1000:
        return None
    return _plausible(_EPOCH + timedelta(seconds=value / (1000 if value > _MOST_SECONDS else 1)))


def _from_iso(value: str) -> datetime | date | None:
    try:
        moment = datetime.fromisoformat(value)
        day = date.fromisoformat(value[:10])
    except ValueError:
        return None
    return _plausible(day if len(value) <= len("2026-03-03") else moment)


def _plausible(moment: datetime | date) -> datetime | date | None:
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
