"""Status confusion."""

from evals.report.confusion import matrices
from evals.scores import StatusCount


def counted(entity: str, expected: str, given: str | None, n: int) -> StatusCount:
    return StatusCount(entity=entity, expected=expected, given=given, n=n)


def test_rows_are_expected_columns_given_and_the_last_none() -> None:
    (milestone,) = matrices(
        [
            counted("milestone", "done", None, 15),
            counted("milestone", "done", "done", 12),
            counted("milestone", "blocked", "in_progress", 2),
        ]
    )

    assert milestone.columns == ("in_progress", "blocked", "done", None)
    assert milestone.rows == (("blocked", (2, 0, 0, 0)), ("done", (0, 0, 12, 15)))


def test_a_status_that_no_list_has_comes_last() -> None:
    (action,) = matrices(
        [counted("action", "open", "finished", 1), counted("action", "open", "x", 1)]
    )

    assert action.columns == ("open", "finished", "x", None)


def test_each_entity_has_its_own() -> None:
    found = matrices([counted("milestone", "done", None, 1), counted("action", "done", None, 1)])

    assert [one.entity for one in found] == ["action", "milestone"]
