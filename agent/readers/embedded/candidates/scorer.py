"""The trained scorer: how likely each candidate is right."""

from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Protocol

import numpy as np

from agent.readers.embedded.linking.features import Rows
from agent.readers.embedded.weights import read
from agent.readers.embedded.weights.files import FOLDER

FILE = "scorer.onnx"
_LOADING = Lock()


class Scorer(Protocol):
    """Tells how likely candidates are right."""

    def sureness(self, rows: Rows) -> Rows:
        """Likelihoods, shape (candidates,), for rows of shape (candidates, features)."""


class _Session(Protocol):
    def run(self, outputs: list[str], feed: dict[str, Rows], /) -> list[Rows]: ...


class TrainedScorer:
    """Boosted trees, fitted on candidates of passages that the tagger had not seen.

    Args:
        folder: Where the file lies. It is read, verified and loaded at the first call, once.
    """

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def sureness(self, rows: Rows) -> Rows:
        """Likelihoods, shape (candidates,).

        Raises:
            WeightsError: The file is missing or altered.
        """
        if not len(rows):
            return np.zeros(0, np.float32)
        found: Rows = _loaded(self._folder).run(["sureness"], {"rows": rows})[0][:, 0]
        return found


def _loaded(folder: Path) -> _Session:
    """The trees of a folder, read and verified once in this process."""
    with _LOADING:
        return _load(folder)


@lru_cache(maxsize=2)
def _load(folder: Path) -> _Session:
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415  # 0.2 s that most commands can save; the package ships no types

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session: _Session = onnxruntime.InferenceSession(
        read(FILE, folder), options, providers=["CPUExecutionProvider"]
    )
    return session
