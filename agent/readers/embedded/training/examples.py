"""Examples: passages as windows with their tags, the way the reader itself cuts and hears them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from agent.ports import Context
from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.material import material
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.tagging.tags import TAGS
from agent.readers.embedded.tagging.windows import Encode, Lengths, Window, windows
from agent.readers.embedded.training.marks import marks
from agent.readers.embedded.training.passages import Passage
from memory.base import Embedder

LONG = Lengths(longest=300, before=1, after=0)
"""Windows to learn from: longer, and with little said twice."""


@dataclass(frozen=True)
class Example:
    """One window to learn from.

    Attributes:
        window: Its sentences and tokens.
        cues: What rules know of its sentences, shape (sentences, WIDTH).
        borne: 1 where a sentence bears a tag, shape (sentences, tags).
        counts: 0 where people would differ or another window tells, else 1, the same shape.
    """

    window: Window
    cues: Rows
    borne: Rows
    counts: Rows


class _Listening:
    """A tagger that hears nothing and keeps what it was told."""

    spoken: Spoken

    def tags(self, spoken: Spoken) -> Rows:
        self.spoken = spoken
        return np.zeros((len(spoken.sentences), len(TAGS)), np.float32)


def spoken_of(context: Context, embedder: Embedder) -> Spoken:
    """A source as a tagger hears it."""
    listening = _Listening()
    material(context, embedder, listening)
    return listening.spoken


def examples(passage: Passage, spoken: Spoken, encode: Encode) -> list[Example]:
    """The windows of a passage."""
    tags = marks(passage, spoken.sentences)
    cut = windows(spoken.sentences, spoken.labels, encode, LONG)
    return [_example(window, spoken.cues, tags) for window in cut]


def _example(window: Window, cues: Rows, tags: NDArray[np.float32]) -> Example:
    inside = slice(window.sentences.start, window.sentences.stop)
    counts = (tags[inside] >= 0).astype(np.float32)
    counts[: window.core.start - window.sentences.start] = 0
    return Example(window, cues[inside], (tags[inside] > 0).astype(np.float32), counts)
