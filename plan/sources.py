"""Sources: what was said or written, immutable, and evidence that points into it."""

from datetime import date, datetime
from typing import Literal

from pydantic import Field

from plan.models import Frozen
from plan.values import SourceKind

Format = Literal["vtt", "srt", "text", "json", "eml"]
Notice = Literal["automatic_reply", "calendar"]


class Turn(Frozen):
    """One speaker's uninterrupted words; of an email, one paragraph of its new text.

    Attributes:
        n: Position in the source, from 1.
        speaker: The label as the source writes it, badges taken off; None where none is given.
        address: The speaker's mail address, lower case, where the source tells it.
        text: The words, white space folded to single blanks.
        start: Seconds from the start of the recording, where the source tells it.
        end: Seconds from the start of the recording, where the source tells it.
    """

    n: int = Field(ge=1)
    speaker: str | None = None
    address: str | None = None
    text: str
    start: float | None = None
    end: float | None = None


class Person(Frozen):
    """Somebody a source names as taking part: a caller, sender or recipient."""

    name: str | None = None
    address: str | None = None


class Source(Frozen):
    """One call, email, chat or note as intake made it from bytes; nothing changes it later.

    Attributes:
        kind: What it is.
        format: The form it came in, found from the content.
        title: The mail's subject or the export's title.
        occurred_at: The instant (UTC) that orders sources and decides which words are later.
        day: The source's own calendar day, against which its date words are read.
        sha256: Hex digest of the bytes: the same bytes in the same deal are the same source.
        message_id: The mail's Message-ID without brackets: likewise.
        people: Everybody named as taking part, speakers and recipients.
        turns: What was said, in order. Evidence points here and only here.
        quoted: Quoted history of a mail, kept to be shown and never evidence.
        notice: Set for mail that nobody wrote: automatic replies and calendar notices.
        filename: The name it was given, for people to recognise it by.
    """

    kind: SourceKind
    format: Format
    title: str = ""
    occurred_at: datetime
    day: date
    sha256: str
    message_id: str | None = None
    people: tuple[Person, ...] = ()
    turns: tuple[Turn, ...]
    quoted: tuple[str, ...] = ()
    notice: Notice | None = None
    filename: str = ""


class Evidence(Frozen):
    """Words that justify something: a span of one turn. The words are cut when shown.

    Attributes:
        source: The source's id.
        turn: The turn's `n`.
        start: Offset of the first character in the turn's text.
        end: Offset after the last character.
    """

    source: str
    turn: int = Field(ge=1)
    start: int = Field(ge=0)
    end: int = Field(gt=0)


def quote(evidence: Evidence, turns: tuple[Turn, ...]) -> str:
    """Cut the words that evidence points to.

    Raises:
        LookupError: The turn is not among `turns` or the offsets leave its text.
    """
    turn = turns[evidence.turn - 1] if evidence.turn <= len(turns) else None
    if turn is None or not evidence.start < evidence.end <= len(turn.text):
        raise LookupError(f"no words at turn {evidence.turn}, {evidence.start}-{evidence.end}")
    return turn.text[evidence.start : evidence.end]
