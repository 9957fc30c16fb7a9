"""An embedder that is quick and plain: texts are alike as far as they share words."""

from collections.abc import Sequence
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray


class WordsEmbedder:
    """Fits `memory.base.Embedder`; `asked` lists each text that was embedded.

    Args:
        name: What it is called; embedders of other names make other vectors.
    """

    dimensions = 64

    def __init__(self, name: str = "words") -> None:
        self.name = name
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The sum of the words' directions, each of length 1."""
        self.asked += texts
        return np.array([self._vector(text) for text in texts], dtype=np.float32).reshape(
            len(texts), self.dimensions
        )

    def _vector(self, text: str) -> NDArray[np.float32]:
        words = text.lower().split() or [""]
        total: NDArray[np.float64] = np.sum([self._direction(word) for word in words], axis=0)
        return (total / np.linalg.norm(total)).astype(np.float32)

    def _direction(self, word: str) -> NDArray[np.float64]:
        seed = int.from_bytes(sha256(f"{self.name} {word}".encode()).digest()[:8])
        return np.random.default_rng(seed).standard_normal(self.dimensions)
