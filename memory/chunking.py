"""Cutting a source into chunks: consecutive turns, as many as the embedder takes in whole."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from memory.records import Chunk, SourceRecord
from plan.sources import Source, Turn

MOST = 720
"""The most that a chunk weighs: about 100 words with their speakers. Larger chunks are found more
easily, and MiniLM takes in 256 tokens: decision 0015 has the figures."""

LONGEST_LABEL = 60
"""Characters of a speaker's label that stand before the words."""

SENTENCE_ENDS = (". ", "! ", "? ", "… ", "。", "！", "？")  # noqa: RUF001 -- signs of other scripts
WORD_ENDS = (" ",)


class _Span(NamedTuple):
    """Words of one turn, by their offsets in its text."""

    turn: Turn
    start: int
    end: int

    @property
    def line(self) -> str:
        """The words behind their speaker's label."""
        words, speaker = self.turn.text[self.start : self.end], self.turn.speaker
        return f"{speaker[:LONGEST_LABEL]}: {words}" if speaker else words


def chunks_of(record: SourceRecord, source: Source) -> tuple[Chunk, ...]:
    """The source's words as chunks, in order; every word is in exactly one.

    A turn that fits is never cut; one that does not is cut after sentences, else between words.
    Quoted history is in none: those are another source's words.
    """
    spans = (span for turn in source.turns for span in _spans(turn))
    return tuple(_chunk(record, n, some) for n, some in enumerate(_gathered(spans), start=1))


def weight(text: str) -> int:
    """How much room a text takes, as letters of English; an embedder's tokens go with it.

    A digit or a sign is often a token of its own, and so is a letter of another script.
    """
    return sum(map(_weight, text))


def _weight(char: str) -> int:
    if not char.isascii():
        return 3
    return 1 if char.isalpha() or char.isspace() else 2


def _spans(turn: Turn) -> Iterator[_Span]:
    """The turn whole, or in pieces that fit."""
    room = MOST - weight(_Span(turn, 0, 0).line)
    start = 0
    while start < len(turn.text):
        piece = _first_piece(turn.text[start : start + room + 1], room)
        words = piece.strip()
        if words:
            at = start + piece.index(words)
            yield _Span(turn, at, at + len(words))
        start += len(piece)


def _first_piece(text: str, room: int) -> str:
    """As much of the text as there is room for, up to the last sentence's or word's end in it."""
    for at, char in enumerate(text):
        room -= _weight(char)
        if room < 0:
            fits = text[:at]
            return fits[: _after_last(SENTENCE_ENDS, fits) or _after_last(WORD_ENDS, fits) or at]
    return text


def _after_last(ends: Iterable[str], text: str) -> int:
    """The offset after the last of these ends; 0 where there is none."""
    found = ((text.rfind(end), len(end)) for end in ends)
    return max((at + length for at, length in found if at >= 0), default=0)


def _gathered(spans: Iterable[_Span]) -> Iterator[list[_Span]]:
    """Consecutive spans, together as long as they fit."""
    some: list[_Span] = []
    left = MOST
    for span in spans:
        needed = weight(span.line) + 1  # the line's end
        if some and needed > left:
            yield some
            some, left = [], MOST
        some.append(span)
        left -= needed
    if some:
        yield some


def _chunk(record: SourceRecord, n: int, spans: list[_Span]) -> Chunk:
    first, last = spans[0], spans[-1]
    speakers = dict.fromkeys(span.turn.speaker for span in spans if span.turn.speaker)
    return Chunk(
        id=f"{record.id}.c{n}",
        deal=record.deal,
        source=record.id,
        n=n,
        day=record.day,
        occurred_at=record.occurred_at,
        first_turn=first.turn.n,
        start=first.start,
        last_turn=last.turn.n,
        end=last.end,
        speakers=tuple(speakers),
        text="\n".join(span.line for span in spans),
    )
