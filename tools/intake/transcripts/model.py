"""What a transcript says, before its pieces are joined into turns."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from plan.sources import Person
from tools.intake.turns import Cue


@dataclass(frozen=True, slots=True)
class Transcript:
    """A transcript as its file tells it. Light on memory: there may be 125,000 cues.

    Attributes:
        cues: Pieces of speech in order; in a note, its paragraphs.
        kind: What was transcribed; text in which nobody is named is a note.
        title: As the export has it.
        started: When it was recorded; without offset where the export gives none.
        day: The day of it, where the export gives no time.
        people: Whom the export names as taking part, beside those who speak.
    """

    cues: tuple[Cue, ...]
    kind: Literal["call", "chat", "note"] = "call"
    title: str = ""
    started: datetime | None = None
    day: date | None = None
    people: tuple[Person, ...] = ()
