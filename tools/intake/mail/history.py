"""What of a mail is new and what is quoted history, whatever client and language wrote it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tools.intake.limits import Deadline
from tools.intake.mail.attributions import Strength, attribution
from tools.intake.mail.forwards import is_rule, is_separator
from tools.intake.mail.header_blocks import header_block_end
from tools.intake.mail.lines import Line


class History(NamedTuple):
    """A mail's lines, told apart.

    Attributes:
        new: Stretches of the writer's own lines; quoted lines stood between them.
        quoted: Blocks of quoted lines in order, each a text with its line ends.
    """

    new: tuple[tuple[Line, ...], ...]
    quoted: tuple[str, ...]


class _Opening(NamedTuple):
    """Lines that introduce quoted text: where they end, and whether they can be believed."""

    end: int
    sure: bool


def told_apart(lines: Sequence[Line], deadline: Deadline) -> History:
    """Tell new lines from quoted ones.

    Marked lines (`>`, or inside a quoting element) are quoted and what stands between them is an
    answer. Unmarked history begins at an attribution, a separator or a header block: if marked
    lines follow that, only they are quoted; if not, everything to the end is.

    Raises:
        TooSlowError: The deadline passed.
    """
    quoted = _quoted(lines, deadline)
    new: list[tuple[Line, ...]] = []
    old: list[str] = []
    for is_quoted, positions in groupby(_told(lines, quoted), key=lambda at: quoted[at]):
        stretch = [lines[at] for at in positions]
        if is_quoted:
            old.extend(_blocks(stretch))
        else:
            new.append(tuple(stretch))
    return History(tuple(new), tuple(old))


def _told(lines: Sequence[Line], quoted: Sequence[bool]) -> Iterator[int]:
    """Positions of lines, blank ones at the border between new and quoted left out."""
    before: int | None = None
    for at, line in enumerate(lines):
        if line.blank:
            continue
        if before is not None and quoted[before] == quoted[at]:
            yield from range(before + 1, at)
        yield at
        before = at


def _quoted(lines: Sequence[Line], deadline: Deadline) -> list[bool]:
    marks = [line.depth > 0 for line in lines]
    at = 0
    for start in deadline.over(range(len(lines))):
        if start < at or marks[start] or lines[start].blank:
            continue
        opening = _opening(lines, start)
        if opening is None:
            continue
        following = _inked(lines, opening.end)
        marked = following is not None and lines[following].depth > 0
        if not (marked or opening.sure):
            continue
        at = opening.end if marked or following is None else len(lines)
        marks[start:at] = [True] * (at - start)
    return marks


def _opening(lines: Sequence[Line], start: int) -> _Opening | None:
    text = lines[start].text
    if is_separator(text):
        after = _introduced(lines, start + 1)
        return _Opening(start + 1 if after is None else after.end, sure=True)
    if is_rule(text):
        after = _introduced(lines, start + 1)
        if after is not None:
            return after
    return _introduced(lines, start)


def _introduced(lines: Sequence[Line], start: int) -> _Opening | None:
    """Find a header block or an attribution at the next line that is not blank."""
    at = _inked(lines, start)
    if at is None or lines[at].depth:
        return None
    end = header_block_end(lines, at)
    if end is not None:
        return _Opening(end, sure=True)
    found = attribution(lines, at)
    if found is None:
        return None
    end, strength = found
    return _Opening(end, sure=strength is Strength.SURE)


def _inked(lines: Sequence[Line], start: int) -> int | None:
    return next((at for at in range(start, len(lines)) if not lines[at].blank), None)


def _blocks(stretch: Sequence[Line]) -> Iterator[str]:
    """One text a stretch, quote marks kept from the second level on."""
    text = "\n".join(">" * (line.depth - 1) + line.text.rstrip() for line in stretch)
    if text.strip("> \n"):
        yield text
