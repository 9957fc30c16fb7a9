"""Excerpts: quotes where they stand in a source, with the turns before and after."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from agent.ports import Quote
from agent.quotes import locate
from evals.report.wording import clock
from plan.sources import Evidence, Source, Turn

AROUND = 220
"""Characters kept of what stands before and after marked words; the rest becomes `…`."""


@dataclass(frozen=True)
class Part:
    """A piece of a turn: whether the gold (or a trap) names it, and whether the reader did."""

    text: str
    gold: bool = False
    read: bool = False


@dataclass(frozen=True)
class Line:
    """One turn of an excerpt.

    Attributes:
        clock: Its moment in the recording; empty where the source tells none.
        focus: It holds marked words.
        apart: Turns between the line before and this one are left out.
    """

    n: int
    speaker: str | None
    clock: str
    parts: tuple[Part, ...]
    focus: bool
    apart: bool


@dataclass(frozen=True)
class _Marks:
    """Spans of one source that are marked, of the gold's and of the reader's quotes."""

    gold: tuple[Evidence, ...]
    read: tuple[Evidence, ...]

    @property
    def turns(self) -> set[int]:
        return {span.turn for span in (*self.gold, *self.read)}

    def parts(self, turn: Turn) -> tuple[Part, ...]:
        """A turn cut where marks begin and end."""
        here = [span for span in (*self.gold, *self.read) if span.turn == turn.n]
        cuts = {0, len(turn.text), *(at for span in here for at in (span.start, span.end))}
        return tuple(
            Part(
                turn.text[start:end],
                gold=_covered(self.gold, turn, start),
                read=_covered(self.read, turn, start),
            )
            for start, end in pairwise(sorted(cuts))
        )


def excerpt(source: Source, gold: Iterable[str], read: Iterable[str]) -> tuple[Line, ...]:
    """The turns that hold the quotes, each with the one before and after, in their order.

    Quotes that stand nowhere are left out.
    """
    marks = _Marks(_places(gold, source), _places(read, source))
    near = {n + step for n in marks.turns for step in (-1, 0, 1)}
    turns = [turn for turn in source.turns if turn.n in near]
    before = [0, *(turn.n for turn in turns)]
    return tuple(_line(turn, marks, last) for last, turn in zip(before, turns, strict=False))


def _line(turn: Turn, marks: _Marks, last: int) -> Line:
    focus = turn.n in marks.turns
    follows = turn.n - 1 in marks.turns
    parts = (
        marks.parts(turn) if focus else (Part(_begin(turn.text) if follows else _end(turn.text)),)
    )
    return Line(
        n=turn.n,
        speaker=turn.speaker,
        clock=clock(turn.start),
        parts=tuple(_shortened(parts)) if focus else parts,
        focus=focus,
        apart=turn.n != last + 1,
    )


def _shortened(parts: Sequence[Part]) -> Iterator[Part]:
    """Marked words whole, and of the rest what stands near them."""
    last = len(parts) - 1
    for at, part in enumerate(parts):
        if part.gold or part.read:
            yield part
        elif at == 0:
            yield Part(_end(part.text))
        elif at == last:
            yield Part(_begin(part.text))
        else:
            yield Part(_both(part.text))


def _begin(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND].rstrip()}…"


def _end(text: str) -> str:
    return text if len(text) <= AROUND else f"…{text[-AROUND:].lstrip()}"


def _both(text: str) -> str:
    whole = len(text) <= 2 * AROUND
    return text if whole else f"{text[:AROUND].rstrip()} … {text[-AROUND:].lstrip()}"


def _places(quotes: Iterable[str], source: Source) -> tuple[Evidence, ...]:
    found = (locate(Quote(text=quote), "", source.turns) for quote in quotes)
    return tuple(place for place in found if place)


def _covered(spans: Iterable[Evidence], turn: Turn, start: int) -> bool:
    return any(span.turn == turn.n and span.start <= start < span.end for span in spans)
