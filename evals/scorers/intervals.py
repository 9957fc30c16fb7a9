"""Bootstrap intervals: how far a score would move on another set of sources like this one.

The sources are drawn anew, with replacement, and the score is counted again; the middle 95 %
of what comes out is the interval (Efron, 1979: the percentile method). Sources are drawn
whole, since what is found in one of them hangs together.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from evals.scores import Interval, Intervals
from evals.tally import DIGITS, Tally

RESAMPLES = 2000
"""More move the ends by less than the last digit that is given."""
_SEED = 20240229
_ENDS = (2.5, 97.5)
_NONE: Interval = (0.0, 0.0)

Counts = npt.NDArray[np.float64]


def intervals(tallies: Sequence[Tally]) -> Intervals:
    """The intervals of precision, recall and F1 over sources' tallies."""
    if not tallies:
        return Intervals(p=_NONE, r=_NONE, f1=_NONE)
    right, predicted, expected = _resampled(tallies)
    perfect = predicted + expected == 0
    return Intervals(
        p=_ends(_ratio(right, predicted, perfect)),
        r=_ends(_ratio(right, expected, perfect)),
        f1=_ends(_f1(right, predicted, expected)),
    )


def f1_difference(now: Sequence[Tally], was: Sequence[Tally]) -> Interval:
    """The interval of F1 now less F1 then; the n-th tallies are of the same source (paired)."""
    if not now:
        return _NONE
    return _ends(_f1(*_resampled(now)) - _f1(*_resampled(was)))


def sum_difference(now: Sequence[float], was: Sequence[float]) -> Interval:
    """The interval of a sum now less the sum then; the n-th amounts are of the same source."""
    if not now:
        return _NONE
    amounts = np.array(now, dtype=float) - np.array(was, dtype=float)
    return _ends(amounts[_draws(len(now))].sum(axis=1))


def _resampled(tallies: Sequence[Tally]) -> tuple[Counts, Counts, Counts]:
    """Sums of right, predicted and expected over each resample."""
    counts = np.array([(one.right, one.predicted, one.expected) for one in tallies], dtype=float)
    sums = counts[_draws(len(tallies))].sum(axis=1)
    return sums[:, 0], sums[:, 1], sums[:, 2]


def _draws(sources: int) -> npt.NDArray[np.int64]:
    """Which sources are in each resample; the same draws every time."""
    return np.random.default_rng(_SEED).integers(0, sources, size=(RESAMPLES, sources))


def _f1(right: Counts, predicted: Counts, expected: Counts) -> Counts:
    both = predicted + expected
    return _ratio(2 * right, both, both == 0)


def _ratio(some: Counts, of: Counts, perfect: npt.NDArray[np.bool_]) -> Counts:
    """As in `tally.rate`: nothing of nothing is 0, but 1 where there was nothing to find."""
    return np.where(perfect, 1.0, some / np.maximum(of, 1))


def _ends(values: Counts) -> Interval:
    low, high = np.percentile(values, _ENDS)
    return round(float(low), DIGITS), round(float(high), DIGITS)
