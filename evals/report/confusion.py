"""Status confusion as a matrix for each entity."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from evals.scores import StatusCount
from plan.values import ActionStatus, MilestoneStatus

_ORDER = tuple(dict.fromkeys((*get_args(MilestoneStatus), *get_args(ActionStatus))))


@dataclass(frozen=True)
class Matrix:
    """How often each status was given (columns) where each was expected (rows).

    Attributes:
        columns: The given statuses; None, the last, stands for none given.
        rows: Each expected status with its counts, one for each column.
    """

    entity: str
    columns: tuple[str | None, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


def matrices(counts: Iterable[StatusCount]) -> tuple[Matrix, ...]:
    """A matrix for each entity that has statuses, by its name."""
    all_counts = tuple(counts)
    return tuple(
        _matrix(entity, [one for one in all_counts if one.entity == entity])
        for entity in sorted({one.entity for one in all_counts})
    )


def _matrix(entity: str, counts: list[StatusCount]) -> Matrix:
    cells = {(one.expected, one.given): one.n for one in counts}
    expected = sorted({one.expected for one in counts}, key=_place)
    given = {one.given for one in counts if one.given is not None}
    columns = (*sorted(given | set(expected), key=_place), None)
    rows = tuple(
        (row, tuple(cells.get((row, column), 0) for column in columns)) for row in expected
    )
    return Matrix(entity, columns, rows)


def _place(status: str) -> tuple[int, str]:
    return (_ORDER.index(status) if status in _ORDER else len(_ORDER), status)
