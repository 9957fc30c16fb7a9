"""Links between sentences and items, each with its share of likelihood."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from agent.readers.embedded.items import Item
from agent.readers.embedded.linking.features import Compared, Heard, Rows, features
from agent.readers.embedded.linking.weights import NOTHING, WEIGHTS
from memory.base import Embedder


@dataclass(frozen=True, slots=True)
class Link:
    """An item that some sentences are about.

    Attributes:
        item: The item.
        share: Its likelihood among all items and none, 0 to 1.
        rival: The likeliest of the other items, where there are any.
        margin: How far its share is above the rival's.
    """

    item: Item
    share: float
    rival: Item | None
    margin: float


@dataclass(frozen=True)
class Links:
    """For each sentence that was compared, what was found.

    Attributes:
        items: What the sentences were compared with.
        weights: By sentence, the weight of each item, shape (items,).
        features: By sentence, what the weights were made of, shape (features, items).
    """

    items: tuple[Item, ...]
    weights: Mapping[int, Rows]
    features: Mapping[int, Rows]

    def compared(self, at: int, item: Item) -> list[float]:
        """The features of one sentence and one item; noughts where they were not compared."""
        found = self.features.get(at)
        return [0.0] * len(WEIGHTS) if found is None else found[:, self.items.index(item)].tolist()

    def best(
        self, at: Collection[int], among: Callable[[Item], bool] = lambda _: True
    ) -> Link | None:
        """The item that sentences taken together are most likely about, if any was compared.

        Args:
            at: Indexes of the sentences.
            among: Which items come into question; the others still take their share.
        """
        return next(iter(self.ranked(at, among, 1)), None)

    def ranked(self, at: Collection[int], among: Callable[[Item], bool], most: int) -> list[Link]:
        """The likeliest items, best first; a link's rival is the likeliest other item."""
        shares = self._shares(at)
        if shares is None:
            return []
        order = sorted(range(len(self.items)), key=lambda k: -shares[k])
        allowed = [k for k in order if among(self.items[k])][:most]
        return [self._link(shares, k) for k in allowed]

    def _link(self, shares: Rows, top: int) -> Link:
        others = [k for k in range(len(self.items)) if k != top]
        next_to = max(others, key=lambda k: shares[k], default=None)
        rival, behind = (self.items[next_to], shares[next_to]) if next_to is not None else (None, 0)
        return Link(self.items[top], float(shares[top]), rival, float(shares[top] - behind))

    def share(self, at: Collection[int], item: Item) -> float:
        """The likelihood that sentences taken together are about one item."""
        shares = self._shares(at)
        return 0.0 if shares is None else float(shares[self.items.index(item)])

    def _shares(self, at: Collection[int]) -> Rows | None:
        rows = [self.weights[index] for index in at if index in self.weights]
        return _shares(np.max(rows, axis=0)) if rows and self.items else None


def links(
    heard: Sequence[Heard],
    items: Sequence[Item],
    compared: Compared,
    wanted: Collection[int],
    embedder: Embedder,
) -> Links:
    """Compare the wanted sentences with all items; each text is embedded once."""
    indexes = sorted(wanted)
    if not indexes or not items:
        return Links(tuple(items), {}, {})
    likeness = _likeness([heard[at].text for at in indexes], items, embedder)
    pairs = zip(indexes, likeness, strict=True)
    found = {at: _stacked(features(compared, at, row)) for at, row in pairs}
    scale = np.array(list(WEIGHTS.values()), np.float32)
    return Links(tuple(items), {at: scale @ rows for at, rows in found.items()}, found)


def _likeness(texts: Sequence[str], items: Sequence[Item], embedder: Embedder) -> Rows:
    titles = embedder.embed([item.title for item in items])
    return np.asarray(embedder.embed(texts) @ titles.T, np.float32)


def _stacked(values: Mapping[str, Rows]) -> Rows:
    """The features in the order of their weights, shape (features, items)."""
    return np.stack([values[name] for name in WEIGHTS])


def _shares(weights: Rows) -> Rows:
    """Each item's likelihood; what is left to one is that the words are about none."""
    powers = np.exp(weights - weights.max(initial=NOTHING))
    shares: Rows = powers / (powers.sum() + np.exp(NOTHING - weights.max(initial=NOTHING)))
    return shares
