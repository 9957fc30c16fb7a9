"""An embedder that remembers: the sentences of a deal are embedded once for many questions."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from memory.base import Embedder

MOST = 8192
"""Vectors that are kept, those used last: 12 MB of MiniLM's."""


class RecentEmbedder:
    """Fits `memory.base.Embedder`; vectors are those of the embedder behind it. Thread-safe.

    Args:
        embedder: What embeds texts that were not asked for lately.
        most: How many vectors are kept.
    """

    def __init__(self, embedder: "Embedder", most: int = MOST) -> None:
        self.name = embedder.name
        self.dimensions = embedder.dimensions
        self._embedder = embedder
        self._most = most
        self._kept: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Vectors, shape (len(texts), dimensions), each of length 1; the same in any batch."""
        with self._lock:
            known = {text: self._kept[text] for text in texts if text in self._kept}
        new = [text for text in dict.fromkeys(texts) if text not in known]
        if new:
            known.update(zip(new, self._embedder.embed(new), strict=True))
        self._keep(known)
        rows = [known[text] for text in texts]
        return np.array(rows, np.float32).reshape(len(rows), self.dimensions)

    def _keep(self, used: "dict[str, NDArray[np.float32]]") -> None:
        with self._lock:
            for text, vector in used.items():
                self._kept[text] = vector
                self._kept.move_to_end(text)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
