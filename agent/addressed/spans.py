"""Which words of a source are addressed to the software that reads it.

They may stand in any mail, form or call, and whoever obeys them changes a deal that nobody
of the deal has changed. They are told to people and are evidence of nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from agent.addressed.pieces import pieces
from agent.addressed.reach import reached
from plan.sources import Evidence, Turn

REASON = "These words are addressed to the software that reads them, not to the people of the deal."
"""Why a draft that rests on such words is dropped."""


class Span(NamedTuple):
    """Words of one turn: its `n`, the offset of the first character and that after the last."""

    turn: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Addressed:
    """What of a source is addressed to software.

    Attributes:
        spans: Where it stands, in order, without overlap, each in one turn.
        sentences: The words of each span, as they stand in the turn.
    """

    spans: tuple[Span, ...] = ()
    sentences: tuple[str, ...] = ()

    def touches(self, evidence: Evidence) -> bool:
        """Whether some of the words that evidence points to are addressed to software."""
        return any(
            span.turn == evidence.turn and span.start < evidence.end and evidence.start < span.end
            for span in self.spans
        )


NOTHING_ADDRESSED = Addressed()


def addressed(turns: Sequence[Turn]) -> Addressed:
    """Find what a source says to the software that reads it; in time linear in its length."""
    texts = {turn.n: turn.text for turn in turns}
    spans = tuple(_joined((Span(*span) for span in reached(tuple(pieces(turns)))), texts))
    return Addressed(spans, tuple(texts[turn][start:end] for turn, start, end in spans))


def _joined(spans: Iterable[Span], texts: dict[int, str]) -> list[Span]:
    """Spans of a turn with nothing but white space between them as one."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if last and last.turn == span.turn and not texts[span.turn][last.end : span.start].strip():
            joined[-1] = last._replace(end=max(last.end, span.end))
        else:
            joined.append(span)
    return joined
