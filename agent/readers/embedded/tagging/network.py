"""The trained tagger: a small encoder that reads windows of a source, one at a time."""

from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.tagging.tagger import Spoken
from agent.readers.embedded.tagging.tags import TAGS
from agent.readers.embedded.tagging.windows import Window, windows
from agent.readers.embedded.weights import read
from agent.readers.embedded.weights.files import FOLDER

if TYPE_CHECKING:
    from tokenizers import Tokenizer

NETWORK, TOKENIZER = "tagger.onnx", "tokenizer.json"
_LOADING = Lock()


class _Session(Protocol):
    def run(self, outputs: None, feed: dict[str, NDArray[np.int64] | Rows], /) -> list[Rows]: ...


class NetworkTagger:
    """MiniLM fine-tuned on the training passages, its weights in int8.

    A window is run alone, so that a sentence's tags depend on its window and on nothing
    else. The files are read, verified and loaded at the first source, once, whichever
    thread comes first; any number of threads may tag at the same time.

    Args:
        threads: Threads that one call may keep busy.
        folder: Where the network lies.
    """

    def __init__(self, *, threads: int = 1, folder: Path = FOLDER) -> None:
        self._threads = threads
        self._folder = folder

    def tags(self, spoken: Spoken) -> Rows:
        """Likelihoods, shape (sentences, tags), each between 0 and 1.

        Raises:
            WeightsError: The network's file is missing or altered.
        """
        found = np.zeros((len(spoken.sentences), len(TAGS)), np.float32)
        if not spoken.sentences:
            return found
        session, tokenizer = _loaded(self._folder, self._threads)

        def encode(text: str) -> list[int]:
            return list(tokenizer.encode(text, add_special_tokens=False).ids)

        for window in windows(spoken.sentences, spoken.labels, encode):
            inside = slice(window.core.start - window.sentences.start, None)
            rows = session.run(None, feed(window, spoken.cues, window.sentences.start))[0][inside]
            found[window.core.start : window.core.stop] = rows[: len(window.core)]
        return found


def _loaded(folder: Path, threads: int) -> "tuple[_Session, Tokenizer]":
    """The network of a folder, read and verified once in this process."""
    with _LOADING:
        return _load(folder, threads)


@lru_cache(maxsize=2)
def _load(folder: Path, threads: int) -> "tuple[_Session, Tokenizer]":
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415  # 0.2 s that most commands can save; the package ships no types
    from tokenizers import Tokenizer  # noqa: PLC0415  # the same

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session: _Session = onnxruntime.InferenceSession(
        read(NETWORK, folder), options, providers=["CPUExecutionProvider"]
    )
    tokenizer = Tokenizer.from_buffer(read(TOKENIZER, folder))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return session, tokenizer


def feed(window: Window, cues: Rows, first: int) -> dict[str, NDArray[np.int64] | Rows]:
    """What the network is given for one window.

    `tokens` (1, tokens), `pool` (sentences, tokens) whose rows take the mean over a sentence's
    tokens, `marks` (sentences,) and `cues` (sentences, WIDTH).

    Args:
        window: The window.
        cues: What rules know of sentences, one row each.
        first: The row of the window's first sentence.
    """
    pool = np.zeros((len(window.sentences), len(window.tokens)), np.float32)
    for row, (start, end) in enumerate(window.spans):
        pool[row, start:end] = 1 / (end - start)
    return {
        "tokens": np.array([window.tokens], np.int64),
        "pool": pool,
        "marks": np.array([start for start, _ in window.spans], np.int64),
        "cues": cues[first : first + len(window.sentences)],
    }
