"""Pieces: the sentences and blocks of all turns as they are compared, each knowing its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from agent.addressed.blocks import Block, blocks
from agent.addressed.folding import Folded, fold
from agent.readers.embedded.sentences import split
from plan.sources import Turn


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, as much of it as is looked at at once, or a block.

    Attributes:
        turn: The turn it stands in.
        folded: That turn's words as they are compared.
        start: Offset of its first character in the folded words.
        end: Offset after its last character.
        block: Set for a block.
    """

    turn: Turn
    folded: Folded
    start: int
    end: int
    block: Block | None = None

    @property
    def text(self) -> str:
        """Its words as they are compared."""
        return self.folded.text[self.start : self.end]

    @property
    def shown(self) -> str:
        """Its words with their case kept."""
        return self.folded.shown[self.start : self.end]

    def follows(self, other: "Piece") -> bool:
        """Whether the same person goes on."""
        return (self.turn.speaker, self.turn.address) == (other.turn.speaker, other.turn.address)


def pieces(turns: Sequence[Turn]) -> Iterator[Piece]:
    """The pieces of all turns, in order."""
    for turn in turns:
        folded, at = fold(turn.text), 0
        for block in blocks(folded.text):
            yield from _sentences(turn, folded, at, block.start)
            yield Piece(turn, folded, block.start, block.end, block)
            at = block.end
        yield from _sentences(turn, folded, at, len(folded.text))


def _sentences(turn: Turn, folded: Folded, start: int, end: int) -> Iterator[Piece]:
    for first, last in split(folded.shown[start:end]):
        yield Piece(turn, folded, start + first, start + last)
