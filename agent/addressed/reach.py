"""Reach: how far goes what is said to a machine.

It takes its whole sentence, since nothing in it can be trusted; the next one where it ends
before it has said what is to be done; and those after it that go on with orders.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from agent.addressed.patterns import CARRY, GOES_ON, WISH
from agent.addressed.pieces import Piece
from agent.addressed.signs import Sign, signs

FEW = 3
"""Words after a sign with which it has not yet said what is to be done."""

STOPS = (".", "!", "?", '"', "'", ")", "]")
"""How a sentence ends; without, it was cut for its length."""


def reached(pieces: Sequence[Piece]) -> Iterator[tuple[int, int, int]]:
    """Turn, start and end of what is said to a machine, in order; stretches may touch."""
    last: Piece | None = None
    owed = False
    for piece, after in zip_longest(pieces, pieces[1:]):
        sign = None if piece.block else _sign(piece, after)
        if not (piece.block or sign or (last and _goes_on(piece, last, owed=owed))):
            last = None
            continue
        yield piece.turn.n, *piece.folded.span(piece.start, piece.end)
        owed = _is_owed(piece, sign)
        last = None if piece.block and piece.block.closed and not owed else piece


def _sign(piece: Piece, after: Piece | None) -> Sign | None:
    """The first sign that holds."""
    text = piece.text
    found = (sign for sign in signs(text, piece.shown) if sign.sure or _asks(sign, piece, after))
    return next(found, None)


def _asks(sign: Sign, piece: Piece, after: Piece | None) -> bool:
    """Whether something to be done goes with a sign: around it, or right after it."""
    if _wishes(sign, piece.text):
        return True
    if after is None or after.block or not after.follows(piece):
        return False
    return _is_brief(sign, piece.text) and bool(CARRY.match(after.text))


def _goes_on(piece: Piece, last: Piece, *, owed: bool) -> bool:
    """Whether a piece is still of what was said before it, itself said to a machine."""
    if not piece.follows(last):
        return False
    cut = not last.block and not last.text.endswith(STOPS) and piece.turn.n == last.turn.n
    return owed or bool(CARRY.match(piece.text) or (cut and GOES_ON.search(piece.text)))


def _is_owed(piece: Piece, sign: Sign | None) -> bool:
    """Whether what is to be done has not been said yet."""
    if piece.block:
        return len(piece.text.split()) <= FEW
    return sign is not None and _is_brief(sign, piece.text) and not _wishes(sign, piece.text)


def _is_brief(sign: Sign, text: str) -> bool:
    return len(text[sign.end :].split()) < FEW


def _wishes(sign: Sign, text: str) -> bool:
    return any(wish.end() > sign.end or wish.end() <= sign.start for wish in WISH.finditer(text))
