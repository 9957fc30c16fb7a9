"""The ledger of a deal's risks: what opens, is renewed, worsens and settles, each told once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from plan.observations import Risk
from plan.values import RiskKind
from plan.watch.belonging import assigned
from plan.watch.causes import causes, turns_of
from plan.watch.entries import LOUD, RANK, Entry, State, Step
from plan.watch.marks import Mark, status_by


class Advance(NamedTuple):
    """A ledger brought up to a day, and what there is to tell of it.

    Attributes:
        entries: All entries of the deal, by number.
        opened: Those that are a cause for alarm for the first time.
        renewed: Those that are one anew: newer words say it, or a time of quiet is over.
        worsened: Those that are worse than they ever were.
        settled: Those that were found before and are no longer.
    """

    entries: tuple[Entry, ...]
    opened: tuple[Entry, ...] = ()
    renewed: tuple[Entry, ...] = ()
    worsened: tuple[Entry, ...] = ()
    settled: tuple[Entry, ...] = ()


def advance(
    deal: str,
    entries: Sequence[Entry],
    risks: Iterable[Risk],
    on: date,
    marks: Collection[Mark] = (),
    muted: Collection[RiskKind] = (),
) -> Advance:
    """The ledger after a deal was looked at on a day. The same again changes and tells nothing.

    Which entry a risk belongs to is told by `assigned`. What was found before and is no longer
    settles. A new entry is no alarm as long as it is quiet, muted or dismissed.

    Args:
        deal: The deal's id.
        entries: The deal's ledger as it was, by number.
        risks: All risks found on that day, said and derived.
        on: The deal's own day. One before the last that the ledger knows counts as that one.
        marks: People's verdicts on the deal's risks.
        muted: Kinds whose rules are muted.
    """
    on = max((on, *(_last_day(one) for one in entries)))
    before = {one.number: one for one in entries}
    found = assigned(entries, causes(risks), on)
    now = {one.number: one if one.number in found else settle(one, on) for one in entries}
    for number, risk in found.items():
        entry = _found(before.get(number) or _new(deal, number, risk, on), risk, on)
        now[number] = _judged(entry, before.get(number), on, _state(entry, on, marks, muted))
    return _told(before, now, on)


def rejudge(
    entry: Entry, on: date, marks: Collection[Mark], muted: Collection[RiskKind] = ()
) -> Entry:
    """The entry after somebody marked it; whether it is still so was not looked at."""
    if entry.settled_on is not None:
        return entry
    on = max(on, _last_day(entry))
    return _judged(entry, entry, on, _state(entry, on, marks, muted))


def settle(entry: Entry, on: date) -> Entry:
    """The entry, over from a day on; one that settled before is left as it is."""
    if entry.settled_on is not None:
        return entry
    risk = entry.risk.model_copy(update={"status": "resolved"})
    steps = _stepped(entry.steps, on, "settled")
    return entry.model_copy(update={"risk": risk, "settled_on": on, "steps": steps})


def _last_day(entry: Entry) -> date:
    return max((entry.last_seen_on, *(step.on for step in entry.steps)))


def _new(deal: str, number: int, risk: Risk, on: date) -> Entry:
    return Entry(
        id=f"{deal}.e{number}", deal=deal, number=number, risk=risk, opened_on=on, last_seen_on=on
    )


def _found(entry: Entry, risk: Risk, on: date) -> Entry:
    """The entry, seen on a day."""
    days = [day for day in (entry.since, risk.since) if day]
    return entry.model_copy(
        update={
            "risk": risk,
            "since": max(days, default=None),
            "evidence": tuple(dict.fromkeys((*entry.evidence, *risk.evidence))),
            "last_seen_on": on,
            "settled_on": None,
        }
    )


def _state(entry: Entry, on: date, marks: Collection[Mark], muted: Collection[RiskKind]) -> State:
    status = status_by(entry, marks)
    if status != "open":
        return "dismissed" if status == "dismissed" else "settled"
    if entry.kind in muted:
        return "muted"
    until = entry.risk.quiet_until
    return "quiet" if until is not None and on < until else entry.severity


def _judged(entry: Entry, before: Entry | None, on: date, state: State) -> Entry:
    """The entry as it stands in that state from a day on, with what is to be told of it."""
    status = {"dismissed": "dismissed", "settled": "resolved"}.get(state, "open")
    news: dict[str, object] = {
        "risk": entry.risk.model_copy(update={"status": status}),
        "steps": _stepped(entry.steps, on, state),
    }
    if state in LOUD:
        news["told_on"] = entry.told_on or on
        worse = entry.worst is None or RANK[entry.severity] > RANK[entry.worst]
        news["worst"] = entry.severity if worse else entry.worst
        if worse and entry.worst is not None:
            news["worsened_on"] = on
        if before is not None and entry.told_on and (_more(entry, before) or _woke(before, on)):
            news["renewed_on"] = on
    return entry.model_copy(update=news)


def _more(entry: Entry, before: Entry) -> bool:
    """Whether newer words say it."""
    return not turns_of(entry.evidence) <= turns_of(before.evidence)


def _woke(before: Entry, on: date) -> bool:
    """Whether it was quiet up to this day."""
    return before.state == "quiet" and before.steps[-1].on < on


def _stepped(steps: tuple[Step, ...], on: date, to: State) -> tuple[Step, ...]:
    """The steps with how it stands at the end of a day, which is not before the last of them."""
    earlier = tuple(step for step in steps if step.on < on)
    same = bool(earlier) and earlier[-1].to == to
    return earlier if same else (*earlier, Step(on=on, to=to))


def _told(before: Mapping[int, Entry], now: Mapping[int, Entry], on: date) -> Advance:
    """What changed from one ledger to the next."""
    entries = tuple(now[number] for number in sorted(now))
    known = [(before[one.number], one) for one in entries if one.number in before]
    return Advance(
        entries=entries,
        opened=tuple(
            one
            for one in entries
            if one.told_on and not (one.number in before and before[one.number].told_on)
        ),
        renewed=tuple(
            one
            for old, one in known
            if one.renewed_on == on and (old.renewed_on != on or _more(one, old))
        ),
        worsened=tuple(one for old, one in known if old.worst and one.worst != old.worst),
        settled=tuple(
            one for old, one in known if old.settled_on is None and one.settled_on is not None
        ),
    )
