"""A mail's bytes, read from end to end."""

from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from plan.sources import Person
from tools.intake.errors import ACCEPTED, MalformedError
from tools.intake.limits import LIMITS, Deadline
from tools.intake.mail.addresses import people
from tools.intake.mail.authentication import is_authenticated
from tools.intake.mail.bodies import bodies
from tools.intake.mail.disclaimers import without_disclaimer
from tools.intake.mail.fields import Fields
from tools.intake.mail.history import History, told_apart
from tools.intake.mail.lines import Line
from tools.intake.mail.model import Mail
from tools.intake.mail.notices import notice
from tools.intake.mail.paragraphs import has_words, paragraphs
from tools.intake.mail.signatures import unsigned
from tools.intake.mail.structure import parts
from tools.intake.mail.words import decoded

_LONGEST_DATE = 120


def parse_mail(data: bytes) -> Mail:
    """Read a mail as saved by a mail client (.eml, RFC 5322).

    Args:
        data: The file's bytes.

    Raises:
        EmptyError: There is nothing in it.
        TooLargeError: It passes a limit on bytes, headers, nesting, parts or lines.
        TooSlowError: It takes longer to read than any mail may.
        UnsupportedError: It is encrypted, or in UTF-7.
        MalformedError: It does not begin with a mail's header, or its From is no address.
    """
    deadline = Deadline()
    mail = parts(data)
    header = mail[0].header
    author = next(iter(people([_one_line(header, "from")])), None)
    subject = decoded(header.first("subject"))
    told = bodies(mail, deadline)
    history = told_apart(told.own, deadline)
    new = _paragraphs(history, author, deadline)
    return Mail(
        subject=subject,
        sent_at=_instant(header.first("date")),
        message_id=_unbracketed(_one_line(header, "message-id")),
        author=author,
        recipients=people((*header.all("to"), *header.all("cc"))),
        paragraphs=new,
        quoted=(*history.quoted, *_attached(told.attached)),
        notice=notice(mail, subject, author, new),
        authenticated=is_authenticated(header, author),
    )


def _one_line(header: Fields, name: str) -> str:
    value = header.first(name)
    if len(value) > LIMITS.line_bytes:
        raise MalformedError(
            f"The mail's {name.title()} has {len(value):,} characters, which no mail program "
            f"writes; save the mail from your mail client again. {ACCEPTED}"
        )
    return value


def _paragraphs(history: History, author: Person | None, deadline: Deadline) -> tuple[str, ...]:
    found: list[str] = []
    for stretch in history.new:
        for paragraph in deadline.over(paragraphs(unsigned(stretch, author, deadline))):
            said = without_disclaimer(paragraph, deadline)
            if has_words(said):
                found.append(said)
    return tuple(found)


def _attached(lines: Sequence[Line]) -> tuple[str, ...]:
    text = "\n".join(">" * line.depth + line.text.rstrip() for line in lines).strip()
    return (text,) if text else ()


def _unbracketed(value: str) -> str | None:
    _, bracket, inside = value.partition("<")
    return (inside.partition(">")[0] if bracket else value).strip() or None


def _instant(value: str) -> datetime | None:
    """Read a Date header; one with no zone, or an unknown one, counts as UTC (RFC 5322)."""
    if len(value) > _LONGEST_DATE:
        return None
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
