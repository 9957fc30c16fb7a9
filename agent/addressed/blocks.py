"""Blocks: notes to a machine that a mark or a heading opens, as prompts and mark-up do."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent.addressed.patterns import MARK, MARKS, QUOTED, WISH, Mark

LONGEST = 1000
"""Characters within which a block is closed, or has said what is to be done."""


class Block(NamedTuple):
    """A stretch of a turn: offsets in the folded words, and whether something closes it."""

    start: int
    end: int
    closed: bool


def blocks(text: str) -> Iterator[Block]:
    """All blocks of a turn's folded words, in order, without overlap.

    One that nothing closes goes to the end of the turn: nobody can tell where it ends.
    """
    at, wishes = 0, [wish.end() for wish in WISH.finditer(text)]
    while found := MARK.search(text, at):
        block = _block(text, found, wishes)
        if block:
            yield block
        at = block.end if block else found.end()


def _block(text: str, opened: re.Match[str], wishes: Sequence[int]) -> Block | None:
    """The block that a mark opens, given where orders end; None for a mark of no such block."""
    mark = MARKS[opened.lastgroup or ""]
    within = opened.end() + LONGEST
    order = bisect_right(wishes, opened.end())
    ordered = wishes[order] if order < len(wishes) else len(text) + 1
    if not mark.sure and ordered > within:
        return None
    closer = _closer(mark, opened).search(text, opened.end(), within)
    end = closer.end() if closer else len(text)
    return Block(opened.start(), end, closer is not None) if mark.sure or ordered <= end else None


def _closer(mark: Mark, opened: re.Match[str]) -> re.Pattern[str]:
    """What closes a block; a heading that stands in quotation marks ends with them."""
    return QUOTED.get(opened.string[max(0, opened.start() - 1) : opened.start()], mark.closes)
