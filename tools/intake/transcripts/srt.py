"""SubRip (SRT): numbered cues, commas before the milliseconds, no header."""

from tools.intake.limits import Deadline
from tools.intake.transcripts.captions import captions
from tools.intake.transcripts.cut_off import refuse_cut_off
from tools.intake.transcripts.lines import lines
from tools.intake.transcripts.model import Transcript
from tools.intake.transcripts.speech import speech


def parse(text: str, deadline: Deadline | None = None) -> Transcript:
    """Read an SRT file; WebVTT without its header is read as well.

    Raises:
        MalformedError: It holds no cue or is cut off.
        TooLargeError: It passes a limit on lines, cues or names.
        TooSlowError: The deadline passed.
    """
    deadline = deadline or Deadline()
    rows = lines(text)
    found = captions(rows, deadline)
    cues = speech(found, deadline)
    refuse_cut_off(text, rows, found, cues)
    return Transcript(cues=cues)
