"""Calibration: whether a reader that says it is 80 % sure is right in 80 of 100 cases."""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import NamedTuple

from evals.judging.verdicts import Judged, Verdict
from evals.scores import Bin, Calibration
from evals.tally import DIGITS

BINS = 10
"""Bins of equal width from 0 to 1; a bound belongs to the bin above it, 1 to the last."""

_LEFT_OUT: frozenset[Verdict] = frozenset({"optional", "missed"})


class _Sure(NamedTuple):
    """One edit: how sure the reader was, and whether it was right (1) or not (0)."""

    confidence: float
    right: int


def calibration(judged: Iterable[Judged]) -> Calibration | None:
    """How far the confidence of edits can be trusted; None where no edit has one.

    An edit is right when its verdict is `right`: one that is partly right, wrong, in a trap or
    ungrounded is not. Optional ones, neither right nor wrong, are left out.

    Raises:
        ValueError: A confidence is not a number from 0 to 1.
    """
    edits = [sure for one in judged if (sure := _sure(one)) is not None]
    if not edits:
        return None
    bins = [(n, found) for n in range(BINS) if (found := [e for e in edits if _bin(e) == n])]
    gaps = (abs(fsum(e.right - e.confidence for e in found)) for _, found in bins)
    squares = ((e.confidence - e.right) ** 2 for e in edits)
    return Calibration(
        ece=round(fsum(gaps) / len(edits), DIGITS),
        brier=round(fsum(squares) / len(edits), DIGITS),
        edits=len(edits),
        bins=tuple(_summed(n, found) for n, found in bins),
    )


def _sure(one: Judged) -> _Sure | None:
    if one.predicted is None or one.predicted.confidence is None or one.verdict in _LEFT_OUT:
        return None
    confidence = one.predicted.confidence
    if not 0 <= confidence <= 1:
        raise ValueError(f"A confidence of {confidence} is not from 0 to 1.")
    return _Sure(confidence, int(one.verdict == "right"))


def _bin(edit: _Sure) -> int:
    return min(int(edit.confidence * BINS), BINS - 1)


def _summed(number: int, edits: Sequence[_Sure]) -> Bin:
    return Bin(
        low=number / BINS,
        high=(number + 1) / BINS,
        n=len(edits),
        confidence=round(fsum(edit.confidence for edit in edits) / len(edits), DIGITS),
        right=round(sum(edit.right for edit in edits) / len(edits), DIGITS),
    )
