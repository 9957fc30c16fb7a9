"""Statuses: which was given where which was expected."""

from collections import Counter
from collections.abc import Iterable

from evals.judging.verdicts import Judged
from evals.scores import StatusCount


def status_confusion(judged: Iterable[Judged]) -> tuple[StatusCount, ...]:
    """Expected and given statuses of required gold edits that set one, missed edits included."""
    cells: Counter[tuple[str, str, str | None]] = Counter()
    for one in judged:
        if one.gold is None or one.verdict == "optional" or "status" not in one.gold.set:
            continue
        expected = str(one.gold.set["status"])
        cells[one.gold.entity, expected, _given(one)] += 1
    ordered = sorted(cells.items(), key=lambda cell: tuple(part or "" for part in cell[0]))
    return tuple(
        StatusCount(entity=entity, expected=expected, given=given, n=n)
        for (entity, expected, given), n in ordered
    )


def _given(one: Judged) -> str | None:
    value = one.predicted.set.get("status") if one.predicted else None
    return None if value is None else str(value)
