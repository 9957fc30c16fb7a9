"""Which entry of the ledger a risk belongs to."""

from collections.abc import Iterable, Sequence
from datetime import date

from plan.observations import Risk
from plan.watch.causes import same_cause, together, turns_of
from plan.watch.entries import Entry


def assigned(entries: Sequence[Entry], risks: Iterable[Risk], on: date) -> dict[int, Risk]:
    """The risk found for each entry on a day, by the entry's number; new numbers for new ones.

    A derived risk whose cause has an entry that is not settled belongs to it, unless it began
    anew since that was last seen; else to the last entry of its cause if it did not begin later.
    Where it is not known since when it is, it began anew if it was gone for a day. A said risk
    belongs to the entry of its cause that is not settled, else to one that it has its words
    from if nothing new is said. All others open an entry.
    """
    found: dict[int, list[Risk]] = {}
    number = max((one.number for one in entries), default=0)
    for risk in risks:
        belongs = _said if risk.basis == "said" else _derived
        entry = belongs([one for one in entries if one.kind == risk.kind], risk, on)
        if entry is None:
            number += 1
        found.setdefault(entry.number if entry else number, []).append(risk)
    return {one: together(of_it) for one, of_it in found.items()}


def _said(entries: Sequence[Entry], risk: Risk, _: date) -> Entry | None:
    same = [one for one in entries if same_cause(one.risk, risk)]
    standing = next((one for one in same if one.settled_on is None), None)
    if standing:
        return standing
    turns = turns_of(risk.evidence)
    if not turns <= turns_of(word for one in entries for word in one.evidence):
        return None
    # The same words may be taken to be about somebody else, when they are read once more.
    sharing = same or [one for one in entries if turns & turns_of(one.evidence)]
    return max(sharing, key=lambda one: (one.settled_on is None, one.number), default=None)


def _derived(entries: Sequence[Entry], risk: Risk, on: date) -> Entry | None:
    same = [one for one in entries if same_cause(one.risk, risk)]
    standing = next((one for one in same if one.settled_on is None), None)
    if standing:
        return None if _began_unseen(standing, risk) else standing
    return None if not same or _began_later(same[-1], risk, on) else same[-1]


def _began_unseen(entry: Entry, risk: Risk) -> bool:
    """Whether it began later than it was last seen to, and not before it was last seen."""
    if risk.since is None or entry.since is None:
        return False
    return risk.since > entry.since and risk.since >= entry.last_seen_on


def _began_later(settled: Entry, risk: Risk, on: date) -> bool:
    if risk.since is None or settled.since is None:
        return settled.settled_on is not None and on > settled.settled_on
    return risk.since > settled.since
