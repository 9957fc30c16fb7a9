"""Vectors as bytes: float32 numbers, the lowest byte first, whatever machine wrote them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FLOAT = "<f4"


def stored(vectors: "NDArray[np.float32]") -> list[bytes]:
    """Each row's bytes."""
    return [row.tobytes() for row in vectors.astype(FLOAT)]


def matrix(rows: Sequence[bytes]) -> "NDArray[np.float32]":
    """The vectors of these bytes, shape (len(rows), dimensions); of no rows, shape (0, 0).

    Raises:
        ValueError: They differ in dimensions.
    """
    import numpy as np  # noqa: PLC0415 -- commands that look at no vectors start without it

    sizes = {len(row) for row in rows}
    if len(sizes) > 1:
        raise ValueError("These vectors differ in dimensions: different embedders made them.")
    numbers = np.frombuffer(b"".join(rows), FLOAT).astype(np.float32)
    return numbers.reshape(len(rows), sum(sizes) // numbers.itemsize)
