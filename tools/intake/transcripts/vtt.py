"""WebVTT as Zoom, Teams, Webex and others write it (https://www.w3.org/TR/webvtt1/)."""

from collections.abc import Sequence

from tools.intake.limits import Deadline
from tools.intake.transcripts.captions import captions
from tools.intake.transcripts.cut_off import refuse_cut_off
from tools.intake.transcripts.lines import lines
from tools.intake.transcripts.model import Transcript
from tools.intake.transcripts.speech import speech
from tools.intake.transcripts.timing import timing_line


def parse(text: str, deadline: Deadline | None = None) -> Transcript:
    """Read a WebVTT file.

    Raises:
        MalformedError: It holds no cue or is cut off.
        TooLargeError: It passes a limit on lines, cues or names.
        TooSlowError: The deadline passed.
    """
    deadline = deadline or Deadline()
    rows = lines(text)
    found = captions(rows[_header_length(rows) :], deadline, comments=True)
    cues = speech(found, deadline)
    refuse_cut_off(text, rows, found, cues)
    return Transcript(cues=cues)


def _header_length(rows: Sequence[str]) -> int:
    """Count the header's lines: up to a blank line, or to the first cue where none is left."""
    first = next((n for n, row in enumerate(rows) if row.strip()), 0)
    for n in range(first + 1, len(rows)):
        if not rows[n].strip():
            return n
        if timing_line(rows[n]):
            return max(first + 1, n - 1)
    return len(rows)
