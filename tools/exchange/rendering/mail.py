"""A mail as an .eml file (RFC 5322): its header, its new text, and its quoted history."""

import quopri
import re
from collections.abc import Iterator, Sequence
from email.header import Header
from email.utils import format_datetime
from hashlib import sha256

from plan.sources import Person, Source
from tools.exchange.rendering.moments import local
from tools.exchange.rendering.people import speaker

_PHRASE = re.compile(r"[A-Za-z0-9' -]{1,200}")
_PLAIN = re.compile(r"(?:(?!=\?)[ -~]){0,200}")
_LONGEST_LINE = 998
# No line that begins with so many blanks is taken for a quoted one, a signature or the
# introduction of quoted history; blanks are folded when it is read.
_GUARD = " " * 301
_CALENDAR = (
    "Content-Type: text/calendar; method=PUBLISH\n\n"
    "BEGIN:VCALENDAR\nMETHOD:PUBLISH\nEND:VCALENDAR\n"
)


def plain(source: Source) -> str:
    """The text of a mail as people write it."""
    return _mail(source, "")


def wide(source: Source) -> str:
    """The same where paragraphs look like quotes, signatures or other mails' headers."""
    return _mail(source, _GUARD)


def _mail(source: Source, before: str) -> str:
    """The mail, quoted history in a block at the end: where it stood is not known."""
    paragraphs = "\n\n".join(before + turn.text for turn in source.turns)
    quoted = "\n>\n".join(_quoted(block) for block in source.quoted)
    text = "\n\n".join(part for part in (paragraphs, quoted) if part) + "\n"
    head = "".join(f"{line}\n" for line in _header(source))
    return f"{head}MIME-Version: 1.0\n{_body(source, text)}"


def _header(source: Source) -> Iterator[str]:
    author, recipients = _author(source)
    if author:
        yield f"From: {_mailbox(author)}"
    if recipients:
        yield "To: " + ",\n ".join(_mailbox(person) for person in recipients)
    yield f"Subject: {_encoded(source.title, _PLAIN)}"
    yield f"Date: {format_datetime(local(source))}"
    if source.message_id:
        yield f"Message-ID: <{source.message_id}>"
    if source.notice == "automatic_reply":
        yield "Auto-Submitted: auto-replied"


def _author(source: Source) -> tuple[Person | None, Sequence[Person]]:
    """Who wrote it, who is named first, and the others; without text, the first is held to be."""
    first, others = source.people[:1], source.people[1:]
    if source.turns:
        wrote = speaker(source.turns[0])
        if wrote == Person():
            return None, source.people
        first = (wrote,)
    return (first[0] if first else None), others


def _mailbox(person: Person) -> str:
    name = _encoded(person.name or "", _PHRASE)
    return " ".join(
        part for part in (name, f"<{person.address}>" if person.address else "") if part
    )


def _encoded(text: str, kept: re.Pattern[str]) -> str:
    """Text of a header as it is where that is safe, else in encoded words (RFC 2047)."""
    return text if not text or kept.fullmatch(text) else Header(text, "utf-8").encode()


def _quoted(block: str) -> str:
    return "\n".join(f"> {line}" if line else ">" for line in block.split("\n"))


def _body(source: Source, text: str) -> str:
    part = _part(text)
    if source.notice != "calendar":
        return part
    boundary = f"part-{sha256(text.encode()).hexdigest()}"
    between = f"\n--{boundary}\n"
    return (
        f'Content-Type: multipart/mixed; boundary="{boundary}"\n'
        f"{between}{part}{between}{_CALENDAR}\n--{boundary}--\n"
    )


def _part(text: str) -> str:
    """The text as a part; as it is unless a line is longer than mail allows."""
    long = any(len(line.encode()) > _LONGEST_LINE for line in text.split("\n"))
    encoding = "quoted-printable" if long else "8bit"
    body = quopri.encodestring(text.encode()).decode() if long else text
    return (
        'Content-Type: text/plain; charset="utf-8"\n'
        f"Content-Transfer-Encoding: {encoding}\n\n{body}"
    )
