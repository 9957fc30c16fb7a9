"""The model itself: texts to tokens, tokens to vectors. Imported only when first needed."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # the package ships no types
from numpy.typing import NDArray
from tokenizers import Tokenizer

MAX_TOKENS = 256
"""What the model was made for; words beyond are not looked at."""

MAX_CHARACTERS = 32_768
"""Cut before tokenizing: 254 words of the longest kind the vocabulary splits (100) fill 25,654."""


class _Session(Protocol):
    def run(
        self, outputs: None, feed: dict[str, NDArray[np.int64]], /
    ) -> list[NDArray[np.float32]]: ...


class Network:
    """The loaded model. Its methods may be called from many threads at once.

    Args:
        model: Content of the ONNX file.
        tokenizer: Content of the tokenizer's JSON file.
        threads: Threads that one call may keep busy.
    """

    def __init__(self, model: bytes, tokenizer: bytes, threads: int) -> None:
        self._tokenizer = Tokenizer.from_buffer(tokenizer)
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MAX_TOKENS)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        self._session: _Session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )

    def tokens(self, text: str) -> list[int]:
        """The text's token ids, between 2 (the frame alone) and `MAX_TOKENS` of them."""
        # Half a surrogate pair, as broken JSON exports hold, is no text: it counts as "?".
        sound = text[:MAX_CHARACTERS].encode("utf-8", "replace").decode()
        return self._tokenizer.encode(sound).ids

    def vectors(self, rows: Sequence[Sequence[int]]) -> NDArray[np.float32]:
        """Unit vectors of token rows, shape (len(rows), 384): the mean over each row's own tokens.

        Shorter rows are padded to the longest and the padding masked, in the
        network and in the mean.
        """
        ids = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
        mask = np.zeros_like(ids)
        for at, row in enumerate(rows):
            ids[at, : len(row)] = row
            mask[at, : len(row)] = 1
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden = self._session.run(None, feed)[0]
        sums: NDArray[np.float32] = (hidden * mask[:, :, np.newaxis].astype(np.float32)).sum(axis=1)
        # A mean and its sum point the same way, so scaling to length 1 is all the dividing needed.
        lengths: NDArray[np.float32] = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.divide(sums, lengths)
