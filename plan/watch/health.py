"""A deal's health: the reasons that speak against it, and a figure that follows from them."""

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from plan.values import RiskKind
from plan.watch.entries import LOUD, Entry
from plan.watch.weights import MOST, POINTS, SHARE

FULL = 100


class Reason(NamedTuple):
    """Risks of one kind, and how many points out of 100 they take together."""

    kind: RiskKind
    points: int
    entries: tuple[Entry, ...]


class Health(NamedTuple):
    """A deal's health on a day: 100 is as good as can be; the reasons, worst first."""

    figure: int
    reasons: tuple[Reason, ...]


def health_on(entries: Iterable[Entry], day: date) -> Health:
    """The health at the end of a day by the ledger of a deal.

    100, less the points of each risk that was a cause for alarm: those of its kind by its
    severity on that day (`weights`), several of one kind up to a limit, and never below 0. What
    was quiet, muted, dismissed or settled takes nothing. The entries are as they are now: of a
    past day their severity is known, and their wording is today's.
    """
    loud = sorted((one for one in entries if one.state_on(day) in LOUD), key=lambda one: one.kind)
    found = (_reason(kind, tuple(of_it), day) for kind, of_it in groupby(loud, _kind))
    reasons = tuple(sorted(found, key=lambda one: (-one.points, one.kind)))
    return Health(max(FULL - sum(one.points for one in reasons), 0), reasons)


def history(entries: Sequence[Entry]) -> tuple[tuple[date, int], ...]:
    """The figure from each day on which it changed, oldest first; it is 100 before the first."""
    days = sorted({step.on for one in entries for step in one.steps})
    figures = [(day, health_on(entries, day).figure) for day in days]
    before = (FULL, *(figure for _, figure in figures))
    return tuple(at for at, last in zip(figures, before, strict=False) if at[1] != last)


def _kind(entry: Entry) -> RiskKind:
    return entry.kind


def _reason(kind: RiskKind, entries: tuple[Entry, ...], day: date) -> Reason:
    shares = sum((_share(one, day) for one in entries), Fraction())
    points = min(shares, MOST) * POINTS[kind]
    return Reason(kind, max(round(points), 1), entries)


def _share(entry: Entry, day: date) -> Fraction:
    state = entry.state_on(day)
    return SHARE.get(state, Fraction()) if state else Fraction()
