"""The scorer: boosted trees that learn which candidates are right."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from agent.readers.embedded.candidates.features import rows
from agent.readers.embedded.candidates.gather import gather
from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.material import material
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.training.passages import Passage
from agent.readers.embedded.training.rightness import rightness
from memory.base import Embedder

TREES, RATE, LEAVES, LEAST_IN_LEAF, FLATNESS = 150, 0.05, 8, 15, 3.0


@dataclass(frozen=True)
class Judged:
    """The candidates of one passage, and what is right of them.

    Attributes:
        passage: The passage's id.
        rows: Features, shape (candidates, features).
        right: For each, 1, 0, or None where people would differ.
    """

    passage: str
    rows: Rows
    right: tuple[float | None, ...]


class Told:
    """A tagger that gives tags told beforehand."""

    def __init__(self, tags: Rows) -> None:
        self._tags = tags

    def tags(self, spoken: Spoken) -> Rows:
        """The tags, one row for each sentence."""
        return self._tags[: len(spoken.sentences)]


def judged(passage: Passage, tags: Rows, embedder: Embedder) -> Judged:
    """The candidates of a passage, with tags of a network that has not seen it."""
    read = material(passage.context, embedder, Told(tags))
    found = gather(read)
    return Judged(passage.id, rows(read, found), tuple(rightness(passage, read, found)))


def fitted(found: Sequence[Judged], seed: int) -> HistGradientBoostingClassifier:
    """Trees that tell how likely a candidate is right."""
    kept = [one for one in found if len(one.right)]
    right = np.array([value for one in kept for value in one.right], np.float64)
    features = np.concatenate([one.rows for one in kept])
    sure = ~np.isnan(right)
    trees = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=LEAST_IN_LEAF,
        l2_regularization=FLATNESS,
        early_stopping=False,
        random_state=seed,
    )
    return trees.fit(features[sure], right[sure].astype(np.int64))


def sureness(trees: HistGradientBoostingClassifier, features: Rows) -> NDArray[np.float64]:
    """How likely candidates are right, shape (candidates,)."""
    if not len(features):
        return np.zeros(0)
    likely: NDArray[np.float64] = trees.predict_proba(features)[:, 1]
    return likely
