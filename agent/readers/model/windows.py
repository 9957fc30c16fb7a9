"""Cutting a long source into windows of turns that overlap, each small enough for one call."""

from collections.abc import Iterator, Sequence

from agent.readers.model.limits import LIMITS
from agent.readers.model.view.tokens import estimate
from agent.readers.model.view.turns import Piece
from plan.sources import Turn

_LINE = 12
"""Tokens that a line takes beside its words: the turn's number and its speaker."""

Window = tuple[Piece, ...]


def windows(turns: Sequence[Turn], tokens: int) -> tuple[Window, ...]:
    """All turns, in windows of at most so many tokens.

    Each window but the first begins with the last turns of the one before, so that a question
    and its answer stand in one of them. A turn longer than half a window is cut between words.

    Args:
        turns: The turns in order.
        tokens: What a window may take; at least a few dozen.
    """
    pieces = tuple(_pieces(turns, max(1, tokens // 2 - _LINE)))
    weights = [_LINE + estimate(piece.text) for piece in pieces]
    found: list[Window] = []
    start, end = 0, 0
    while end < len(pieces):
        end = _end(weights, start, tokens)
        found.append(pieces[start:end])
        start = _back(weights, start, end, int(tokens * LIMITS.overlap))
    return tuple(found)


def halves(window: Window) -> tuple[Window, ...]:
    """A window in two that overlap; none where it is too short to be halved."""
    if len(window) < LIMITS.split_turns:
        return ()
    middle, both = len(window) // 2, max(1, int(len(window) * LIMITS.overlap))
    return window[: middle + both], window[middle - both :]


def _end(weights: Sequence[int], start: int, tokens: int) -> int:
    """The piece after the last one that still fits; one always does."""
    end, used = start + 1, weights[start]
    while end < len(weights) and used + weights[end] <= tokens:
        used += weights[end]
        end += 1
    return end


def _back(weights: Sequence[int], start: int, end: int, tokens: int) -> int:
    """The piece with which the next window begins, so that it repeats about so many tokens."""
    again, used = end, 0
    while again - 1 > start and used + weights[again - 1] <= tokens:
        again -= 1
        used += weights[again]
    return again


def _pieces(turns: Sequence[Turn], tokens: int) -> Iterator[Piece]:
    for turn in turns:
        if estimate(turn.text) <= tokens:
            yield Piece(turn, turn.text)
        else:
            yield from (Piece(turn, part) for part in _parts(turn.text, tokens))


def _parts(text: str, tokens: int) -> Iterator[str]:
    """A text in parts of at most so many tokens, cut between words, or within an endless one."""
    part: list[str] = []
    used = 0
    for word in _words(text, tokens):
        weight = estimate(word)
        if part and used + weight > tokens:
            yield " ".join(part)
            part, used = [], 0
        part.append(word)
        used += weight
    if part:
        yield " ".join(part)


def _words(text: str, longest: int) -> Iterator[str]:
    """The words, endless ones in parts of so many characters, each a token at the most."""
    for word in text.split():
        for at in range(0, len(word), longest):
            yield word[at : at + longest]
