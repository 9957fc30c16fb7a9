"""What is taken from a mail: who wrote to whom, when, and which words are new."""

from datetime import datetime

from plan.models import Frozen
from plan.sources import Notice, Person


class Mail(Frozen):
    """One mail as intake read it from bytes.

    Attributes:
        subject: Decoded, white space folded; empty where there is none.
        sent_at: The Date header in its own offset; None where it is missing or unreadable.
        message_id: The Message-ID without brackets.
        author: The first person of the From header.
        recipients: Everybody in To and Cc, in order, each address once.
        paragraphs: The new text in order, white space folded to single blanks; a list's items
            are paragraphs of their own. Signatures and disclaimers are taken off.
        quoted: Quoted history and forwarded mail, block by block, lines kept. Never evidence.
        notice: Set where nobody wrote it: automatic replies and calendar notices.
        authenticated: The receiving server found that the author's domain really sent it.
    """

    subject: str = ""
    sent_at: datetime | None = None
    message_id: str | None = None
    author: Person | None = None
    recipients: tuple[Person, ...] = ()
    paragraphs: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    notice: Notice | None = None
    authenticated: bool = False
