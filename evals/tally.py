"""Tallies: counts that add up, and the precision, recall and F1 they come to."""

from collections.abc import Iterable

from plan.models import Frozen

DIGITS = 4
"""Digits that scores are given with: more would be noise on any set that people can write."""


class Tally(Frozen):
    """How many of what was predicted and of what was expected agree.

    Attributes:
        right: Predictions that are right.
        predicted: Predictions that count.
        expected: Gold entries that count.
    """

    right: int = 0
    predicted: int = 0
    expected: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            right=self.right + other.right,
            predicted=self.predicted + other.predicted,
            expected=self.expected + other.expected,
        )


class Rate(Frozen):
    """Precision, recall and F1, each 0 to 1, with what they were counted from.

    Nothing predicted leaves precision 0, and nothing expected recall 0, unless neither was:
    where there is nothing to find, finding nothing is perfect.
    """

    p: float
    r: float
    f1: float
    tally: Tally


class Share(Frozen):
    """How many of some are right: `rate` is 0 to 1, and None where there are none."""

    right: int
    of: int
    rate: float | None


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum of tallies."""
    return sum(tallies, Tally())


def rate(tally: Tally) -> Rate:
    """Precision, recall and F1 of a tally."""
    if not tally.predicted and not tally.expected:
        return Rate(p=1.0, r=1.0, f1=1.0, tally=tally)
    return Rate(
        p=_part(tally.right, tally.predicted),
        r=_part(tally.right, tally.expected),
        f1=_part(2 * tally.right, tally.predicted + tally.expected),
        tally=tally,
    )


def share(right: int, of: int) -> Share:
    """How many of some are right."""
    return Share(right=right, of=of, rate=_part(right, of) if of else None)


def _part(some: int, of: int) -> float:
    return round(some / of, DIGITS) if of else 0.0
