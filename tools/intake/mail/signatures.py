"""Taking signatures off new text: what somebody said stays, when in doubt."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from plan.sources import Person
from tools.intake.limits import Deadline
from tools.intake.mail.closings import closed_by, is_closing, is_device_line
from tools.intake.mail.contacts import is_author, is_contact, is_name, is_way
from tools.intake.mail.lines import Line

_RULE: Final = re.compile(r"[-_=*\u2014\u2013\u2500 ]{1,100}")
_POSTSCRIPT: Final = re.compile(r"\W*p\s?\.?\s?p?\s?\.?\s?s\b[.:,)\s-]", re.IGNORECASE)
_MOST_SIGNATURE_LINES: Final = 14
_MOST_BLOCK_LINES: Final = 40
_PROSE_WORDS: Final = 8
# No line of a signature is longer, and prose need not be looked at word by word.
_LONGEST_LINE: Final = 300


def unsigned(stretch: Sequence[Line], author: Person | None, deadline: Deadline) -> tuple[str, ...]:
    """Take the signature off a stretch of new lines.

    A signature begins at the usual delimiter, at a closing formula with a name or the end after
    it, at the author's own name near the end, or where the markup says so. After it, lines that
    tell names, titles and ways to reach somebody go; a postscript and prose stay.

    Args:
        stretch: Lines of which none is quoted.
        author: Who wrote them, if known.
        deadline: When it must be done.

    Returns:
        The lines that stay, blank ones between them included.

    Raises:
        TooSlowError: The deadline passed.
    """
    lines = ["" if _is_added(line) else line.text for line in deadline.over(stretch)]
    begin, after = _Lines(lines, author).signature(deadline)
    return (*lines[:begin], "", *_spoken(deadline.over(lines[after:]), author))


class _Lines:
    """Lines of one stretch and their author, looked at for where a signature begins."""

    def __init__(self, lines: Sequence[str], author: Person | None) -> None:
        self.lines = lines
        self.author = author
        self.inked = [at for at, line in enumerate(lines) if line.strip()]

    def signature(self, deadline: Deadline) -> tuple[int, int]:
        """Where it begins, and from where on lines have to be looked at singly."""
        for position, at in enumerate(deadline.over(self.inked)):
            if len(self.lines[at]) > _LONGEST_LINE:
                continue
            after = self.inked[position + 1 : position + 2 + _MOST_SIGNATURE_LINES]
            if self._is_delimiter(at, after) or self._closes(at, after):
                return at, at + 1
            if position and self._is_last_name(at, after):
                return at, at
        return len(self.lines), len(self.lines)

    def _is_delimiter(self, at: int, after: Sequence[int]) -> bool:
        """Two dashes always are one; longer rules only with a signature after them."""
        line = self.lines[at].strip()
        return line == "--" or (_is_rule(line) and self._is_signed(after))

    def _closes(self, at: int, after: Sequence[int]) -> bool:
        line = self.lines[at]
        if is_closing(line):
            return not after or is_closing(self.lines[after[0]]) or self._is_signed(after)
        name = closed_by(line)
        return name is not None and is_author(name, self.author)

    def _is_signed(self, after: Sequence[int]) -> bool:
        """The author's name comes next, or some name with ways to reach them below it."""
        following = [self.lines[at] for at in after if not _is_rule(self.lines[at])]
        if not following:
            return False
        reachable = any(is_way(line) for line in following[1:])
        return is_author(following[0], self.author) or (is_name(following[0]) and reachable)

    def _is_last_name(self, at: int, after: Sequence[int]) -> bool:
        """The author's name on a line of its own, with hardly more than a signature below."""
        if len(after) > _MOST_SIGNATURE_LINES or not is_author(self.lines[at], self.author):
            return False
        begins = not self.lines[at - 1].strip() or not after
        telling = sum(not _is_sign(self.lines[rest], self.author) for rest in after)
        return begins and telling <= 1


def _spoken(lines: Iterable[str], author: Person | None) -> Iterator[str]:
    """What is said after a signature began: postscripts and prose, block by block."""
    blocks = [list(block) for blank, block in groupby(lines, key=_is_blank) if not blank]
    for position, block in enumerate(blocks):
        if _is_signature(block, author, follows=position == 0):
            told = (at for at, line in enumerate(block) if not _is_sign(line, author))
            yield from block[next(told, len(block)) :]
        else:
            yield from block
        yield ""


def _is_signature(block: Sequence[str], author: Person | None, *, follows: bool) -> bool:
    """Whether a block belongs to the signature: right behind its beginning, or telling of ways."""
    if _POSTSCRIPT.match(block[0]) or len(block) > _MOST_BLOCK_LINES:
        return False
    return follows or any(is_way(line) or is_author(line, author) for line in block)


def _is_added(line: Line) -> bool:
    """Whether a device wrote a line, or the markup puts it into the signature."""
    if len(line.text) > _LONGEST_LINE:
        return False
    return is_device_line(line.text) or (line.signature and not _is_prose(line.text))


def _is_blank(line: str) -> bool:
    return not line.strip()


def _is_rule(line: str) -> bool:
    return _RULE.fullmatch(line.strip()) is not None


def _is_sign(line: str, author: Person | None) -> bool:
    if len(line) > _LONGEST_LINE:
        return False
    return _is_rule(line) or is_contact(line) or is_author(line, author) or is_closing(line)


def _is_prose(text: str) -> bool:
    long = len(text.split()) >= _PROSE_WORDS and not is_contact(text)
    return long or _POSTSCRIPT.match(text) is not None
