"""The file's own times moved to another time zone: the same instants, written elsewhere.

A reader is told the day of a source. What the file says of it, on a server far away, must not
move a single date.
"""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime
from random import Random

from pydantic import JsonValue

from evals.cases.sample import Sample
from evals.variants.mail_fields import cut, joined, name
from evals.variants.remaking import from_bytes
from evals.variants.variant import Variant
from tools.intake.sniff import recognised

_ZONES = tuple(timezone(timedelta(hours=hours)) for hours in (-11, -8, 9, 13))
"""Samoa, the American west coast, Japan and Tonga: between them, most instants change their day."""


def _vary(sample: Sample, random: Random) -> Sample | None:
    moved = {"eml": _mail, "json": _export}.get(sample.context.source.format)
    data = moved(sample.data, sample.gold.date, random) if moved else None
    return from_bytes(sample, data) if data else None


def _mail(data: bytes, day: date, random: Random) -> bytes | None:
    """The mail with its Date elsewhere; None where it has none that can be read."""
    mail = cut(data)
    dated = next((field for field in mail.fields if name(field) == "date"), None)
    moment = _sent(dated.partition(b":")[2]) if dated else None
    if moment is None:
        return None
    there = format_datetime(_elsewhere(moment, day, random)).encode()
    fields = [b"Date: " + there if field is dated else field for field in mail.fields]
    return joined(fields, mail.body)


def _sent(value: bytes) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value.decode("ascii"))
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _export(data: bytes, day: date, random: Random) -> bytes | None:
    """The export with every instant that names its offset elsewhere; None where it has none."""
    content: JsonValue = json.loads(recognised(data).text)
    moved = _moved(content, day, random)
    return json.dumps(moved, ensure_ascii=False).encode() if moved != content else None


def _moved(value: JsonValue, day: date, random: Random) -> JsonValue:
    if isinstance(value, dict):
        return {key: _moved(inner, day, random) for key, inner in value.items()}
    if isinstance(value, list):
        return [_moved(inner, day, random) for inner in value]
    moment = _instant(value) if isinstance(value, str) else None
    return _elsewhere(moment, day, random).isoformat() if moment else value


def _instant(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _elsewhere(moment: datetime, day: date, random: Random) -> datetime:
    """The same instant where the calendar shows another day than the source's, if it does."""
    places: Sequence[datetime] = [moment.astimezone(zone) for zone in _ZONES]
    other = [place for place in places if place.date() != day]
    return random.choice(other or places)


OTHER_TIME_ZONE = Variant(
    name="other_time_zone",
    says="The mail's Date, or the export's start, written as the same instant in a zone where "
    "the calendar shows another day; the day told is the same. Right: the same findings.",
    vary=_vary,
)
