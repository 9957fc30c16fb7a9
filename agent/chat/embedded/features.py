"""What speaks for a sentence answering a question: one row of numbers a sentence."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from agent.chat.embedded.acts import acts_asked
from agent.chat.embedded.expected import holds_kind
from agent.chat.embedded.question import Question
from agent.chat.embedded.sentences import Said
from agent.chat.embedded.terms import terms
from agent.readers.embedded.cues import signals

Row = NDArray[np.float32]

BACK, AHEAD = 2, 1
"""Sentences around one that help to understand it."""
FADING = 0.8
"""What a sentence one further away counts for."""
UNSEEN = 0.5
"""How often a term counts as seen that stands in no sentence."""


@dataclass(frozen=True)
class Compared:
    """All sentences compared with a question.

    Attributes:
        said: The sentences, in order.
        values: By name of the feature, shape (sentences,).
        weights: By term of the question, how rare and so how telling it is.
        held: For each sentence, the question's terms that it, or what the plan took from it, holds.
        own: For each sentence, the question's terms that it holds itself.
    """

    said: tuple[Said, ...]
    values: Mapping[str, Row]
    weights: Mapping[str, float]
    held: tuple[frozenset[str], ...]
    own: tuple[frozenset[str], ...]

    def share(self, there: Collection[str]) -> float:
        """How much of the question, by the weight of its terms, some terms hold; 0 to 1."""
        return _share(self.weights.keys() & there, self.weights)


def compare(
    question: Question, said: tuple[Said, ...], made: Sequence[str], likeness: Row, alike: Row
) -> Compared:
    """Compare sentences with a question.

    Args:
        question: The question.
        said: The sentences.
        made: For each what the plan took from it; empty where it took nothing.
        likeness: The cosine of each with the question, shape (sentences,).
        alike: The cosine of what the plan took from each, shape (sentences,).
    """
    own = [terms(one.text) for one in said]
    whole = [mine | terms(taken) for mine, taken in zip(own, made, strict=True)]
    weights = _weights(question.terms, whole)
    held = tuple(one & question.terms for one in whole)
    near = [_around(said, held, at) for at in range(len(said))]
    acts = acts_asked(question.said)
    first = next(iter(question.named), "")
    last = max((one.rank for one in said), default=0)
    rows: dict[str, Sequence[float]] = {
        "likeness": likeness.tolist(),
        "likeness_before": [_before(said, likeness, at) for at in range(len(said))],
        "told_likeness": alike.tolist(),
        "cover_near": [_share(one, weights) for one in near],
        "kind": [float(holds_kind(question.asks, one, question.roster)) for one in said],
        "act": [float(bool(acts & signals(one.text))) for one in said],
        "speaker": [float(one.speaker is not None and one.speaker == first) for one in said],
        "late": [one.rank / max(1, last) for one in said],
        "asks": [float(one.text.rstrip(" \"'”’)").endswith("?")) for one in said],
    }
    values = {name: np.array(row, np.float32) for name, row in rows.items()}
    return Compared(said, values, weights, held, tuple(one & question.terms for one in own))


def _weights(wanted: frozenset[str], sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    counts = Counter(term for one in sentences for term in one & wanted)
    total = len(sentences) + 1
    return {term: log(1 + total / max(UNSEEN, counts[term])) for term in sorted(wanted)}


def _share(held: Collection[str], weights: Mapping[str, float]) -> float:
    whole = sum(weights.values())
    return sum(weights[term] for term in sorted(held)) / whole if whole else 0.0


def _around(said: Sequence[Said], held: Sequence[frozenset[str]], at: int) -> frozenset[str]:
    """The question's terms in a sentence and its neighbours of the same source."""
    reach = range(max(0, at - BACK), min(len(said), at + AHEAD + 1))
    near = (held[k] for k in reach if _same_talk(said[k], said[at]))
    return frozenset().union(*near)


def _before(said: Sequence[Said], likeness: Row, at: int) -> float:
    reach = range(max(0, at - BACK), at)
    found = (
        float(likeness[k]) * FADING ** (at - k - 1) for k in reach if _same_talk(said[k], said[at])
    )
    return max(found, default=0.0)


def _same_talk(one: Said, other: Said) -> bool:
    """Whether two sentences stand in turns that follow on each other."""
    same = one.evidence.source == other.evidence.source
    return same and abs(one.evidence.turn - other.evidence.turn) <= BACK
