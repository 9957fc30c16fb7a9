"""Times as transcripts write them: clock readings, and the lines that time a cue."""

import re
from typing import NamedTuple

_CLOCK = re.compile(r"(?:([0-9]{1,6}):)?([0-9]{1,3}):([0-9]{1,2})(?:[.,:]([0-9]{1,9}))?")
# Word processors turn the arrow's dashes into longer ones or a real arrow.
_ARROW = re.compile("--?>|- ->|[\u2013\u2014]>|\u2192")
_SETTINGS = re.compile(r"[A-Za-z][A-Za-z0-9]*:\S+(?:\s+[A-Za-z][A-Za-z0-9]*:\S+)*")
_CLOCK_CHARS = frozenset("0123456789:.,")
_LONGEST_START = 40
_LONGEST_SETTINGS = 300


class Timing(NamedTuple):
    """What a timing line says.

    Attributes:
        start: Seconds; None where the line is damaged there.
        end: Seconds; None where the line is damaged there.
        words: Speech that stands on the same line.
    """

    start: float | None
    end: float | None
    words: str


def clock(text: str) -> float | None:
    """Seconds of `h:mm:ss.fff`, `mm:ss` and the like (comma for dot as well), or None."""
    match = _CLOCK.fullmatch(text)
    return _seconds(*match.groups()) if match else None


def timing_line(line: str, *, opening: bool = False) -> Timing | None:
    """Read a line as a cue's timing, or find that it is none.

    What follows the times may only be cue settings, or the line is speech about times; so it is
    where the arrow is a short one and the times are not exact ("10:30 -> 11:00"). A line that
    opens a block can hardly be speech, so there one of the times may be damaged, and words after
    both are the cue's first.

    Args:
        line: The line.
        opening: It is the first line of a block, or its second after the cue's identifier.
    """
    if ">" not in line and "\u2192" not in line:
        return None
    line = line.strip()
    arrow = _ARROW.search(line, 0, _LONGEST_START)
    if arrow is None:
        return None
    before, after = line[: arrow.start()].rstrip(), line[arrow.end() :].lstrip()
    timing = _timing(before, after)
    if opening:
        return timing or _damaged(before, after)
    if timing is None or timing.words:
        return None
    return timing if arrow[0] == "-->" or _exact(before, after) else None


def _timing(before: str, after: str) -> Timing | None:
    start, match = clock(before), _CLOCK.match(after)
    if start is None or match is None or _runs_on(match, after[match.end() : match.end() + 1]):
        return None
    rest = after[match.end() :].strip()
    return Timing(start, _seconds(*match.groups()), "" if _only_settings(rest) else rest)


def _runs_on(match: re.Match[str], following: str) -> bool:
    """Whether a clock's text goes on where its pattern ended, so that it is no clock."""
    return following in _CLOCK_CHARS or (following.isalnum() and not match[4])


def _exact(before: str, after: str) -> bool:
    first, second = _CLOCK.match(before), _CLOCK.match(after)
    return bool(first and first[4] and second and second[4])


def _damaged(before: str, after: str) -> Timing | None:
    """One time reads well and the other is missing, or a single word with a digit."""
    first, _, rest = after.partition(" ")
    start, end = clock(before), clock(first)
    if (start is None) == (end is None) or not _only_settings(rest.strip()):
        return None
    doubtful = before if start is None else first
    if doubtful and (" " in doubtful or not any(char.isdecimal() for char in doubtful)):
        return None
    return Timing(start, end, "")


def _only_settings(rest: str) -> bool:
    return not rest or (len(rest) <= _LONGEST_SETTINGS and bool(_SETTINGS.fullmatch(rest)))


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float:
    whole = (int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)
    return whole + (int(fraction) / 10 ** len(fraction) if fraction else 0.0)
