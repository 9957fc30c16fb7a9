"""Plain text: transcripts as people copy them out of programs, saved chats, and notes.

A file is in one form throughout, the one that most of its lines prove (see `openings` for the
forms and `labels` for the proof). What follows a line that begins somebody's words, up to the
next such line, is theirs as well. Text that proves no form is a note.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from tools.intake.limits import Deadline
from tools.intake.transcripts.badges import without_badges
from tools.intake.transcripts.labels import speakers
from tools.intake.transcripts.lines import lines
from tools.intake.transcripts.model import Transcript
from tools.intake.transcripts.names import is_name
from tools.intake.transcripts.openings import Opening, headed, labelled, sent, time_alone
from tools.intake.turns import Cue, folded

_BULLET = re.compile("\\s*[-*\u2022\u2013]\\s+")
_NUMBER = re.compile("\\s*[0-9]{1,2}[.)]\\s")
_LONGEST_NAME_LINE = 80


def parse(text: str, deadline: Deadline | None = None) -> Transcript:
    """Read a text file; one in which nobody is named becomes a note, a cue for each paragraph.

    Raises:
        TooLargeError: It passes a limit on lines or names.
        TooSlowError: The deadline passed.
    """
    deadline = deadline or Deadline()
    rows = _with_times_beside_names([_plain(row) for row in lines(text)])
    found = (
        _chat(rows, deadline),
        _proven(labelled, rows, deadline),
        _proven(headed, rows, deadline),
    )
    openings = max(found, key=len)
    if not openings:
        return Transcript(cues=tuple(deadline.over(_paragraphs(rows))), kind="note")
    chat = all(opening.wall for opening in openings.values())
    cues = tuple(deadline.over(_spoken(rows, openings)))
    return Transcript(cues=cues, kind="chat" if chat else "call")


def _plain(row: str) -> str:
    """The line without the asterisks that make its label bold in Markdown."""
    row = row.strip()
    return row.replace("**", "", 2) if row.startswith("**") else row


def _with_times_beside_names(rows: Sequence[str]) -> list[str]:
    """Join a line that only has a time to the name above it: some programs part them."""
    joined: list[str] = []
    for row in rows:
        above = joined[-1].strip() if joined else ""
        is_time = above and len(above) <= _LONGEST_NAME_LINE and time_alone(row)
        if is_time and is_name(without_badges(above)):
            joined[-1] = f"{above}  {row.strip()}"
        else:
            joined.append(row)
    return joined


def _chat(rows: Sequence[str], deadline: Deadline) -> dict[int, Opening]:
    """A saved chat begins with a message; nothing else has such lines, so each counts."""
    first = next((n for n, row in enumerate(rows) if row.strip()), 0)
    if not rows or sent(rows, first) is None:
        return {}
    found = ((n, sent(rows, n)) for n in deadline.over(range(len(rows))))
    return {n: opening for n, opening in found if opening}


def _proven(
    form: Callable[[Sequence[str], int], Opening | None], rows: Sequence[str], deadline: Deadline
) -> dict[int, Opening]:
    """The openings of a form whose labels are speakers by the proof of lines or of paragraphs."""
    found: dict[int, Opening] = {}
    for n in deadline.over(range(len(rows))):
        if rows[n].strip() and (opening := form(rows, n)):
            found[n] = opening
    labels = {n: opening.label for n, opening in found.items()}
    filled = [n for n, row in enumerate(rows) if row.strip()]
    firsts = [n for n in filled if n == 0 or not rows[n - 1].strip()]
    known = speakers((labels.get(n) for n in filled), captions=False) | speakers(
        (labels.get(n) for n in firsts), captions=False
    )
    proven = {n: opening for n, opening in found.items() if opening.label in known}
    styles = Counter(opening.style for opening in proven.values()).most_common(1)
    return {n: opening for n, opening in proven.items() if opening.style == styles[0][0]}


def _spoken(rows: Sequence[str], openings: Mapping[int, Opening]) -> Iterator[Cue]:
    speaker: str | None = None
    start: float | None = None
    for n, row in enumerate(rows):
        opening = openings.get(n)
        if opening:
            speaker, start = opening.label, opening.start
        if words := folded(opening.words if opening else row):
            yield Cue(speaker, None, words, start)
            start = None


def _paragraphs(rows: Sequence[str]) -> Iterator[Cue]:
    """Paragraphs end at blank lines, and items of a list stand alone, without their bullets."""
    paragraph: list[str] = []
    for row in [*rows, ""]:
        bullet = _BULLET.match(row)
        if paragraph and (not row.strip() or bullet or _NUMBER.match(row)):
            yield Cue(None, None, folded(" ".join(paragraph)))
            paragraph = []
        if row.strip():
            paragraph.append(row[bullet.end() :] if bullet else row)
