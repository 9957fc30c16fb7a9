"""Risks of one deal, and ledgers as they come of looking at it day by day."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from plan.observations import Risk
from plan.sources import Evidence
from plan.values import RiskKind, Severity
from plan.watch.entries import Entry
from plan.watch.ledger import Advance, advance
from plan.watch.marks import Mark, RiskVerdict

DEAL = "acme"
FIRST = date(2026, 3, 2)
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def day(number: int) -> date:
    """The first day is 0."""
    return FIRST + timedelta(days=number)


def words(source: int, turn: int = 1) -> Evidence:
    return Evidence(source=f"{DEAL}.s{source}", turn=turn, start=0, end=9)


def said(
    *sources: int,
    kind: RiskKind = "blocker_raised",
    who: Sequence[str] = (),
    what: Sequence[str] = ("legal",),
    severity: Severity = "medium",
) -> Risk:
    """A risk that the first turns of these sources say."""
    return Risk(
        kind=kind,
        severity=severity,
        stakeholders=tuple(who),
        milestones=tuple(what),
        evidence=tuple(words(one) for one in sources),
        basis="said",
    )


def overdue(since: int | None = 0, severity: Severity = "medium", quiet: int | None = None) -> Risk:
    """The pilot is overdue since a day, and quiet until another."""
    return Risk(
        kind="overdue_milestone",
        severity=severity,
        milestones=("pilot",),
        since=None if since is None else day(since),
        quiet_until=None if quiet is None else day(quiet),
    )


def single(*engaged: str, severity: Severity = "medium") -> Risk:
    return Risk(kind="single_threaded", severity=severity, stakeholders=engaged)


class Look(NamedTuple):
    """A look at the deal on a day, and what it found."""

    on: int
    risks: tuple[Risk, ...]


def look(on: int, *risks: Risk) -> Look:
    return Look(on, risks)


def after(
    *looks: Look,
    entries: Sequence[Entry] = (),
    marks: Collection[Mark] = (),
    muted: Iterable[RiskKind] = (),
) -> Advance:
    """What the last of several looks comes to."""
    now = Advance(tuple(entries))
    for one in looks:
        now = advance(DEAL, now.entries, one.risks, day(one.on), marks, tuple(muted))
    return now


def mark(entry: Entry, verdict: RiskVerdict, on: int = 0, number: int = 1) -> Mark:
    """A verdict on an entry as it is."""
    return Mark(
        deal=DEAL,
        number=number,
        entry=entry.id,
        kind=entry.kind,
        verdict=verdict,
        severity=entry.severity,
        evidence=entry.evidence,
        by="kim",
        at=AT + timedelta(days=on),
        on=day(on),
    )


def told(advanced: Advance) -> dict[str, list[str]]:
    """The ids of what there is to tell, by sort, where there is any."""
    sorts = {
        "opened": advanced.opened,
        "renewed": advanced.renewed,
        "worsened": advanced.worsened,
        "settled": advanced.settled,
    }
    return {sort: [one.id for one in entries] for sort, entries in sorts.items() if entries}
