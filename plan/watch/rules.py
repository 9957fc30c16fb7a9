"""The record of each rule: what it raised, what people said to that, and whether it is muted."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from plan.models import Frozen
from plan.thresholds import DEFAULTS, Thresholds
from plan.values import RiskKind
from plan.watch.marks import Mark, RiskVerdict

USEFUL: frozenset[RiskVerdict] = frozenset({"acted", "settled"})
"""The risk was there, and somebody did something about it."""
USELESS: frozenset[RiskVerdict] = frozenset({"dismissed", "wrong"})
"""Telling of it was of no use, whether or not it was so."""


class Switch(Frozen):
    """Somebody muted a rule in a workspace, or let it speak again.

    Attributes:
        kind: The kind of risk whose rule it is.
        muted: Whether the rule is muted from then on.
        by: Who.
        at: When, UTC: verdicts from before no longer mute it.
        reason: Why, in the person's words.
    """

    kind: RiskKind
    muted: bool
    by: str
    at: datetime
    reason: str = ""


class Record(Frozen):
    """How a rule does in a workspace.

    Attributes:
        kind: The kind of risk whose rule it is.
        raised: How many risks of the kind were ever found.
        acted: How many of these somebody did something about, or settled.
        dismissed: How many were dismissed as no use to be told of.
        wrong: How many were dismissed as not so.
        muted: Whether nobody is told of such risks.
        why: Why it is muted, in one sentence for people; empty where it is not.
    """

    kind: RiskKind
    raised: int = 0
    acted: int = 0
    dismissed: int = 0
    wrong: int = 0
    muted: bool = False
    why: str = ""


def records(
    raised: Mapping[RiskKind, int],
    marks: Iterable[Mark],
    switches: Iterable[Switch] = (),
    numbers: Thresholds = DEFAULTS,
) -> tuple[Record, ...]:
    """The records of all rules that raised anything or were switched, by kind.

    Of the verdicts on one risk the last counts. A rule mutes itself if less than `muted_below`
    of its last `muted_verdicts` verdicts call it useful, those before it was last switched left
    out; a person's muting holds until a person lets it speak again.

    Args:
        raised: How many risks of each kind were ever found in the workspace.
        marks: All marks on risks in the workspace.
        switches: The last switch of each kind, where there is one.
        numbers: The thresholds to go by.
    """
    verdicts = _last_verdicts(marks)
    by_kind = {one.kind: one for one in switches}
    kinds = {*raised, *by_kind, *(one.kind for one in verdicts)}
    return tuple(
        _record(
            kind,
            raised.get(kind, 0),
            [one for one in verdicts if one.kind == kind],
            by_kind.get(kind),
            numbers,
        )
        for kind in sorted(kinds)
    )


def _last_verdicts(marks: Iterable[Mark]) -> list[Mark]:
    """The last verdict on each risk, oldest first."""
    last: dict[str, Mark] = {}
    for one in sorted(marks, key=lambda mark: (mark.at, mark.number)):
        last.pop(one.entry, None)
        last[one.entry] = one
    return [one for one in last.values() if one.verdict != "reopened"]


def _record(
    kind: RiskKind,
    raised: int,
    verdicts: Sequence[Mark],
    switch: Switch | None,
    numbers: Thresholds,
) -> Record:
    said = [one.verdict for one in verdicts]
    why = _muted(verdicts, switch, numbers)
    return Record(
        kind=kind,
        raised=raised,
        acted=sum(one in USEFUL for one in said),
        dismissed=said.count("dismissed"),
        wrong=said.count("wrong"),
        muted=bool(why),
        why=why,
    )


def _muted(verdicts: Sequence[Mark], switch: Switch | None, numbers: Thresholds) -> str:
    """Why the rule is muted; empty where it is not."""
    if switch and switch.muted:
        return f"{switch.by} muted it{f': {switch.reason}' if switch.reason else '.'}"
    fresh = [one for one in verdicts if switch is None or one.at > switch.at]
    last = fresh[-numbers.muted_verdicts :]
    useful = sum(one.verdict in USEFUL for one in last)
    if len(last) < numbers.muted_verdicts or useful >= numbers.muted_below * len(last):
        return ""
    return (
        f"Only {useful} of the last {len(last)} verdicts on such risks call them useful, "
        "so nobody is told of them until somebody lets the rule speak again."
    )
