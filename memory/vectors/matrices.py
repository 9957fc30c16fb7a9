"""Deals' vectors as matrices, kept in memory while they are current and there is room."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from memory.base import Near
from memory.vectors.errors import VectorsError
from memory.vectors.ranking import STEP, ranked

ROWS = 40_000
"""Vectors kept at the most: 61 MB, or twenty large deals."""


@dataclass(frozen=True, slots=True, eq=False)
class Matrix:
    """A deal's vectors at one stamp, row for row.

    Attributes:
        stamp: The stamp of the chunks it was made from.
        ids: Ids of the chunks.
        occurred: Their sources' instants in microseconds, shape (len(ids),).
        vectors: Shape (len(ids), dimensions), each of length 1.
    """

    stamp: int
    ids: tuple[str, ...]
    occurred: NDArray[np.int64]
    vectors: NDArray[np.float32]

    def nearest(
        self, vector: NDArray[np.float32], k: int, until: int | None = None
    ) -> tuple[Near, ...]:
        """At most `k` of the chunks that occurred before an instant, the nearest first.

        Raises:
            VectorsError: The vector is of another length than the chunks' vectors.
        """
        if not self.ids:
            return ()
        if self.vectors.shape[1:] != vector.shape:
            raise VectorsError(
                f"The deal's vectors have {self.vectors.shape[1]} dimensions, and {vector.size} "
                "were asked for. Run `tandem reindex` to make them with one embedder."
            )
        rows = np.arange(len(self.ids)) if until is None else np.flatnonzero(self.occurred < until)
        # Not `@`: with it, equal rows may differ in the last bit by where in the matrix they stand.
        likeness = np.einsum("ij,j->i", self.vectors, vector)[rows]
        if k < len(rows):
            near = likeness >= np.partition(likeness, -k)[-k] - STEP
            rows, likeness = rows[near], likeness[near]
        pairs = zip(rows.tolist(), likeness.tolist(), strict=True)
        return ranked(((self.ids[row], value) for row, value in pairs), k)


class Matrices:
    """The matrices used last, by deal; safe to use from several threads.

    Args:
        rows: Vectors kept at the most; the matrix used last stays, however large.
    """

    def __init__(self, rows: int = ROWS) -> None:
        self._most = rows
        self._kept: OrderedDict[tuple[str, str], Matrix] = OrderedDict()
        self._lock = Lock()

    def get(self, workspace: str, deal: str, stamp: int) -> Matrix | None:
        """The deal's matrix of that stamp, if it is kept."""
        with self._lock:
            found = self._kept.get((workspace, deal))
            if found is None or found.stamp != stamp:
                return None
            self._kept.move_to_end((workspace, deal))
            return found

    def keep(self, workspace: str, deal: str, matrix: Matrix) -> None:
        """Keep a matrix in place of the deal's last one; what was used longest ago makes room."""
        with self._lock:
            self._kept[workspace, deal] = matrix
            self._kept.move_to_end((workspace, deal))
            while len(self._kept) > 1 and self._rows() > self._most:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._kept.clear()

    def _rows(self) -> int:
        return sum(len(matrix.ids) for matrix in self._kept.values())
