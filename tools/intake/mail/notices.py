"""Mail that nobody wrote: automatic replies and calendar notices."""

import re
from collections.abc import Sequence
from typing import Final

from plan.sources import Notice, Person
from tools.intake.mail.bodies import text
from tools.intake.mail.fields import Fields
from tools.intake.mail.phrases import folded, pattern, phrases
from tools.intake.mail.phrases import notices as phrasing
from tools.intake.mail.structure import Part

_AUTOMATIC: Final = tuple(phrases(phrasing.AUTOMATIC))
_ABSENT: Final = tuple(phrases(phrasing.ABSENT))
_ABSENT_TEXT: Final = re.compile(pattern(phrasing.ABSENT_TEXT), re.IGNORECASE)
_EVENTS: Final = phrases(phrasing.EVENTS)
_EVENT_TEXT: Final = re.compile(phrasing.EVENT_TEXT, re.IGNORECASE)
_METHOD: Final = re.compile(r"^METHOD[ \t]*[:;]", re.IGNORECASE | re.MULTILINE)
_MOST_WORDS: Final = 150
_ENOUGH_HINTS: Final = 2
_MACHINE_SENDERS: Final = ("mailer-daemon@", "postmaster@")


def notice(
    parts: Sequence[Part], subject: str, author: Person | None, paragraphs: Sequence[str]
) -> Notice | None:
    """Say whether a mail is one that nobody wrote.

    Args:
        parts: The mail's parts.
        subject: Its subject, decoded.
        author: Who the mail says wrote it.
        paragraphs: Its new text.
    """
    title = folded(subject)
    if _is_calendar(parts, title, paragraphs):
        return "calendar"
    if _is_automatic(parts[0].header, title, paragraphs) or _is_report(parts[0], author):
        return "automatic_reply"
    return None


def _is_calendar(parts: Sequence[Part], subject: str, paragraphs: Sequence[str]) -> bool:
    if any(_is_event(part) for part in parts if not part.attached):
        return True
    kind, colon, _ = subject.replace("\uff1a", ":").partition(":")
    if not colon or kind.strip() not in _EVENTS:
        return False
    return not paragraphs or any(_EVENT_TEXT.search(paragraph) for paragraph in paragraphs)


def _is_event(part: Part) -> bool:
    """A calendar part that asks or answers; one that somebody attached is an attachment."""
    if part.content.value != "text/calendar" or part.disposition.value == "attachment":
        return False
    return "method" in part.content.parameters or _METHOD.search(text(part)) is not None


def _is_automatic(header: Fields, subject: str, paragraphs: Sequence[str]) -> bool:
    if _says_automatic(header) or subject.startswith(_AUTOMATIC):
        return True
    hints = (
        _may_be_automatic(header),
        subject.startswith(_ABSENT),
        _is_absence(paragraphs),
    )
    return hints.count(True) >= _ENOUGH_HINTS


def _says_automatic(header: Fields) -> bool:
    submitted = header.first("auto-submitted").partition(";")[0].strip().lower()
    return (
        submitted not in {"", "no"}
        or header.first("precedence").strip().lower() in {"auto_reply", "auto-reply"}
        or any(
            header.first(name).strip().lower() not in {"", "no"}
            for name in ("x-autoreply", "x-autorespond", "x-auto-reply", "x-autoreply-from")
        )
    )


def _may_be_automatic(header: Fields) -> bool:
    """Asked that no machine answers, or sent in bulk: automatic mail is, and much else too."""
    return bool(header.first("x-auto-response-suppress")) or header.first(
        "precedence"
    ).strip().lower() in {"bulk", "junk"}


def _is_absence(paragraphs: Sequence[str]) -> bool:
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    return words <= _MOST_WORDS and any(_ABSENT_TEXT.search(each) for each in paragraphs)


def _is_report(message: Part, author: Person | None) -> bool:
    """A mail server's report on what it could not deliver, or a receipt."""
    if message.content.value == "multipart/report":
        return True
    address = author.address if author is not None else None
    return (address or "").startswith(_MACHINE_SENDERS)
