import struct

import numpy as np
import pytest

from memory.sql.vectors import matrix, stored


def test_a_vector_is_kept_with_the_lowest_byte_first_on_every_machine() -> None:
    for order in "<>":
        rows = stored(np.array([[0.5, -2.0], [1.0, 0.1]], f"{order}f4"))
        assert rows == [struct.pack("<2f", 0.5, -2.0), struct.pack("<2f", 1.0, 0.1)]


def test_rows_become_a_matrix_that_may_be_written_to() -> None:
    found = matrix(stored(np.eye(2, dtype=np.float32)))
    found[0, 1] = 1
    assert found.tolist() == [[1, 1], [0, 1]]


def test_no_rows_are_a_matrix_without_dimensions() -> None:
    assert matrix([]).shape == (0, 0)


def test_rows_of_different_dimensions_are_no_matrix() -> None:
    with pytest.raises(ValueError, match="different embedders"):
        matrix([bytes(8), bytes(12)])
