"""The way in: bytes become a Source, or an error that says what is wrong with them."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import NamedTuple
from zoneinfo import ZoneInfo

from plan.sources import Format, Person, Source, Turn
from tools.intake.dating import placed, zone_named
from tools.intake.errors import ACCEPTED, EmptyError, MalformedError, TooLargeError
from tools.intake.limits import LIMITS, Deadline
from tools.intake.mail import parse_mail
from tools.intake.sniff import Content, recognised
from tools.intake.transcripts import exports, plain, srt, vtt
from tools.intake.transcripts.model import Transcript
from tools.intake.turns import Cue, folded, joined, separate

_MEGABYTE = 1024 * 1024
_PARSERS: Mapping[Format, Callable[[str, Deadline], Transcript]] = {
    "vtt": vtt.parse,
    "srt": srt.parse,
    "text": plain.parse,
    "json": exports.parse,
}


def intake(
    data: bytes,
    *,
    filename: str = "",
    day: date | None = None,
    plan_day: date | None = None,
    time_zone: str = "UTC",
) -> Source:
    """Make a source from the bytes of a transcript or a mail.

    Args:
        data: The whole file. What it is, is found from its content.
        filename: Its name, only for people to recognise it by.
        day: The day it was said or written, as the caller knows it; beats all others.
        plan_day: The day the plan file gives for its source.
        time_zone: The IANA name of the workspace's zone: where an export's start time is read
            and noon is taken.

    Raises:
        EmptyError: There is nothing in it.
        TooLargeError: It passes a limit on size, depth or count.
        TooSlowError: It cannot be read in time.
        UnsupportedError: It is no transcript or mail in an accepted form.
        MalformedError: It is one, but broken, cut off or without words.
        UndatedError: Nothing says its day.
        UnknownZoneError: There is no such time zone.
    """
    zone = zone_named(time_zone)
    _check_size(data)
    arrival = _Arrival(recognised(data), sha256(data).hexdigest(), folded(filename))
    told = day or plan_day
    if arrival.content.format == "eml":
        return _mail(arrival, told, zone)
    return _said(arrival, told, zone)


class _Arrival(NamedTuple):
    content: Content
    sha256: str
    filename: str


def _check_size(data: bytes) -> None:
    if not data.strip():
        raise EmptyError(f"The file is empty. {ACCEPTED}")
    if len(data) > LIMITS.file_bytes:
        raise TooLargeError(
            f"The file has {len(data) / _MEGABYTE:.1f} MB; at most "
            f"{LIMITS.file_bytes // _MEGABYTE} MB are accepted. {ACCEPTED}"
        )


def _mail(arrival: _Arrival, told: date | None, zone: ZoneInfo) -> Source:
    mail = parse_mail(arrival.content.data)
    author = mail.author or Person()
    speaker = author.name or author.address
    turns = separate(Cue(speaker, author.address, text) for text in mail.paragraphs)
    if not (turns or mail.quoted or mail.notice):
        raise MalformedError("This mail holds no text; forward the one that does.")
    when = placed(told, mail.sent_at, zone)
    return Source(
        kind="email",
        format="eml",
        title=mail.subject,
        occurred_at=when.occurred_at,
        day=when.day,
        sha256=arrival.sha256,
        message_id=mail.message_id,
        people=(*((mail.author,) if mail.author else ()), *mail.recipients),
        turns=turns,
        quoted=mail.quoted,
        notice=mail.notice,
        filename=arrival.filename,
    )


def _said(arrival: _Arrival, told: date | None, zone: ZoneInfo) -> Source:
    deadline = Deadline()
    transcript = _PARSERS[arrival.content.format](arrival.content.text, deadline)
    cues = deadline.over(transcript.cues)
    turns = separate(cues) if transcript.kind == "note" else joined(cues)
    if not turns:
        raise MalformedError(f"Nobody says a word in this file. {ACCEPTED}")
    when = placed(told, _in_zone(transcript.started, zone), zone, transcript.day)
    return Source(
        kind=transcript.kind,
        format=arrival.content.format,
        title=transcript.title,
        occurred_at=when.occurred_at,
        day=when.day,
        sha256=arrival.sha256,
        people=_people(transcript.people, turns),
        turns=turns,
        filename=arrival.filename,
    )


def _in_zone(moment: datetime | None, zone: ZoneInfo) -> datetime | None:
    """The same instant in the zone; one without offset is the zone's own time."""
    if moment is None:
        return None
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)


def _people(named: Iterable[Person], turns: Iterable[Turn]) -> tuple[Person, ...]:
    """Everybody once: those an export names, then whoever else speaks."""
    people = list(dict.fromkeys(named))
    known = {name for person in people for name in (person.name, person.address)}
    for turn in turns:
        if turn.speaker is not None and turn.speaker not in known:
            people.append(Person(name=turn.speaker, address=turn.address))
            known |= {turn.speaker, turn.address}
    return tuple(people)
