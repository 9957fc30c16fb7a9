"""Which prediction means which gold edit: one to one, best overlap first."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from agent.quotes import fold
from evals.cases.gold import GoldEdit
from evals.judging.overlap import HALF, best_overlap
from evals.predictions import PredictedEdit

_ONE_OF_A_KIND = ("deal", "plan")


class _Pair(NamedTuple):
    """A possible match; sorts best first, required gold edits before optional ones."""

    distance: float
    optional: bool
    predicted: int
    gold: int


def match_edits(predicted: Mapping[int, PredictedEdit], gold: Sequence[GoldEdit]) -> dict[int, int]:
    """For each matched prediction, by its key, the index of its gold edit."""
    found: dict[int, int] = {}
    for pair in sorted(_pairs(predicted, gold)):
        if pair.predicted not in found and pair.gold not in found.values():
            found[pair.predicted] = pair.gold
    return found


def _pairs(predicted: Mapping[int, PredictedEdit], gold: Sequence[GoldEdit]) -> Iterator[_Pair]:
    for key, edit in predicted.items():
        for index, expected in enumerate(gold):
            if (edit.op, edit.entity) != (expected.op, expected.entity):
                continue
            closeness = _closeness(edit, expected)
            if closeness is not None:
                yield _Pair(1 - closeness, not expected.required, key, index)


def _closeness(edit: PredictedEdit, expected: GoldEdit) -> float | None:
    """How far the two rest on the same words, 0 to 1; None where they cannot be the same edit."""
    shared = best_overlap(edit.quotes, expected.quote)
    if edit.op == "update":
        same = edit.entity in _ONE_OF_A_KIND or edit.id == expected.item
        return shared if same else None
    if edit.entity == "stakeholder" and _same_name(edit, expected):
        return 1.0
    return shared if shared >= HALF else None


def _same_name(edit: PredictedEdit, expected: GoldEdit) -> bool:
    names = [fold(str(one.set.get("name") or "")).casefold() for one in (edit, expected)]
    return bool(names[0]) and names[0] == names[1]
