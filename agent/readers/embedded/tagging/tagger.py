"""What the reader needs of a tagger, and what a tagger is told."""

from dataclasses import dataclass
from typing import Protocol

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.sentences import Sentence


@dataclass(frozen=True)
class Spoken:
    """A source as a tagger hears it.

    Attributes:
        sentences: All, in order.
        labels: For each, who says it and for which side.
        cues: For each, what rules know of it: shape (sentences, WIDTH).
    """

    sentences: tuple[Sentence, ...]
    labels: tuple[str, ...]
    cues: Rows


class Tagger(Protocol):
    """Tells the likelihood of each tag for each sentence."""

    def tags(self, spoken: Spoken) -> Rows:
        """Likelihoods, shape (sentences, tags), each between 0 and 1."""


def label(name: str | None, side: str | None) -> str:
    """How a network is told who speaks."""
    return f"{name.split()[0]} ({side or 'other'}):" if name else "someone:"
