"""Signs that a caption file ends before its recording did: a download broken off, a bad copy.

Half a file read as a whole would silently lose what was agreed at the end of the call, so it is
refused, but only on signs that a whole file does not show.
"""

import re
from collections.abc import Sequence

from tools.intake.errors import MalformedError
from tools.intake.transcripts.captions import Caption
from tools.intake.transcripts.timing import timing_line
from tools.intake.turns import Cue, joined

_TIME_BEGUN = re.compile(r"\s*[0-9]{1,6}(:[0-9:.,]*\s*-?-?>?\s*[0-9:.,]*\s*)?")
_TAG_BEGUN = re.compile(r"<(?:/[^<>]*|v(?:[.\s][^<>]*)?)?$", re.IGNORECASE)
_VOICE_BEGUN = re.compile(r"<v[.\s]", re.IGNORECASE)
# What ends a sentence or an interrupted one, closing quotes and brackets after it.
_CLOSED = re.compile(
    "(?:[.?!\u2026\u2013\u2014\u3002\uff1f\uff01\u061f][\"'\u201d\u2019\u00bb]*|[\\])])$"
)
_LONGEST_TAG = 300
_LONGEST_TIME = 40
# So many turns show how this file ends them, and so many of them must end with a closing mark.
_TURNS_TO_JUDGE_BY = 20
_CLOSED_SHARE = 0.95
_VOICES_TO_JUDGE_BY = 3


def refuse_cut_off(
    text: str, lines: Sequence[str], captions: Sequence[Caption], cues: Sequence[Cue]
) -> None:
    """Pass a file that ends as it should.

    Args:
        text: The whole text; its very end tells whether the last line was finished.
        lines: Its lines.
        captions: Its cues as the file has them.
        cues: The same with their speakers.

    Raises:
        MalformedError: There are no cues, or the file is cut off.
    """
    if not any(caption.timing for caption in captions):
        raise MalformedError("This transcript holds no cue; it may be cut off. Export it again.")
    ended = text[-1:] in {"\n", "\r"}
    sign = _sign(lines, captions, ended=ended)
    if sign is None and not ended:
        sign = _unfinished(text.rstrip(), cues)
    if sign:
        raise MalformedError(
            f"This transcript is cut off: it ends {sign}. Export or download it again; if it is "
            "whole, put an empty line at its end."
        )


def _sign(lines: Sequence[str], captions: Sequence[Caption], *, ended: bool) -> str | None:
    last = next(n for n in reversed(range(len(lines))) if lines[n].strip())
    if last + 1 < len(lines):
        return None
    line, above = lines[last], [lines[n].strip() if n >= 0 else "" for n in (last - 2, last - 1)]
    if not all(above) and timing_line(line, opening=True):
        return "after a cue's times" if _others_have_words(captions) else None
    time = _TIME_BEGUN.fullmatch(line[:_LONGEST_TIME])
    if not all(above) and time and (time[1] or _is_identifier(above[1], captions, whole=True)):
        return "within a cue's times"
    if not above[1] and _is_identifier(line.strip(), captions, whole=ended):
        return "after a cue's identifier"
    if _TAG_BEGUN.search(line[-_LONGEST_TAG:]) or _voice_stays_open(captions):
        return "within a speaker's words"
    return None


def _others_have_words(captions: Sequence[Caption]) -> bool:
    return all(caption.lines for caption in captions[:-1])


def _is_identifier(token: str, captions: Sequence[Caption], *, whole: bool) -> bool:
    """Whether a line is, or begins, the identifier of a cue that is missing."""
    used = captions[-1].identifier != "" and token != "" and " " not in token
    return used and (not whole or any(char.isdecimal() for char in token))


def _voice_stays_open(captions: Sequence[Caption]) -> bool:
    """Whether only the last of many voices misses its closing tag."""
    voices = ["\n".join(caption.lines) for caption in captions]
    voices = [voice for voice in voices if _VOICE_BEGUN.match(voice)]
    *others, last = ("</v>" in voice.lower() for voice in voices or [""])
    return len(others) >= _VOICES_TO_JUDGE_BY and all(others) and not last


def _unfinished(text: str, cues: Sequence[Cue]) -> str | None:
    if text.endswith(":") and not cues[-1].text:
        return "after a speaker's name"
    *others, last = [bool(_CLOSED.search(turn.text[-9:])) for turn in joined(cues)] or [True]
    many = len(others) >= _TURNS_TO_JUDGE_BY
    if many and not last and sum(others) >= _CLOSED_SHARE * len(others):
        return "in the middle of a sentence"
    return None
