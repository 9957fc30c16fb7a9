"""Cues of WebVTT and SRT files, whose blocks are alike, read so that no word is lost.

A block is an optional identifier, a timing line and lines of speech, and a blank line ends it
(WebVTT, section 4; SRT is the same with counters and commas). Files in the wild have blank lines
where there should be none and none where there should be, so lines decide, not blocks: every
line that is no timing, no identifier and no comment is speech of the cue above it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tools.intake.errors import TooLargeError
from tools.intake.limits import LIMITS, Deadline
from tools.intake.transcripts.timing import Timing, timing_line

_COMMENT = re.compile(r"NOTE(?:\s|$)")
_DEFINITION = re.compile(r"(?:STYLE|REGION)\s*$")
_HEX_WITH_DIGIT = re.compile(r"[a-f]*[0-9][0-9a-f]*", re.IGNORECASE)
# Webex names the speaker in the identifier: 3 "Jane Doe" (1234567)
_NAMING = re.compile(r'[0-9]+\s+"([^"]*)"(?:\s*\([0-9]*\))?')
_LONGEST_IDENTIFIER = 200
_LONGEST_COUNTER = 9


class Caption(NamedTuple):
    """One cue as the file has it.

    Attributes:
        timing: Its times; None for speech above the first timing line.
        identifier: What stands above its timing line; empty where nothing does.
        lines: Its speech, tags and labels still in it.
    """

    timing: Timing | None
    identifier: str
    lines: tuple[str, ...]

    @property
    def named(self) -> str | None:
        """The speaker's name where the identifier holds it."""
        match = _NAMING.fullmatch(self.identifier)
        return match[1] if match else None


def captions(
    lines: Sequence[str], deadline: Deadline, *, comments: bool = False
) -> tuple[Caption, ...]:
    """Read the cues below a file's header.

    Args:
        lines: The lines without their ends.
        deadline: When to be done.
        comments: NOTE, STYLE and REGION blocks are comments and definitions, as in WebVTT.

    Raises:
        TooLargeError: There are more cues than a transcript has.
        TooSlowError: The deadline passed.
    """
    reader = _Reader(lines, comments)
    for n in deadline.over(range(len(lines))):
        reader.take(n)
    return tuple(reader.found())


@dataclass
class _Reader:
    """Where reading stands: what the last lines were, and the cues so far."""

    lines: Sequence[str]
    comments: bool
    cues: list[tuple[Timing | None, str, list[str]]] = field(default_factory=list)
    above: int = 0  # lines of this block above the current one
    timed: bool = False  # this block's timing line has been
    skipping: bool = False  # in a comment or definition
    identifier: str = ""
    last: str = ""  # the last identifier
    ahead: tuple[int, bool, Timing | None] = (-1, False, None)  # the line last looked at

    def take(self, n: int) -> None:
        line = self.lines[n]
        if not line.strip():
            self.above, self.timed, self.skipping = 0, False, False
            return
        timing = self._timing(n, opening=not self.timed and self.above <= 1)
        if timing:
            self._begin(timing)
        elif not self.skipping:
            self._text(n, line)
        self.above += 1

    def found(self) -> Iterator[Caption]:
        return (Caption(timing, name, tuple(words)) for timing, name, words in self.cues)

    def _begin(self, timing: Timing) -> None:
        if len(self.cues) == LIMITS.cues:
            raise TooLargeError(
                f"This transcript has more than {LIMITS.cues:,} cues; split it into its calls."
            )
        self.cues.append((timing, self.identifier, [timing.words] if timing.words else []))
        self.identifier, self.timed, self.skipping = "", True, False

    def _text(self, n: int, line: str) -> None:
        if self.comments and self.above == 0 and self._is_comment(line):
            self.skipping = True
        elif self._is_identifier(n, line.strip()):
            self.identifier = self.last = line.strip()
        elif self.cues:
            self.cues[-1][2].append(line)
        else:
            self.cues.append((None, "", [line]))

    def _is_comment(self, line: str) -> bool:
        return bool(_COMMENT.match(line) or (not self.cues and _DEFINITION.match(line)))

    def _is_identifier(self, n: int, token: str) -> bool:
        """Whether the line belongs to the timing line below it, not to the speech above it."""
        if len(token) > _LONGEST_IDENTIFIER:
            return False
        below = self._next_text(n)
        directly = below == n + 1
        if not self._timing(below, opening=not directly or self.above == 0):
            return False
        if _is_next(token, self.last) or _NAMING.fullmatch(token):
            return True
        if directly and self.above == 0:
            return not self._misses_words() or _shape(token) in {"9", _shape(self.last)}
        return _shape(token) == _shape(self.last) != "9"

    def _misses_words(self) -> bool:
        """Whether a line here may be the speech of the cue above, torn off by a blank line."""
        return bool(self.cues) and (not self.cues[-1][2] or self.last.isdecimal())

    def _timing(self, n: int, *, opening: bool) -> Timing | None:
        """Read line `n` as a timing line, or take what was found when looking ahead."""
        if (n, opening) != self.ahead[:2]:
            line = self.lines[n] if n < len(self.lines) else ""
            self.ahead = (n, opening, timing_line(line, opening=opening))
        return self.ahead[2]

    def _next_text(self, n: int) -> int:
        n += 1
        while n < len(self.lines) and not self.lines[n].strip():
            n += 1
        return n


def _is_next(token: str, last: str) -> bool:
    """Whether a counter goes on from the last one, or begins."""
    if not token.isdecimal() or len(token) > _LONGEST_COUNTER:
        return False
    if not last:
        return int(token) <= 1
    return last.isdecimal() and int(token) == int(last) + 1


def _shape(token: str) -> str:
    """What an identifier looks like: "9" for a counter, "x-x/x-x" for Teams' identifiers."""
    return "9" if token.isdecimal() else _HEX_WITH_DIGIT.sub("x", token)
